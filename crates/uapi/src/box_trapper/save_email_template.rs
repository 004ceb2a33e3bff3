//! `BoxTrapper::save_email_template`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, Word, reply};

/// `BoxTrapper::save_email_template`.
#[derive(Input)]
pub struct Params {
    /// The contents.
    pub contents: String,
    /// The email.
    pub email: EmailAddress,
    /// The template.
    pub template: Template,
}

/// What `template` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Template {
    /// `blacklist`.
    #[word("blacklist")]
    Blacklist,
    /// `returnverify`.
    #[word("returnverify")]
    Returnverify,
    /// `verifyreleased`.
    #[word("verifyreleased")]
    Verifyreleased,
    /// `verify`.
    #[word("verify")]
    Verify,
}

/// See [`Params`].
pub struct SaveEmailTemplate;

impl Function for SaveEmailTemplate {
    const NAME: &'static str = "save_email_template";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

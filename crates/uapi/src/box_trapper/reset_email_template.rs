//! `BoxTrapper::reset_email_template`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, Word, reply};

/// `BoxTrapper::reset_email_template`.
#[derive(Input)]
pub struct Params {
    /// The template.
    pub template: Template,
    /// The email.
    pub email: Option<EmailAddress>,
}

/// What `template` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Template {
    /// `blacklist`.
    #[word("blacklist")]
    Blacklist,
    /// `verify`.
    #[word("verify")]
    Verify,
    /// `verifyreleased`.
    #[word("verifyreleased")]
    Verifyreleased,
    /// `returnverify`.
    #[word("returnverify")]
    Returnverify,
}

/// See [`Params`].
pub struct ResetEmailTemplate;

impl Function for ResetEmailTemplate {
    const NAME: &'static str = "reset_email_template";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `BoxTrapper::get_email_template`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, Word, reply};

/// `BoxTrapper::get_email_template`.
#[derive(Input)]
pub struct Params {
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
pub struct GetEmailTemplate;

impl Function for GetEmailTemplate {
    const NAME: &'static str = "get_email_template";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

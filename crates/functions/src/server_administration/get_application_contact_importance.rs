//! `get_application_contact_importance`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Give the contact importance of an application's events.
#[derive(Input)]
pub struct Params {
    /// Module name, e.g. Check.
    pub app: String,
}

/// What `get_application_contact_importance` answers.
#[derive(Output)]
pub struct Reply {
    /// The importance.
    pub importance: i64,
    /// The name.
    pub name: Name,
}

/// What `name` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Name {
    /// `High`.
    #[word("High")]
    High,
    /// `Medium`.
    #[word("Medium")]
    Medium,
    /// `Low`.
    #[word("Low")]
    Low,
    /// `Disabled`.
    #[word("Disabled")]
    Disabled,
}

/// See [`Params`].
pub struct GetApplicationContactImportance;

impl Function for GetApplicationContactImportance {
    const NAME: &'static str = "get_application_contact_importance";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `get_application_contact_event_importance`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Give the contact importance of one application event.
#[derive(Input)]
pub struct Params {
    /// Module name, e.g. Check.
    pub app: String,
    /// The event: e.g. `SecurityAdvisorStateChange`.
    pub event: String,
}

/// What `get_application_contact_event_importance` answers.
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
pub struct GetApplicationContactEventImportance;

impl Function for GetApplicationContactEventImportance {
    const NAME: &'static str = "get_application_contact_event_importance";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

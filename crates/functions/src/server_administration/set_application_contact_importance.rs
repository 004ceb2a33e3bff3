//! `set_application_contact_importance`

use api::{Cx, Effect, Function, Input, Needs, Result, Word, reply};

/// Set the contact importance of an application's events.
#[derive(Input)]
pub struct Params {
    /// The application.
    pub app: String,
    /// The importance.
    pub importance: Importance,
}

/// What `importance` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Importance {
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
pub struct SetApplicationContactImportance;

impl Function for SetApplicationContactImportance {
    const NAME: &'static str = "set_application_contact_importance";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `get_all_contact_importances`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// List the contact importance of every application event.
#[derive(Input)]
pub struct Params;

/// What `get_all_contact_importances` answers.
#[derive(Output)]
pub struct Reply {
    /// The importances.
    pub importances: Vec<Importance>,
}

/// One item of `importances`.
#[derive(Output)]
pub struct Importance {
    /// The application.
    pub app: String,
    /// The event.
    pub event: String,
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
pub struct GetAllContactImportances;

impl Function for GetAllContactImportances {
    const NAME: &'static str = "get_all_contact_importances";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `Mime::list_handlers`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// `Mime::list_handlers`.
#[derive(Input)]
pub struct Params {
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `system`.
    #[word("system")]
    System,
    /// `user`.
    #[word("user")]
    User,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The extension.
    pub extension: String,
    /// The handler.
    pub handler: String,
    /// The origin.
    pub origin: String,
}

/// See [`Params`].
pub struct ListHandlers;

impl Function for ListHandlers {
    const NAME: &'static str = "list_handlers";
    const NEEDS: Needs = Needs::Features(&["handlers"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

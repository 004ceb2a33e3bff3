//! `Mime::list_mime`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// `Mime::list_mime`.
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
    /// The origin.
    pub origin: Origin,
    /// The type.
    #[param(name = "type")]
    pub kind: String,
}

/// What `origin` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Origin {
    /// `system`.
    #[word("system")]
    System,
    /// `user`.
    #[word("user")]
    User,
}

/// See [`Params`].
pub struct ListMime;

impl Function for ListMime {
    const NAME: &'static str = "list_mime";
    const NEEDS: Needs = Needs::Features(&["mime"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

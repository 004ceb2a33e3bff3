//! `DirectoryIndexes::set_indexing`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Result, Word, reply};

/// `DirectoryIndexes::set_indexing`.
#[derive(Input)]
pub struct Params {
    /// The directory.
    pub dir: FilePath,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `standard`.
    #[word("standard")]
    Standard,
    /// `disabled`.
    #[word("disabled")]
    Disabled,
    /// `inherit`.
    #[word("inherit")]
    Inherit,
    /// `fancy`.
    #[word("fancy")]
    Fancy,
}

/// What `item` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Item {
    /// `standard`.
    #[word("standard")]
    Standard,
    /// `disabled`.
    #[word("disabled")]
    Disabled,
    /// `inherit`.
    #[word("inherit")]
    Inherit,
    /// `fancy`.
    #[word("fancy")]
    Fancy,
}

/// See [`Params`].
pub struct SetIndexing;

impl Function for SetIndexing {
    const NAME: &'static str = "set_indexing";
    const NEEDS: Needs = Needs::Features(&["indexmanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Item;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

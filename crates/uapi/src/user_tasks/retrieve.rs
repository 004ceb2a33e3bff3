//! `UserTasks::retrieve`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// `UserTasks::retrieve`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The action.
    pub action: Action,
    /// The args.
    pub args: Args,
    /// The ID.
    pub id: String,
    /// The subsystem.
    pub subsystem: Subsystem,
}

/// What `action` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Action {
    /// `create`.
    #[word("create")]
    Create,
}

/// The args.
#[derive(Output)]
pub struct Args {
    /// The repository root.
    pub repository_root: String,
}

/// What `subsystem` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Subsystem {
    /// `VersionControl`.
    #[word("VersionControl")]
    VersionControl,
}

/// See [`Params`].
pub struct Retrieve;

impl Function for Retrieve {
    const NAME: &'static str = "retrieve";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `LogManager::list_archives`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, reply};

/// `LogManager::list_archives`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The file.
    pub file: String,
    /// Mtime, as a Unix time.
    pub mtime: UnixTime,
    /// The path.
    pub path: String,
}

/// See [`Params`].
pub struct ListArchives;

impl Function for ListArchives {
    const NAME: &'static str = "list_archives";
    const NEEDS: Needs = Needs::Features(&["rawlog"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

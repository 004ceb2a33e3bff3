//! `Fileman::autocompletedir`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Complete a path prefix to the files and directories that begin so.
#[derive(Input)]
pub struct Params {
    /// The path.
    pub path: String,
    /// The dirsonly flag: 0 or 1.
    #[param(default = 0)]
    pub dirsonly: Flag,
    /// 1 HTML-encodes the names.
    #[param(default = 1)]
    pub html: Flag,
    /// 1 lists all in the directory (path must then be a full directory path); 0 only those that
    /// match the prefix.
    #[param(default = 1)]
    pub list_all: Flag,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The file.
    pub file: String,
}

/// See [`Params`].
pub struct Autocompletedir;

impl Function for Autocompletedir {
    const NAME: &'static str = "autocompletedir";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

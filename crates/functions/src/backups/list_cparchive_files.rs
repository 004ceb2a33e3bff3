//! `list_cparchive_files`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List account archives found on the server.
#[derive(Input)]
pub struct Params;

/// What `list_cparchive_files` answers.
#[derive(Output)]
pub struct Reply {
    /// The quickrestore files.
    pub quickrestore_files: Vec<QuickrestoreFile>,
}

/// One item of `quickrestore_files`.
#[derive(Output)]
pub struct QuickrestoreFile {
    /// The file.
    pub file: String,
    /// The path.
    pub path: String,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct ListCparchiveFiles;

impl Function for ListCparchiveFiles {
    const NAME: &'static str = "list_cparchive_files";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

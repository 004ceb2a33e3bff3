//! `WordPressBackup::get_available_backups`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, reply};

/// `WordPressBackup::get_available_backups`.
#[derive(Input)]
pub struct Params {
    /// The site.
    pub site: String,
}

/// What `get_available_backups` answers.
#[derive(Output)]
pub struct Reply {
    /// The available.
    pub available: Vec<Available>,
    /// The directory.
    pub dir: String,
}

/// One item of `available`.
#[derive(Output)]
pub struct Available {
    /// Date, as a Unix time.
    pub date: UnixTime,
    /// The file.
    pub file: String,
    /// The path.
    pub path: String,
    /// The site.
    pub site: String,
}

/// See [`Params`].
pub struct GetAvailableBackups;

impl Function for GetAvailableBackups {
    const NAME: &'static str = "get_available_backups";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `Ftp::list_sessions`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Lists active FTP sessions.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The cmdline.
    pub cmdline: String,
    /// The file.
    pub file: String,
    /// The host.
    pub host: String,
    /// The login.
    pub login: String,
    /// The process ID.
    pub pid: i64,
    /// The status.
    pub status: Status,
    /// The user.
    pub user: String,
}

/// What `status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Status {
    /// `IDLE`.
    #[word("IDLE")]
    Idle,
    /// `DL`.
    #[word("DL")]
    Dl,
    /// `UL`.
    #[word("UL")]
    Ul,
}

/// See [`Params`].
pub struct ListSessions;

impl Function for ListSessions {
    const NAME: &'static str = "list_sessions";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

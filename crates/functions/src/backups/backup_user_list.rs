//! `backup_user_list`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// List users with a backup on one date.
#[derive(Input)]
pub struct Params {
    /// Date, YYYY-MM-DD (sample prints an ISO text).
    pub restore_point: String,
}

/// What `backup_user_list` answers.
#[derive(Output)]
pub struct Reply {
    /// The user.
    pub user: Vec<User>,
}

/// One item of `user`.
#[derive(Output)]
pub struct User {
    /// The status.
    pub status: Status,
    /// The username.
    pub username: String,
}

/// What `status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Status {
    /// `active`.
    #[word("active")]
    Active,
    /// `inactive`.
    #[word("inactive")]
    Inactive,
    /// `no_backup`.
    #[word("no_backup")]
    NoBackup,
}

/// See [`Params`].
pub struct BackupUserList;

impl Function for BackupUserList {
    const NAME: &'static str = "backup_user_list";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

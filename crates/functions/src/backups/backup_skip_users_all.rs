//! `backup_skip_users_all`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, Word, reply};

/// Turn backups on or off for all users.
#[derive(Input)]
pub struct Params {
    /// The backupversion.
    pub backupversion: Backupversion,
    /// 1: enable; 0: disable.
    pub state: Flag,
}

/// What `backupversion` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Backupversion {
    /// `backup`.
    #[word("backup")]
    Backup,
    /// `legacy`.
    #[word("legacy")]
    Legacy,
}

/// See [`Params`].
pub struct BackupSkipUsersAll;

impl Function for BackupSkipUsersAll {
    const NAME: &'static str = "backup_skip_users_all";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

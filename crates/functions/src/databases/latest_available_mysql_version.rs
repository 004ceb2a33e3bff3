//! `latest_available_mysql_version`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Give the newest engine version on offer.
#[derive(Input)]
pub struct Params;

/// What `latest_available_mysql_version` answers.
#[derive(Output)]
pub struct Reply {
    /// The server.
    pub server: Server,
    /// The version.
    pub version: String,
}

/// What `server` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Server {
    /// `mysql`.
    #[word("mysql")]
    Mysql,
    /// `mariadb`.
    #[word("mariadb")]
    Mariadb,
}

/// See [`Params`].
pub struct LatestAvailableMysqlVersion;

impl Function for LatestAvailableMysqlVersion {
    const NAME: &'static str = "latest_available_mysql_version";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `current_mysql_version`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Give engine and version of the database server in use.
#[derive(Input)]
pub struct Params;

/// What `current_mysql_version` answers.
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
pub struct CurrentMysqlVersion;

impl Function for CurrentMysqlVersion {
    const NAME: &'static str = "current_mysql_version";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::MysqlInfo, Acl::BasicSystemInfo]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

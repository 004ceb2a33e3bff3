//! `installable_mysql_versions`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// List engine versions that the server can install.
#[derive(Input)]
pub struct Params;

/// What `installable_mysql_versions` answers.
#[derive(Output)]
pub struct Reply {
    /// The versions.
    pub versions: Vec<Version>,
}

/// One item of `versions`.
#[derive(Output)]
pub struct Version {
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
pub struct InstallableMysqlVersions;

impl Function for InstallableMysqlVersions {
    const NAME: &'static str = "installable_mysql_versions";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `PasswdStrength::get_required_strength`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Give the least password strength that an application demands.
#[derive(Input)]
pub struct Params {
    /// The application.
    pub app: App,
}

/// What `app` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum App {
    /// `createacct`.
    #[word("createacct")]
    Createacct,
    /// `ftp`.
    #[word("ftp")]
    Ftp,
    /// `htaccess`.
    #[word("htaccess")]
    Htaccess,
    /// `mysql`.
    #[word("mysql")]
    Mysql,
    /// `passwd`.
    #[word("passwd")]
    Passwd,
    /// `pop`.
    #[word("pop")]
    Pop,
    /// `postgres`.
    #[word("postgres")]
    Postgres,
    /// `sshkey`.
    #[word("sshkey")]
    Sshkey,
    /// `webdisk`.
    #[word("webdisk")]
    Webdisk,
    /// `virtual`.
    #[word("virtual")]
    Virtual,
}

/// What `get_required_strength` answers.
#[derive(Output)]
pub struct Reply {
    /// The strength.
    pub strength: i64,
}

/// See [`Params`].
pub struct GetRequiredStrength;

impl Function for GetRequiredStrength {
    const NAME: &'static str = "get_required_strength";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

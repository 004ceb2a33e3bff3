//! `Ftp::list_ftp`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Lists FTP accounts.
#[derive(Input)]
pub struct Params {
    /// Types anonymous, logaccess, main, sub, joined by `|`; all where absent.
    pub include_acct_types: Option<String>,
    /// Types anonymous, logaccess, main, sub, joined by `|`; none where absent.
    pub skip_acct_types: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The homedir.
    pub homedir: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The user.
    pub user: String,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `anonymous`.
    #[word("anonymous")]
    Anonymous,
    /// `logaccess`.
    #[word("logaccess")]
    Logaccess,
    /// `main`.
    #[word("main")]
    Main,
    /// `sub`.
    #[word("sub")]
    Sub,
}

/// See [`Params`].
pub struct ListFtp;

impl Function for ListFtp {
    const NAME: &'static str = "list_ftp";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `Ftp::server_name`

use api::{Cx, Effect, Function, Input, Needs, Result, Word, reply};

/// Names the FTP server software.
#[derive(Input)]
pub struct Params;

/// What `item` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Item {
    /// `pure-ftpd`.
    #[word("pure-ftpd")]
    PureFtpd,
    /// `proftpd`.
    #[word("proftpd")]
    Proftpd,
    /// `disabled`.
    #[word("disabled")]
    Disabled,
}

/// See [`Params`].
pub struct ServerName;

impl Function for ServerName {
    const NAME: &'static str = "server_name";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Item;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

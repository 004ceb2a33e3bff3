//! `Bandwidth::get_enabled_protocols`

use api::{Cx, Effect, Function, Input, Needs, Result, Word, reply};

/// `Bandwidth::get_enabled_protocols`.
#[derive(Input)]
pub struct Params;

/// What `item` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Item {
    /// `ftp`.
    #[word("ftp")]
    Ftp,
    /// `http`.
    #[word("http")]
    Http,
    /// `imap`.
    #[word("imap")]
    Imap,
    /// `pop3`.
    #[word("pop3")]
    Pop3,
    /// `smtp`.
    #[word("smtp")]
    Smtp,
}

/// See [`Params`].
pub struct GetEnabledProtocols;

impl Function for GetEnabledProtocols {
    const NAME: &'static str = "get_enabled_protocols";
    const NEEDS: Needs = Needs::Features(&["bandwidth"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

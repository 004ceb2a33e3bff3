//! `Stats::get_bandwidth`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// `Stats::get_bandwidth`.
#[derive(Input)]
pub struct Params {
    /// The timezone.
    pub timezone: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The bytes.
    pub bytes: i64,
    /// The domain.
    pub domain: String,
    /// Month start, as a Unix time.
    pub month_start: UnixTime,
    /// The protocol.
    pub protocol: Protocol,
}

/// What `protocol` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Protocol {
    /// `http`.
    #[word("http")]
    Http,
    /// `imap`.
    #[word("imap")]
    Imap,
    /// `smtp`.
    #[word("smtp")]
    Smtp,
    /// `pop3`.
    #[word("pop3")]
    Pop3,
    /// `ftp`.
    #[word("ftp")]
    Ftp,
}

/// See [`Params`].
pub struct GetBandwidth;

impl Function for GetBandwidth {
    const NAME: &'static str = "get_bandwidth";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

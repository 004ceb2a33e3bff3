//! `Stats::list_sites`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `Stats::list_sites`.
#[derive(Input)]
pub struct Params {
    /// The engine.
    pub engine: Engine,
    /// The traffic.
    #[param(default = Traffic::Http)]
    pub traffic: Traffic,
}

/// What `engine` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Engine {
    /// `webalizer`.
    #[word("webalizer")]
    Webalizer,
    /// `analog`.
    #[word("analog")]
    Analog,
}

/// What `traffic` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Traffic {
    /// `http`.
    #[word("http")]
    Http,
    /// `ftp`.
    #[word("ftp")]
    Ftp,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The all domains flag: 0 or 1.
    pub all_domains: Flag,
    /// The domain.
    pub domain: String,
    /// The path.
    pub path: String,
    /// The SSL flag: 0 or 1.
    pub ssl: Flag,
}

/// See [`Params`].
pub struct ListSites;

impl Function for ListSites {
    const NAME: &'static str = "list_sites";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

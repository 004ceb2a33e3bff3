//! `Stats::list_stats_by_domain`

use api::{
    Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply,
};

/// `Stats::list_stats_by_domain`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The engine.
    pub engine: Engine,
    /// The SSL flag: 0 or 1.
    #[param(default = 1)]
    pub ssl: Flag,
}

/// What `engine` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Engine {
    /// `analog`.
    #[word("analog")]
    Analog,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// Date, as a Unix time.
    pub date: UnixTime,
    /// The URL.
    pub url: String,
}

/// See [`Params`].
pub struct ListStatsByDomain;

impl Function for ListStatsByDomain {
    const NAME: &'static str = "list_stats_by_domain";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `Email::stats_db_status`

use api::{Cx, Effect, Function, Input, Needs, Result, Word, reply};

/// Shows the state of the eximstats database.
#[derive(Input)]
pub struct Params;

/// What `item` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Item {
    /// `active`.
    #[word("active")]
    Active,
    /// `importing`.
    #[word("importing")]
    Importing,
    /// `upcp`.
    #[word("upcp")]
    Upcp,
}

/// See [`Params`].
pub struct StatsDbStatus;

impl Function for StatsDbStatus {
    const NAME: &'static str = "stats_db_status";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Item;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

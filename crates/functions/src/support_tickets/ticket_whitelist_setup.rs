//! `ticket_whitelist_setup`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Adds vendor support's addresses to the firewall white list.
#[derive(Input)]
pub struct Params;

/// What `ticket_whitelist_setup` answers.
#[derive(Output)]
pub struct Reply {
    /// The chain status.
    pub chain_status: ChainStatus,
}

/// What `chain_status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ChainStatus {
    /// `ACTIVE`.
    #[word("ACTIVE")]
    Active,
    /// `ERR_SETUP`.
    #[word("ERR_SETUP")]
    ErrSetup,
}

/// See [`Params`].
pub struct TicketWhitelistSetup;

impl Function for TicketWhitelistSetup {
    const NAME: &'static str = "ticket_whitelist_setup";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

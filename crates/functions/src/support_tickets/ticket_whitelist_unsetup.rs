//! `ticket_whitelist_unsetup`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Removes vendor support's addresses from the firewall white list.
#[derive(Input)]
pub struct Params;

/// What `ticket_whitelist_unsetup` answers.
#[derive(Output)]
pub struct Reply {
    /// The chain status.
    pub chain_status: ChainStatus,
}

/// What `chain_status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ChainStatus {
    /// `INACTIVE`.
    #[word("INACTIVE")]
    Inactive,
    /// `ERR_UNSETUP`.
    #[word("ERR_UNSETUP")]
    ErrUnsetup,
}

/// See [`Params`].
pub struct TicketWhitelistUnsetup;

impl Function for TicketWhitelistUnsetup {
    const NAME: &'static str = "ticket_whitelist_unsetup";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

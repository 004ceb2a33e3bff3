//! `ticket_whitelist_check`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Compares the firewall white list with the granted tickets.
#[derive(Input)]
pub struct Params;

/// What `ticket_whitelist_check` answers.
#[derive(Output)]
pub struct Reply {
    /// The chain status.
    pub chain_status: ChainStatus,
    /// The problem.
    pub problem: Problem,
}

/// What `chain_status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ChainStatus {
    /// `ACTIVE`.
    #[word("ACTIVE")]
    Active,
    /// `INACTIVE`.
    #[word("INACTIVE")]
    Inactive,
}

/// What `problem` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Problem {
    /// `NO`.
    #[word("NO")]
    No,
    /// `NEED_SETUP`.
    #[word("NEED_SETUP")]
    NeedSetup,
    /// `NEED_UNSETUP`.
    #[word("NEED_UNSETUP")]
    NeedUnsetup,
}

/// See [`Params`].
pub struct TicketWhitelistCheck;

impl Function for TicketWhitelistCheck {
    const NAME: &'static str = "ticket_whitelist_check";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `ticket_ssh_test`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Tests the vendor portal's SSH connection to the server.
#[derive(Input)]
pub struct Params {
    /// Server in the ticket, from 1.
    pub server_num: i64,
    /// The ticket ID.
    pub ticket_id: i64,
}

/// What `ticket_ssh_test` answers.
#[derive(Output)]
pub struct Reply {
    /// The non fatals.
    pub non_fatals: Vec<NonFatal>,
    /// The result.
    pub result: String,
}

/// What `non_fatal` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum NonFatal {
    /// `ticket_system_log_entry`.
    #[word("ticket_system_log_entry")]
    TicketSystemLogEntry,
    /// `audit_log`.
    #[word("audit_log")]
    AuditLog,
}

/// See [`Params`].
pub struct TicketSshTest;

impl Function for TicketSshTest {
    const NAME: &'static str = "ticket_ssh_test";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

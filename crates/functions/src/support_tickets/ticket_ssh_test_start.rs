//! `ticket_ssh_test_start`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Starts an SSH connection test without waiting.
#[derive(Input)]
pub struct Params {
    /// Server in the ticket, from 1.
    pub server_num: i64,
    /// The ticket ID.
    pub ticket_id: i64,
}

/// See [`Params`].
pub struct TicketSshTestStart;

impl Function for TicketSshTestStart {
    const NAME: &'static str = "ticket_ssh_test_start";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

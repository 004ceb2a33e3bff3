//! `ticket_create_stub_ticket`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Opens an empty support ticket with the vendor.
#[derive(Input)]
pub struct Params;

/// What `ticket_create_stub_ticket` answers.
#[derive(Output)]
pub struct Reply {
    /// The secure ID.
    pub secure_id: String,
    /// The ticket ID.
    pub ticket_id: i64,
}

/// See [`Params`].
pub struct TicketCreateStubTicket;

impl Function for TicketCreateStubTicket {
    const NAME: &'static str = "ticket_create_stub_ticket";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `Market::set_status_of_pending_queue_items`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// `Market::set_status_of_pending_queue_items`.
#[derive(Input)]
pub struct Params {
    /// The order item ID.
    pub order_item_id: String,
    /// The provider.
    pub provider: String,
    /// The status.
    pub status: Status,
}

/// What `status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Status {
    /// `confirmed`.
    #[word("confirmed")]
    Confirmed,
}

/// What `set_status_of_pending_queue_items` answers.
#[derive(Output)]
pub struct Reply {
    /// The error type.
    pub error_type: ErrorType,
    /// The order item IDs.
    pub order_item_ids: Vec<i64>,
}

/// What `error_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ErrorType {
    /// `EntryDoesNotExist`.
    #[word("EntryDoesNotExist")]
    EntryDoesNotExist,
}

/// See [`Params`].
pub struct SetStatusOfPendingQueueItems;

impl Function for SetStatusOfPendingQueueItems {
    const NAME: &'static str = "set_status_of_pending_queue_items";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

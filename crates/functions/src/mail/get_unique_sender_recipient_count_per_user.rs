//! `get_unique_sender_recipient_count_per_user`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, reply};

/// Counts distinct sender and recipient pairs for every system user.
#[derive(Input)]
pub struct Params {
    /// End time, as a Unix time.
    pub end_time: UnixTime,
    /// Start time, as a Unix time.
    pub start_time: UnixTime,
}

/// What `get_unique_sender_recipient_count_per_user` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The unique sender recipient count.
    pub unique_sender_recipient_count: i64,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct GetUniqueSenderRecipientCountPerUser;

impl Function for GetUniqueSenderRecipientCountPerUser {
    const NAME: &'static str = "get_unique_sender_recipient_count_per_user";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

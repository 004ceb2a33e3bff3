//! `get_unique_recipient_count_per_sender_for_user`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, UserName, reply};

/// Counts distinct recipients for each sending address of one user.
#[derive(Input)]
pub struct Params {
    /// End time, as a Unix time.
    pub end_time: UnixTime,
    /// Start time, as a Unix time.
    pub start_time: UnixTime,
    /// The user: system user.
    pub user: UserName,
}

/// What `get_unique_recipient_count_per_sender_for_user` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The sender.
    pub sender: String,
    /// The unique recipient count.
    pub unique_recipient_count: i64,
}

/// See [`Params`].
pub struct GetUniqueRecipientCountPerSenderForUser;

impl Function for GetUniqueRecipientCountPerSenderForUser {
    const NAME: &'static str = "get_unique_recipient_count_per_sender_for_user";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::TrackEmail]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

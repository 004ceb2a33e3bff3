//! `BoxTrapper::list_queued_messages`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result, UnixTime, reply};

/// `BoxTrapper::list_queued_messages`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: EmailAddress,
    /// The date.
    pub date: Option<i64>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The from.
    pub from: String,
    /// The queuefile.
    pub queuefile: String,
    /// The subject.
    pub subject: String,
    /// Time, as a Unix time.
    pub time: UnixTime,
}

/// See [`Params`].
pub struct ListQueuedMessages;

impl Function for ListQueuedMessages {
    const NAME: &'static str = "list_queued_messages";
    const NEEDS: Needs = Needs::Features(&["boxtrapper"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

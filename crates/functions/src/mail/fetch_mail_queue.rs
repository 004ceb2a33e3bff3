//! `fetch_mail_queue`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, reply};

/// Lists the messages in the mail queue of the server.
#[derive(Input)]
pub struct Params;

/// What `fetch_mail_queue` answers.
#[derive(Output)]
pub struct Reply {
    /// The records.
    pub records: Vec<Record>,
}

/// One item of `records`.
#[derive(Output)]
pub struct Record {
    /// The frozen flag: 0 or 1.
    pub frozen: Flag,
    /// The msgid.
    pub msgid: String,
    /// The recipients.
    pub recipients: Vec<String>,
    /// The sender.
    pub sender: String,
    /// The size.
    pub size: i64,
    /// Time, as a Unix time.
    pub time: UnixTime,
    /// The user.
    pub user: Option<String>,
}

/// See [`Params`].
pub struct FetchMailQueue;

impl Function for FetchMailQueue {
    const NAME: &'static str = "fetch_mail_queue";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `read_cpgreylist_deferred_entries`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Lists the deferred triplets: sending address, sender and recipient.
#[derive(Input)]
pub struct Params;

/// What `read_cpgreylist_deferred_entries` answers.
#[derive(Output)]
pub struct Reply {
    /// The greylist deferred entries.
    pub greylist_deferred_entries: Vec<GreylistDeferredEntry>,
    /// The limit.
    pub limit: i64,
    /// The offset.
    pub offset: i64,
    /// The server timezone.
    pub server_timezone: String,
    /// The server tzoffset.
    pub server_tzoffset: i64,
    /// The total rows.
    pub total_rows: i64,
}

/// One item of `greylist_deferred_entries`.
#[derive(Output)]
pub struct GreylistDeferredEntry {
    /// The accepted count.
    pub accepted_count: i64,
    /// The block exp time.
    pub block_exp_time: String,
    /// The create time.
    pub create_time: String,
    /// The deferred count.
    pub deferred_count: i64,
    /// The from addr.
    pub from_addr: String,
    /// The ID.
    pub id: i64,
    /// The must retry by.
    pub must_retry_by: String,
    /// The record exp time.
    pub record_exp_time: String,
    /// The sender IP address.
    pub sender_ip: String,
    /// The to addr.
    pub to_addr: String,
}

/// See [`Params`].
pub struct ReadCpgreylistDeferredEntries;

impl Function for ReadCpgreylistDeferredEntries {
    const NAME: &'static str = "read_cpgreylist_deferred_entries";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

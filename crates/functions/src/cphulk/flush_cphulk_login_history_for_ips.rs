//! `flush_cphulk_login_history_for_ips`

use std::net::IpAddr;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Deletes login history for given addresses and so unblocks them.
#[derive(Input)]
pub struct Params {
    /// The IP address: IPv4 or IPv6. One or several.
    #[param(family)]
    pub ip: Vec<IpAddr>,
}

/// What `flush_cphulk_login_history_for_ips` answers.
#[derive(Output)]
pub struct Reply {
    /// The iptable bans removed.
    pub iptable_bans_removed: i64,
    /// The records removed.
    pub records_removed: i64,
}

/// See [`Params`].
pub struct FlushCphulkLoginHistoryForIps;

impl Function for FlushCphulkLoginHistoryForIps {
    const NAME: &'static str = "flush_cphulk_login_history_for_ips";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

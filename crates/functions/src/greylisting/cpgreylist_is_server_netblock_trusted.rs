//! `cpgreylist_is_server_netblock_trusted`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tells whether the netblocks around the server are trusted hosts.
#[derive(Input)]
pub struct Params;

/// What `cpgreylist_is_server_netblock_trusted` answers.
#[derive(Output)]
pub struct Reply {
    /// The IP address blocks.
    pub ip_blocks: BTreeMap<String, Flag>,
}

/// See [`Params`].
pub struct CpgreylistIsServerNetblockTrusted;

impl Function for CpgreylistIsServerNetblockTrusted {
    const NAME: &'static str = "cpgreylist_is_server_netblock_trusted";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `get_udp4_sockets`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List the system's UDP sockets over IPv4.
#[derive(Input)]
pub struct Params;

/// What `get_udp4_sockets` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The dport.
    pub dport: i64,
    /// The dst.
    pub dst: String,
    /// The inode.
    pub inode: i64,
    /// The rqueue.
    pub rqueue: i64,
    /// The sport.
    pub sport: i64,
    /// The src.
    pub src: String,
    /// The state.
    pub state: i64,
    /// The user ID.
    pub uid: i64,
    /// The wqueue.
    pub wqueue: i64,
}

/// See [`Params`].
pub struct GetUdp4Sockets;

impl Function for GetUdp4Sockets {
    const NAME: &'static str = "get_udp4_sockets";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

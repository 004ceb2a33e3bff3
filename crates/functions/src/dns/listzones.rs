//! `listzones`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List the DNS zones of the server.
#[derive(Input)]
pub struct Params;

/// What `listzones` answers.
#[derive(Output)]
pub struct Reply {
    /// The zone.
    pub zone: Vec<Zone>,
}

/// One item of `zone`.
#[derive(Output)]
pub struct Zone {
    /// The domain.
    pub domain: String,
    /// The zonefile.
    pub zonefile: String,
}

/// See [`Params`].
pub struct Listzones;

impl Function for Listzones {
    const NAME: &'static str = "listzones";
    const NEEDS: Needs =
        Needs::AnyOf(&[Acl::CreateDns, Acl::EditDns, Acl::KillDns, Acl::ParkDns, Acl::EditMx]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

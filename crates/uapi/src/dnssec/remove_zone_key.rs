//! `DNSSEC::remove_zone_key`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The key ID.
    pub key_id: i64,
}

/// What `remove_zone_key` answers.
#[derive(Output)]
pub struct Reply {
    /// The domain.
    pub domain: String,
    /// The error.
    pub error: String,
    /// The key ID.
    pub key_id: String,
    /// The success flag: 0 or 1.
    pub success: Flag,
}

/// See [`Params`].
pub struct RemoveZoneKey;

impl Function for RemoveZoneKey {
    const NAME: &'static str = "remove_zone_key";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

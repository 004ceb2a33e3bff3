//! `cluster_member_has_trust_with`

use std::net::IpAddr;

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tells whether a member of the caller's DNS cluster trusts this server back.
#[derive(Debug, Input)]
pub struct Params {
    /// The member's address.
    pub host: IpAddr,
    /// Its other address, where it stands behind a translation of addresses.
    pub althost: Option<IpAddr>,
}

/// What `cluster_member_has_trust_with` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// Whether it does.
    pub has_trust: Flag,
}

/// See [`Params`].
pub struct ClusterMemberHasTrustWith;

impl Function for ClusterMemberHasTrustWith {
    const NAME: &'static str = "cluster_member_has_trust_with";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Clustering]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

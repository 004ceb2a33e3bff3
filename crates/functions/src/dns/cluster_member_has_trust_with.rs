//! `cluster_member_has_trust_with`

use std::net::IpAddr;

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Param, Result, Type, form::one};

/// Tells whether this server may send zones to a member of the caller's DNS cluster. The member is
/// asked whether it knows the token that the caller has for it, and whether that token has the
/// privilege `clustering`. A server that asks us so learns whether we trust it back.
#[derive(Debug, Input)]
pub struct Params {
    /// The member's address.
    pub host: IpAddr,
    /// Its other address, where it stands behind a translation of addresses.
    pub althost: Option<OtherAddress>,
}

/// An address, or none where the text is empty.
#[derive(Debug)]
pub struct OtherAddress(Option<IpAddr>);

impl Param for OtherAddress {
    const TYPE: Type = Type::Ip;
    fn read(texts: &[&str]) -> Result<Self, String> {
        if one(texts)?.is_empty() {
            Ok(Self(None))
        } else {
            IpAddr::read(texts).map(|it| Self(Some(it)))
        }
    }
}

/// What `cluster_member_has_trust_with` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// Whether it may; 0 too for a server that is no member.
    pub has_trust: Flag,
}

/// See [`Params`].
pub struct ClusterMemberHasTrustWith;

impl Function for ClusterMemberHasTrustWith {
    const NAME: &'static str = "cluster_member_has_trust_with";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Clustering]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let (cluster, owner) = (&cx.host.dns_cluster, &cx.caller.user);
        let mut trust = cluster.takes_from_us(owner, params.host)?;
        if let (None, Some(OtherAddress(Some(other)))) = (trust, params.althost) {
            trust = cluster.takes_from_us(owner, other)?;
        }
        Ok(Reply { has_trust: Flag(trust.unwrap_or_default()) })
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Kind};

    use crate::testing::World;

    const NAME: &str = "cluster_member_has_trust_with";

    fn trust(world: &World, user: &str, form: &[(&str, &str)]) -> serde_json::Value {
        let data = world.data(user, NAME, form);
        assert_eq!(data.as_object().unwrap().len(), 1, "{data}");
        data["has_trust"].clone()
    }

    #[test]
    fn the_member_decides() {
        let world = World::new();
        assert_eq!(trust(&world, "root", &[("host", "192.0.2.61")]), 1);
        assert_eq!(trust(&world, "root", &[("host", "192.0.2.62")]), 0);
        assert_eq!(trust(&world, "root", &[("host", "192.0.2.99")]), 0, "it is no member");
        let away = world.call("root", NAME, &[("host", "192.0.2.63")]).unwrap_err();
        assert_eq!(away.kind(), Kind::Unavailable);
    }

    #[test]
    fn a_member_is_known_by_either_address() {
        let world = World::new();
        let both = |host, althost| trust(&world, "root", &[("host", host), ("althost", althost)]);
        assert_eq!(both("10.0.0.1", "192.0.2.61"), 1);
        assert_eq!(both("192.0.2.61", "10.0.0.1"), 1);
        assert_eq!(both("192.0.2.62", "192.0.2.61"), 0, "the first is one, and says no");
        assert_eq!(both("10.0.0.1", "10.0.0.2"), 0);
        assert_eq!(both("192.0.2.61", ""), 1, "none, as the reference writes it");
    }

    #[test]
    fn each_has_a_cluster_of_its_own() {
        let world = World::new().reseller("bob", &[Acl::Clustering]).reseller("eve", &[]);
        assert_eq!(trust(&world, "bob", &[("host", "192.0.2.71")]), 1);
        assert_eq!(trust(&world, "bob", &[("host", "192.0.2.61")]), 0);
        assert_eq!(trust(&world, "root", &[("host", "192.0.2.71")]), 0);
        let refused = world.call("eve", NAME, &[("host", "192.0.2.71")]).unwrap_err();
        assert_eq!(refused.kind(), Kind::Denied);
    }

    #[test]
    fn an_address_is_one() {
        let world = World::new();
        for (form, named) in [
            (&[][..], "host: "),
            (&[("host", "ns1.member.test")][..], "host: "),
            (&[("host", "")][..], "host: "),
            (&[("host", "192.0.2.61"), ("althost", "192.0.2")][..], "althost: "),
            (&[("host", "192.0.2.61:2087")][..], "host: "),
        ] {
            let said = world.refusal("root", NAME, form);
            assert!(said.starts_with(named), "{form:?}: {said}");
        }
    }
}

//! `update_reverse_dns_cache`

use api::{Cx, Effect, Function, Input, Needs, Result};

use crate::domain::dns::reverse;

/// Looks up anew what names the server's addresses lead back to. The mail server calls itself by the
/// name of the address that it sends from.
#[derive(Debug, Input)]
pub struct Params {}

/// See [`Params`].
pub struct UpdateReverseDnsCache;

impl Function for UpdateReverseDnsCache {
    const NAME: &'static str = "update_reverse_dns_cache";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, _: Params) -> Result<()> {
        let unknown = reverse::refresh(cx)?;
        if !unknown.is_empty() {
            let unknown: Vec<String> = unknown.iter().map(ToString::to_string).collect();
            cx.warn(format!("No nameserver told the names of {}.", unknown.join(", ")));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::{domain::dns::reverse, testing::World};

    fn name(world: &World, ip: &str) -> Option<String> {
        reverse::of(&*world.host.store.read().unwrap(), ip).unwrap()
    }

    #[test]
    fn the_names_are_those_of_the_public_addresses() {
        let world = World::new().addresses("192.0.2.20/30");
        let pair = [("local_ip", "192.0.2.20"), ("public_ip", "198.51.100.1")];
        world.call("root", "nat_set_public_ip", &pair).unwrap();
        let zone = [("domain", "2.0.192.in-addr.arpa"), ("ip", "192.0.2.10")];
        world.call("root", "adddns", &zone).unwrap();
        let record =
            [("domain", zone[0].1), ("name", "10"), ("type", "PTR"), ("ptrdname", "mx.host.test.")];
        world.call("root", "addzonerecord", &record).unwrap();
        world.call("root", "update_reverse_dns_cache", &[]).unwrap();
        assert_eq!(name(&world, "192.0.2.10").unwrap(), "mx.host.test");
        assert_eq!(name(&world, "192.0.2.20").unwrap(), "host-1.beyond.test");
        assert_eq!(name(&world, "192.0.2.21"), None);
        world.call("root", "delip", &[("ip", "192.0.2.20")]).unwrap();
        world.call("root", "killdns", &zone[..1]).unwrap();
        world.call("root", "update_reverse_dns_cache", &[]).unwrap();
        assert!(["192.0.2.10", "192.0.2.20"].iter().all(|ip| name(&world, ip).is_none()));
    }

    #[test]
    fn an_address_that_nobody_tells_of_keeps_its_name() {
        let world = World::new().addresses("192.0.2.20").reseller("bob", &[Acl::NsConfig]);
        let public = |ip| {
            let pair = [("local_ip", "192.0.2.20"), ("public_ip", ip)];
            world.call("root", "nat_set_public_ip", &pair).unwrap();
            world.call("root", "update_reverse_dns_cache", &[]).unwrap()
        };
        assert!(public("198.51.100.1").notes.warnings.is_empty());
        let warned = public("203.0.113.1").notes.warnings;
        assert_eq!(warned, ["No nameserver told the names of 192.0.2.20."]);
        assert_eq!(name(&world, "192.0.2.20").unwrap(), "host-1.beyond.test");
        assert!(world.call("bob", "update_reverse_dns_cache", &[]).is_err());
    }
}

//! `addip`

use std::net::IpAddr;

use api::{Cx, Effect, Error, Function, Input, Legacy, Needs, Result};

use super::addips;

/// Adds an IPv4 address to the server: what callers who name no version call `addips`.
#[derive(Debug, Input)]
pub struct Params {
    /// The address.
    pub ip: IpAddr,
    /// The netmask.
    pub netmask: IpAddr,
}

/// See [`Params`].
pub struct Addip;

impl Function for Addip {
    const NAME: &'static str = "addip";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::OWN_NAME;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, Params { ip, netmask }: Params) -> Result<()> {
        let IpAddr::V4(ip) = ip else {
            return Err(Error::param("ip", "must be an IPv4 address."));
        };
        let prefix = addips::prefix(netmask)?;
        addips::add(cx, "ip", &[addips::check("ip", ip, prefix)?], prefix)
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn an_address_is_added_once() {
        let world = World::new().reseller("bob", &[Acl::ShowBandwidth]);
        let form = [("ip", "198.51.100.7"), ("netmask", "255.255.255.0")];
        assert!(world.call("bob", "addip", &form).is_err());
        let said = world.call("root", "addip", &form).unwrap().notes.messages;
        assert_eq!(said, ["198.51.100.7 has been added."]);
        let there = world.host.addresses.list().unwrap();
        let ips: Vec<_> = there.iter().map(|one| one.address.ip.to_string()).collect();
        assert_eq!(ips, ["192.0.2.10", "198.51.100.7"]);
        let again = world.refusal("root", "addip", &form);
        assert_eq!(again, "ip: the server has 198.51.100.7 already.");
    }

    #[test]
    fn what_is_no_address_of_a_server_is_refused() {
        let world = World::new();
        for (ip, netmask, said) in [
            ("198.51.100.0/24", "255.255.255.0", "ip: "),
            ("2001:db8::1", "255.255.255.0", "ip: must be an IPv4 address."),
            ("198.51.100.255", "255.255.255.0", "ip: 198.51.100.255 is no address that"),
            ("198.51.100.7", "255.0.255.0", "netmask: "),
        ] {
            let refusal = world.refusal("root", "addip", &[("ip", ip), ("netmask", netmask)]);
            assert!(refusal.starts_with(said), "{refusal}");
        }
        assert_eq!(world.host.addresses.list().unwrap().len(), 1);
    }
}

//! `nat_set_public_ip`

use std::net::{IpAddr, Ipv4Addr};

use api::{Cx, Effect, Error, Function, Input, Needs, Result};

use crate::domain::{
    addresses::{self, outside},
    change::{Change, OnFailure},
};

/// Pair a local address with a public one behind NAT. Zones that are made from now on say the
/// public one. A public address that is the local one ends the pairing.
#[derive(Input)]
pub struct Params {
    /// The local IP address.
    pub local_ip: IpAddr,
    /// The public IP address.
    pub public_ip: IpAddr,
}

/// See [`Params`].
pub struct NatSetPublicIp;

impl Function for NatSetPublicIp {
    const NAME: &'static str = "nat_set_public_ip";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let local = four("local_ip", params.local_ip)?;
        let public = four("public_ip", params.public_ip)?;
        let mut change = Change::begin(cx)?;
        addresses::check(cx.host, change.tx(), "local_ip", local)?;
        if public != local && addresses::is_there(cx.host, change.tx(), public)? {
            let rule = format!("{public} is an address of this server itself.");
            return Err(Error::param("public_ip", rule));
        }
        outside::pair(&mut change, local, public)?;
        change.commit(OnFailure::Undo)
    }
}

fn four(param: &str, ip: IpAddr) -> Result<Ipv4Addr> {
    match ip {
        IpAddr::V4(ip) => Ok(ip),
        IpAddr::V6(_) => Err(Error::param(param, "must be an IPv4 address.")),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn zones_of_new_accounts_say_the_public_address() {
        let world = World::new();
        let form = [("local_ip", "192.0.2.10"), ("public_ip", "198.51.100.20")];
        world.call("root", "nat_set_public_ip", &form).unwrap();
        let world = world.account("alice", "root");
        assert_eq!(world.record("alice").ip, "192.0.2.10");
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        let own = zone.lines.iter().find(|line| line.kind == "A" && line.name.is_empty());
        assert_eq!(own.unwrap().value, "198.51.100.20");
        let form = [("local_ip", "192.0.2.10"), ("public_ip", "192.0.2.10")];
        world.call("root", "nat_set_public_ip", &form).unwrap();
        let data = world.data("root", "get_public_ip", &[("ip", "192.0.2.10")]);
        assert_eq!(data["public_ip"], "192.0.2.10");
    }

    #[test]
    fn a_public_address_has_one_local_one() {
        let world = World::new().addresses("192.0.2.20");
        let form = [("local_ip", "192.0.2.10"), ("public_ip", "198.51.100.20")];
        world.call("root", "nat_set_public_ip", &form).unwrap();
        for (local, public, said) in [
            ("192.0.2.20", "198.51.100.20", "public_ip: 198.51.100.20 is the public address of"),
            ("192.0.2.20", "192.0.2.10", "public_ip: 192.0.2.10 is an address of this server"),
            ("192.0.2.21", "198.51.100.21", "local_ip: 192.0.2.21 is no address of this server"),
            ("192.0.2.20", "::1", "public_ip: must be an IPv4 address."),
        ] {
            let form = [("local_ip", local), ("public_ip", public)];
            let refusal = world.refusal("root", "nat_set_public_ip", &form);
            assert!(refusal.starts_with(said), "{refusal}");
        }
    }
}

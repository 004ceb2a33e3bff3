//! `nat_checkip`

use std::net::IpAddr;

use api::{Cx, Effect, Error, Function, Input, Kind, Needs, Output, Result};

use crate::domain::addresses::{self, outside};

/// Check the public address of a local address behind NAT.
#[derive(Input)]
pub struct Params {
    /// The IP address: local IPv4.
    pub ip: IpAddr,
}

/// What `nat_checkip` answers.
#[derive(Output)]
pub struct Reply {
    /// The checked IP address.
    pub checked_ip: String,
}

/// See [`Params`].
pub struct NatCheckip;

impl Function for NatCheckip {
    const NAME: &'static str = "nat_checkip";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let IpAddr::V4(ip) = params.ip else {
            return Err(Error::param("ip", "must be an IPv4 address."));
        };
        let tx = cx.host.store.read()?;
        addresses::check(cx.host, &*tx, "ip", ip)?;
        let local = ip.to_string();
        let public = outside::public(&*tx, &local)?;
        if public == local && (ip.is_private() || ip.is_loopback() || ip.is_link_local()) {
            let said = format!("ip: {ip} is not reached from outside; nat_set_public_ip pairs it.");
            return Err(Error::new(Kind::Conflict, said));
        }
        cx.message(format!("{local} is reached from outside by {public}."));
        Ok(Reply { checked_ip: local })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn an_address_is_public_or_paired_or_neither() {
        let world = World::new().addresses("10.1.0.4");
        let ask = |ip: &str| world.call("root", "nat_checkip", &[("ip", ip)]);
        assert_eq!(ask("192.0.2.10").unwrap().data["checked_ip"], "192.0.2.10");
        let said = ask("10.1.0.4").unwrap_err().to_string();
        assert!(said.starts_with("ip: 10.1.0.4 is not reached from outside"), "{said}");
        let form = [("local_ip", "10.1.0.4"), ("public_ip", "198.51.100.20")];
        world.call("root", "nat_set_public_ip", &form).unwrap();
        let answer = ask("10.1.0.4").unwrap();
        assert_eq!(answer.data["checked_ip"], "10.1.0.4");
        assert_eq!(answer.notes.messages, ["10.1.0.4 is reached from outside by 198.51.100.20."]);
    }

    #[test]
    fn only_the_servers_own_are_checked() {
        let world = World::new();
        let said = world.refusal("root", "nat_checkip", &[("ip", "10.9.9.9")]);
        assert_eq!(said, "ip: 10.9.9.9 is no address of this server; addips adds it.");
        assert_eq!(
            world.refusal("root", "nat_checkip", &[("ip", "::1")]),
            "ip: must be an IPv4 address."
        );
    }
}

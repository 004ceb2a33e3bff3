//! `get_public_ip`

use std::net::IpAddr;

use api::{Acl, Cx, Effect, Error, Function, Input, Needs, Output, Result, records::Tx};

use crate::domain::{
    addresses::{self, outside},
    resellers::addresses::usable,
};

/// Give the public address for a local or public address.
#[derive(Input)]
pub struct Params {
    /// The IP address.
    pub ip: IpAddr,
}

/// What `get_public_ip` answers.
#[derive(Output)]
pub struct Reply {
    /// The public IP address.
    pub public_ip: String,
}

/// See [`Params`].
pub struct GetPublicIp;

impl Function for GetPublicIp {
    const NAME: &'static str = "get_public_ip";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicSystemInfo]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let text = params.ip.to_string();
        let local = outside::local(&*tx, &text)?.unwrap_or_else(|| text.clone());
        if !may_ask(cx, &*tx, &local)? {
            return Err(Error::not_found(format!("ip: {text} is no address of this server.")));
        }
        Ok(Reply { public_ip: outside::public(&*tx, &local)? })
    }
}

fn may_ask(cx: &Cx<'_>, tx: &dyn Tx, local: &str) -> Result<bool> {
    if !cx.caller.is_rootlike() {
        return Ok(usable(cx.host, tx, &cx.caller.user)?.iter().any(|ip| ip == local));
    }
    match local.parse() {
        Ok(ip) => addresses::is_there(cx.host, tx, ip),
        Err(_) => Ok(local == cx.host.settings.shared_ip),
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn an_address_is_itself_outside_unless_it_is_paired() {
        let world = World::new().addresses("192.0.2.20").reseller("carol", &[Acl::BasicSystemInfo]);
        let public = |by: &str, ip: &str| {
            world.data(by, "get_public_ip", &[("ip", ip)])["public_ip"].clone()
        };
        assert_eq!(public("root", "192.0.2.20"), "192.0.2.20");
        let form = [("local_ip", "192.0.2.20"), ("public_ip", "198.51.100.20")];
        world.call("root", "nat_set_public_ip", &form).unwrap();
        assert_eq!(public("root", "192.0.2.20"), "198.51.100.20");
        assert_eq!(public("carol", "198.51.100.20"), "198.51.100.20");
        assert_eq!(public("carol", "192.0.2.10"), "192.0.2.10");
    }

    #[test]
    fn what_the_caller_may_not_use_is_as_good_as_not_there() {
        let world = World::new()
            .addresses("192.0.2.20")
            .reseller("carol", &[Acl::BasicSystemInfo])
            .reseller("dave", &[]);
        let form = [("user", "dave"), ("ips", "192.0.2.20")];
        world.call("root", "setresellerips", &form).unwrap();
        for ip in ["192.0.2.20", "192.0.2.99"] {
            let said = world.refusal("carol", "get_public_ip", &[("ip", ip)]);
            assert_eq!(said, format!("ip: {ip} is no address of this server."));
        }
        assert!(world.call("dave", "get_public_ip", &[("ip", "192.0.2.20")]).is_err());
    }
}

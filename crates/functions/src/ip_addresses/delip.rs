//! `delip`

use std::net::{IpAddr, Ipv4Addr};

use api::{
    Cx, Effect, Error, Flag, Function, Input, Kind, Legacy, Needs, Result,
    records::{PoolAddress, PublicAddress, ResellerAddress, ReverseName, Subject, Tx, is},
};

use crate::domain::{
    addresses,
    change::{Change, OnFailure},
};

/// Remove an IP address from the server.
#[derive(Input)]
pub struct Params {
    /// The IP address: IPv4.
    pub ip: IpAddr,
    /// Network alias that holds the address; may be null.
    #[param(default = "")]
    pub ethernetdev: String,
    /// 1: keep the address when its interface is down.
    #[param(default = 0)]
    pub skipifshutdown: Flag,
}

/// See [`Params`].
pub struct Delip;

impl Function for Delip {
    const NAME: &'static str = "delip";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::OWN_NAME;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let alias = interface(cx, &params)?;
        let mut change = Change::begin(cx)?;
        let ip = check(cx, change.tx(), params.ip)?;
        let text = ip.to_string();
        change.remove::<PoolAddress>(&[is("number", &u32::from(ip))])?;
        // What is not there cannot be given to accounts, nor be anything outside or lead anywhere.
        change.remove::<ResellerAddress>(&[is("ip", text.as_str())])?;
        change.remove::<PublicAddress>(&[is("local", text.as_str())])?;
        change.remove::<ReverseName>(&[is("ip", text.as_str())])?;
        change.touch(Subject::Address(ip.into()));
        change.commit(OnFailure::Undo)?;
        let down = alias.map(|alias| format!("{alias} is now down, ")).unwrap_or_default();
        cx.reason(format!("{down}{ip} has been removed."));
        Ok(())
    }
}

/// The alias that has the address; refuses another than the one named, and one that is down where
/// such are to stay.
fn interface(cx: &Cx<'_>, params: &Params) -> Result<Option<String>> {
    let all = cx.host.addresses.list()?;
    let found = all.into_iter().find(|interface| interface.address.ip == params.ip);
    let Some(found) = found else { return Ok(None) };
    if params.skipifshutdown.0 && !found.up {
        return Err(Error::new(Kind::Conflict, format!("skipifshutdown: {} is down.", found.name)));
    }
    let device = params.ethernetdev.as_str();
    if !device.is_empty() && device != "null" && device != found.name {
        return Err(Error::param("ethernetdev", format!("{} is on {}.", params.ip, found.name)));
    }
    Ok(Some(found.name))
}

/// Refuses an address that is not of the pool, or that somebody is on.
fn check(cx: &Cx<'_>, tx: &dyn Tx, ip: IpAddr) -> Result<Ipv4Addr> {
    let IpAddr::V4(ip) = ip else {
        return Err(Error::param("ip", "must be an IPv4 address."));
    };
    if Some(ip) == addresses::main(cx.host) {
        return Err(Error::param("ip", format!("{ip} is the server's main address.")));
    }
    if addresses::find(tx, ip)?.is_none() {
        let said = format!("ip: the server has no address {ip} to remove.");
        return Err(Error::not_found(said));
    }
    let usage = addresses::usage(tx, &ip.to_string())?;
    let said = match usage.account {
        Some(account) => format!("ip: {ip} is the account “{account}”'s."),
        None if usage.shared => format!("ip: accounts of a reseller share {ip}."),
        None => return Ok(ip),
    };
    Err(Error::new(Kind::Conflict, said))
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn a_free_address_goes_with_all_that_was_said_of_it() {
        let world = World::new().addresses("192.0.2.20").reseller("carol", &[]);
        let form = [("user", "carol"), ("ips", "192.0.2.20")];
        world.call("root", "setresellerips", &form).unwrap();
        let form = [("local_ip", "192.0.2.20"), ("public_ip", "198.51.100.20")];
        world.call("root", "nat_set_public_ip", &form).unwrap();
        let form = [("ip", "192.0.2.20"), ("ethernetdev", "eth0:cp1")];
        let answer = world.call("root", "delip", &form).unwrap();
        let reason = "eth0:cp1 is now down, 192.0.2.20 has been removed.";
        assert_eq!(answer.notes.reason.as_deref(), Some(reason));
        assert_eq!(world.host.addresses.list().unwrap().len(), 1);
        let data = world.data("root", "getresellerips", &[("user", "carol")]);
        assert_eq!(data["ip"], serde_json::json!(["192.0.2.10"]));
        let world = world.addresses("192.0.2.20");
        let data = world.data("root", "get_public_ip", &[("ip", "192.0.2.20")]);
        assert_eq!(data["public_ip"], "192.0.2.20");
    }

    #[test]
    fn what_is_in_use_stays() {
        let world = World::new().addresses("192.0.2.20/30").reseller("carol", &[]);
        let form = [("username", "alice"), ("ip", "y"), ("customip", "192.0.2.20")];
        world.call("root", "createacct", &form).unwrap();
        let form = [("user", "carol"), ("ip", "192.0.2.21")];
        world.call("root", "setresellermainip", &form).unwrap();
        for (form, said) in [
            (&[("ip", "192.0.2.20")][..], "ip: 192.0.2.20 is the account “alice”'s."),
            (&[("ip", "192.0.2.21")], "ip: accounts of a reseller share 192.0.2.21."),
            (&[("ip", "192.0.2.10")], "ip: 192.0.2.10 is the server's main address."),
            (&[("ip", "192.0.2.9")], "ip: the server has no address 192.0.2.9 to remove."),
            (&[("ip", "::1")], "ip: must be an IPv4 address."),
            (
                &[("ip", "192.0.2.22"), ("ethernetdev", "eth0:cp1")],
                "ethernetdev: 192.0.2.22 is on eth0:cp3.",
            ),
        ] {
            assert_eq!(world.refusal("root", "delip", form), said);
        }
        assert_eq!(world.host.addresses.list().unwrap().len(), 5);
        world.call("root", "removeacct", &[("user", "alice")]).unwrap();
        world.call("root", "delip", &[("ip", "192.0.2.20")]).unwrap();
    }
}

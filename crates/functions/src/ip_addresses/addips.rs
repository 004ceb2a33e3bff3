//! `addips`

use std::net::{IpAddr, Ipv4Addr};

use api::{
    Cx, Effect, Error, Function, Input, Kind, Legacy, Needs, Result,
    records::{PoolAddress, Subject},
};
use ipnet::Ipv4Net;

use crate::domain::{
    addresses,
    change::{Change, OnFailure},
    resellers::addresses::parse,
};

/// Add IPv4 addresses to the server.
#[derive(Input)]
pub struct Params {
    /// One address, or a range in CIDR form (`/24` to `/30`).
    pub ips: String,
    /// The netmask.
    pub netmask: IpAddr,
    /// Address or comma list to leave out.
    pub excludes: Option<String>,
}

/// See [`Params`].
pub struct Addips;

impl Function for Addips {
    const NAME: &'static str = "addips";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::OWN_NAME;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let prefix = prefix(params.netmask)?;
        let excluded = parse("excludes", params.excludes.as_deref().unwrap_or_default())?;
        let mut wanted = named(&params.ips, prefix)?;
        wanted.retain(|ip| !excluded.contains(ip));
        add(cx, "ips", &wanted, prefix)
    }
}

/// Adds addresses to the pool and to an interface; `param` named them.
pub(super) fn add(cx: &Cx<'_>, param: &str, wanted: &[Ipv4Addr], prefix: u8) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let mut added = Vec::new();
    for &ip in wanted {
        if addresses::is_there(cx.host, change.tx(), ip)? {
            cx.message(format!("{ip} is there already."));
            continue;
        }
        change.insert(&PoolAddress { number: ip.into(), prefix })?;
        change.touch(Subject::Address(ip.into()));
        added.push(ip);
    }
    if added.is_empty() {
        let said = match wanted {
            [ip] => format!("{param}: the server has {ip} already."),
            _ => format!("{param}: the server has each of these addresses already."),
        };
        return Err(Error::new(Kind::Exists, said));
    }
    change.commit(OnFailure::Undo)?;
    for ip in &added {
        cx.message(format!("{ip} has been added."));
    }
    cx.reason("Success");
    Ok(())
}

/// How many bits a netmask has.
pub(super) fn prefix(mask: IpAddr) -> Result<u8> {
    let rule = || Error::param("netmask", "must be a netmask such as 255.255.255.0.");
    let IpAddr::V4(mask) = mask else { return Err(rule()) };
    let prefix = ipnet::ipv4_mask_to_prefix(mask).map_err(|_| rule())?;
    if prefix == 0 { Err(rule()) } else { Ok(prefix) }
}

/// The one address, or those of a range that are neither their network's own nor its broadcast.
fn named(text: &str, prefix: u8) -> Result<Vec<Ipv4Addr>> {
    if let Ok(one) = text.trim().parse() {
        return check("ips", one, prefix).map(|one| vec![one]);
    }
    let range: Ipv4Net = text.trim().parse().map_err(|_| {
        Error::param("ips", "must be an IPv4 address or a range such as 192.0.2.0/28.")
    })?;
    if !(24..=30).contains(&range.prefix_len()) {
        return Err(Error::param("ips", "a range has a mask from 24 to 30."));
    }
    let (first, last) = (u32::from(range.network()), u32::from(range.broadcast()));
    let all = (first..=last).map(Ipv4Addr::from);
    Ok(all.filter(|ip| can_be(*ip, prefix)).collect())
}

/// Refuses an address that a server cannot have.
pub(super) fn check(param: &str, ip: Ipv4Addr, prefix: u8) -> Result<Ipv4Addr> {
    if can_be(ip, prefix) {
        return Ok(ip);
    }
    Err(Error::param(param, format!("{ip} is no address that a server can have.")))
}

/// Whether a server can have the address in a network of that many bits.
fn can_be(ip: Ipv4Addr, prefix: u8) -> bool {
    let [first, ..] = ip.octets();
    let ends = Ipv4Net::new(ip, prefix)
        .is_ok_and(|network| ip == network.network() || ip == network.broadcast());
    (1..224).contains(&first) && (prefix > 30 || !ends)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::World;

    fn ips(world: &World) -> Vec<String> {
        let data = world.data("root", "listips", &[]);
        let rows = data["ip"].as_array().unwrap();
        rows.iter().map(|row| row["ip"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn a_range_is_added_but_for_what_is_left_out_and_what_is_the_networks() {
        let world = World::new();
        let form = [
            ("ips", "198.51.100.0/30"),
            ("netmask", "255.255.255.0"),
            ("excludes", "198.51.100.2, 198.51.100.9"),
        ];
        let answer = world.call("root", "addips", &form).unwrap();
        assert_eq!(answer.notes.reason.as_deref(), Some("Success"));
        let said = ["198.51.100.1 has been added.", "198.51.100.3 has been added."];
        assert_eq!(answer.notes.messages, said);
        assert_eq!(ips(&world), ["192.0.2.10", "198.51.100.1", "198.51.100.3"]);
        let names: Vec<String> =
            world.host.addresses.list().unwrap().into_iter().map(|one| one.name).collect();
        assert_eq!(names, ["eth0", "eth0:cp1", "eth0:cp2"]);
        let again = world.call("root", "addips", &form[..2]).unwrap().notes.messages;
        assert_eq!(again.len(), 3, "{again:?}");
        assert!(crate::domain::apply::drift(&world.host).unwrap().is_empty());
    }

    #[test]
    fn what_is_no_address_of_a_server_is_refused() {
        let world = World::new();
        for (ips, netmask, said) in [
            ("192.0.2.10", "255.255.255.0", "ips: the server has 192.0.2.10 already."),
            ("192.0.2.0/23", "255.255.255.0", "ips: a range has a mask from 24 to 30."),
            ("192.0.2.0/31", "255.255.255.0", "ips: a range has a mask from 24 to 30."),
            ("2001:db8::1", "255.255.255.0", "ips: must be an IPv4 address or a range such as"),
            ("224.0.0.1", "255.255.255.0", "ips: 224.0.0.1 is no address that a server can have."),
            ("192.0.2.255", "255.255.255.0", "ips: 192.0.2.255 is no address that a server can"),
            ("192.0.2.20", "255.0.255.0", "netmask: must be a netmask such as 255.255.255.0."),
            ("192.0.2.20", "::1", "netmask: must be a netmask such as 255.255.255.0."),
        ] {
            let refusal = world.refusal("root", "addips", &[("ips", ips), ("netmask", netmask)]);
            assert!(refusal.starts_with(said), "{refusal}");
        }
        assert_eq!(json!(ips(&world)), json!(["192.0.2.10"]));
    }
}

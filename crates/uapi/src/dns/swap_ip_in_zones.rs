//! `DNS::swap_ip_in_zones`

use std::{
    collections::BTreeSet,
    net::{IpAddr, Ipv4Addr},
};

use api::{
    Cx, DomainName, Effect, Error, Function, Input, Needs, Output, Result,
    records::ZoneLine,
    zone::{RecordValue, Zone, absolute_owner},
};
use functions::domain::dns::{
    access,
    edit::{self, Draft, ZoneEdit},
};

/// Puts an IPv4 address in the place of another in the zones of domains of the account.
#[derive(Debug, Input)]
pub struct Params {
    /// The address that comes.
    pub dest_ip: IpAddr,
    /// The domains; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
    /// The address that goes; else that of the zone's own name, or where that is none or a loopback
    /// address, the first of the zone that is not.
    pub source_ip: Option<IpAddr>,
    /// The address that comes at names that begin with `ftp`; `dest_ip` where it is absent.
    pub ftp_ip: Option<IpAddr>,
}

/// A record that changed.
#[derive(Debug, Output)]
pub struct Item {
    /// The zone.
    pub zone_name: DomainName,
    /// The record's owner, with its final dot.
    pub record_name: String,
    /// Its type.
    pub record_type: String,
    /// Its address before.
    pub old_value: String,
    /// Its address now.
    pub new_value: String,
}

/// See [`Params`].
pub struct SwapIpInZones;

impl Function for SwapIpInZones {
    const NAME: &'static str = "swap_ip_in_zones";
    const NEEDS: Needs = Needs::Features(&["zoneedit", "simplezoneedit"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let swap = Swap {
            new: four("dest_ip", Some(params.dest_ip))?.unwrap_or(Ipv4Addr::UNSPECIFIED),
            old: four("source_ip", params.source_ip)?,
            ftp: four("ftp_ip", params.ftp_ip)?,
        };
        let tx = cx.host.store.read()?;
        let mut zones = BTreeSet::new();
        for domain in &params.domain {
            let zone = access::holding(&*tx, domain)?;
            let absent = || Error::not_found(format!("There is no zone “{domain}”."));
            zones.insert(access::start(cx, &*tx, &zone.ok_or_else(absent)?.name)?.name);
        }
        drop(tx);
        let mut changed = Vec::new();
        for zone in &zones {
            changed.extend(swap.within(cx, zone)?);
        }
        Ok(changed)
    }
}

/// Addresses that come and go.
struct Swap {
    new: Ipv4Addr,
    old: Option<Ipv4Addr>,
    ftp: Option<Ipv4Addr>,
}

fn four(param: &str, ip: Option<IpAddr>) -> Result<Option<Ipv4Addr>> {
    match ip {
        Some(IpAddr::V6(_)) => Err(Error::param(param, "it must be an IPv4 address")),
        Some(IpAddr::V4(ip)) => Ok(Some(ip)),
        None => Ok(None),
    }
}

impl Swap {
    fn within(&self, cx: &Cx<'_>, name: &DomainName) -> Result<Vec<Item>> {
        let mut editing = ZoneEdit::begin(cx, name)?;
        let zone = editing.whole()?;
        let Some(old) = self.old.or_else(|| source(&zone)) else { return Ok(Vec::new()) };
        let has_old = |line: &&ZoneLine| address(line) == Some(old);
        let mut changed = Vec::new();
        for line in zone.lines.iter().filter(has_old) {
            let is_ftp = line.name == "ftp" || line.name.starts_with("ftp.");
            let new = self.ftp.filter(|_| is_ftp).unwrap_or(self.new);
            let owner = absolute_owner(&line.name, name);
            let value = RecordValue::A(new);
            editing.replace(line.index(), Draft { name: owner.clone(), ttl: line.ttl, value })?;
            changed.push(Item {
                zone_name: name.clone(),
                record_name: owner,
                record_type: line.kind.clone(),
                old_value: old.to_string(),
                new_value: new.to_string(),
            });
        }
        if !changed.is_empty() {
            let serial = editing.commit()?;
            edit::tell(cx, name, serial);
        }
        Ok(changed)
    }
}

fn address(line: &ZoneLine) -> Option<Ipv4Addr> {
    line.value.parse().ok().filter(|_| line.kind == "A")
}

/// The address that a zone has.
fn source(zone: &Zone) -> Option<Ipv4Addr> {
    let own = zone.lines.iter().filter(|line| line.name.is_empty());
    own.chain(&zone.lines).filter_map(address).find(|ip| !ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn every_record_of_the_address_gets_the_other_once() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let add = r#"{"dname":"ftp.a","ttl":300,"record_type":"A","data":["192.0.2.10"]}"#;
        let form = [("zone", "alice.test"), ("serial", "2026010100"), ("add", add)];
        world.uapi("alice", "DNS", "mass_edit_zone", &form).unwrap();
        let form = [
            ("domain", "alice.test"),
            ("domain-1", "www.alice.test"),
            ("dest_ip", "192.0.2.77"),
            ("ftp_ip", "192.0.2.78"),
        ];
        let said = world.uapi_refusal("bob", "DNS", "swap_ip_in_zones", &form);
        assert_eq!(said, "There is no zone “alice.test”.");
        let told = world.uapi_data("alice", "DNS", "swap_ip_in_zones", &form);
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        let of = |ip: &str| zone.lines.iter().filter(|line| line.value == ip).count();
        assert_eq!((of("192.0.2.10"), of("192.0.2.78")), (0, 1));
        assert_eq!(told.as_array().unwrap().len(), of("192.0.2.77") + 1);
        assert_eq!(
            (&told[0]["old_value"], &told[0]["record_name"]),
            (&"192.0.2.10".into(), &"alice.test.".into())
        );
        assert_eq!(zone.soa.serial, 2_026_010_102);
        let none =
            [("domain", "alice.test"), ("dest_ip", "192.0.2.1"), ("source_ip", "192.0.2.99")];
        let told = world.uapi_data("alice", "DNS", "swap_ip_in_zones", &none);
        assert!(told.as_array().unwrap().is_empty());
        assert_eq!(
            world.machine.find_zone("alice.test").unwrap().unwrap().soa.serial,
            2_026_010_102
        );
    }
}

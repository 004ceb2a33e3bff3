//! The addresses of the server: which there are, who is on them, which are free. Which of them a
//! reseller may use is in `domain::resellers::addresses`.

pub mod apply;
pub mod outside;
pub mod sites;
pub mod six;

use std::{
    collections::BTreeSet,
    net::{IpAddr, Ipv4Addr},
};

use api::{
    Error, Flag, Host, Record, Result, UserName,
    ports::InterfaceAddress,
    records::{Ipv6Address, PoolAddress, ResellerAddress, Tx, is},
};

use super::resellers::addresses;

/// The server's main IPv4 address, where it has one.
pub fn main(host: &Host) -> Option<Ipv4Addr> {
    host.settings.shared_ip.parse().ok()
}

/// The pool: the server's other addresses, by number.
pub fn pool(host: &Host, tx: &dyn Tx) -> Result<Vec<PoolAddress>> {
    let mut rows: Vec<PoolAddress> = tx.matching(Vec::new())?;
    rows.retain(|row| Some(row.ip()) != main(host));
    Ok(rows)
}

/// The row of an address of the pool.
pub fn find(tx: &dyn Tx, ip: Ipv4Addr) -> Result<Option<PoolAddress>> {
    tx.find(&[(&u32::from(ip)).into()])
}

/// Whether the server has the address.
pub fn is_there(host: &Host, tx: &dyn Tx, ip: Ipv4Addr) -> Result<bool> {
    Ok(Some(ip) == main(host) || find(tx, ip)?.is_some())
}

/// Refuses an address that the server does not have.
pub fn check(host: &Host, tx: &dyn Tx, param: &str, ip: Ipv4Addr) -> Result<()> {
    if is_there(host, tx, ip)? {
        return Ok(());
    }
    Err(Error::param(param, format!("{ip} is no address of this server; addips adds it.")))
}

/// Who is on an address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Use {
    /// An account on it.
    pub account: Option<UserName>,
    /// Whether it is that account's alone.
    pub alone: bool,
    /// Whether a reseller's accounts share it.
    pub shared: bool,
}

impl Use {
    /// Whether nobody is on it.
    pub fn is_free(&self) -> bool {
        self.account.is_none() && !self.shared
    }
}

/// Who is on an address.
pub fn usage(tx: &dyn Tx, ip: &str) -> Result<Use> {
    #[derive(Record)]
    #[record(table = "accounts", key = "name")]
    struct OnIt {
        name: UserName,
        dedicated_ip: Flag,
    }
    let first: Option<OnIt> = tx.first(vec![is("ip", ip)])?;
    let alone = first.as_ref().is_some_and(|account| account.dedicated_ip.0);
    let account = first.map(|account| account.name);
    Ok(Use { account, alone, shared: addresses::is_shared(tx, ip)? })
}

/// The address that an owner's next account with one of its own gets: the first free one of those
/// given to the owner; else, unless the owner is held to those, the first free one of the pool that
/// no other reseller was given.
pub fn free(host: &Host, tx: &dyn Tx, owner: &UserName) -> Result<Option<String>> {
    for ip in addresses::given(tx, owner)? {
        let there = ip.parse().is_ok_and(|ip| find(tx, ip).is_ok_and(|row| row.is_some()));
        if there && usage(tx, &ip)?.is_free() {
            return Ok(Some(ip));
        }
    }
    if addresses::of(tx, owner)?.is_held.0 {
        return Ok(None);
    }
    let given = given_to_others(tx, owner)?;
    for row in pool(host, tx)? {
        let ip = row.ip().to_string();
        if !given.contains(&ip) && usage(tx, &ip)?.is_free() {
            return Ok(Some(ip));
        }
    }
    Ok(None)
}

/// The addresses that were given to other resellers.
pub fn given_to_others(tx: &dyn Tx, owner: &UserName) -> Result<BTreeSet<String>> {
    let rows: Vec<ResellerAddress> = tx.matching(Vec::new())?;
    Ok(rows.into_iter().filter(|row| row.name != *owner).map(|row| row.ip).collect())
}

/// How an address should be on an interface; nothing where it should not be there.
pub fn on_interface(host: &Host, tx: &dyn Tx, ip: IpAddr) -> Result<Option<InterfaceAddress>> {
    let prefix = match ip {
        IpAddr::V4(ip) if Some(ip) == main(host) => None,
        IpAddr::V4(ip) => find(tx, ip)?.map(|row| row.prefix),
        IpAddr::V6(ip) => {
            let text = six::in_full(ip);
            let row: Option<Ipv6Address> = tx.first(vec![is("ip", text.as_str())])?;
            row.filter(|row| row.range != six::SHARED).map(|_| 128)
        }
    };
    Ok(prefix.map(|prefix| InterfaceAddress { ip, prefix, main: false }))
}

/// Every address that should be on an interface besides the main one.
pub fn all_on_interfaces(host: &Host, tx: &dyn Tx) -> Result<BTreeSet<IpAddr>> {
    let mut all: BTreeSet<IpAddr> = pool(host, tx)?.iter().map(|row| row.ip().into()).collect();
    let six: Vec<Ipv6Address> = tx.matching(Vec::new())?;
    let six = six.iter().filter(|row| row.range != six::SHARED);
    all.extend(six.filter_map(|row| row.ip.parse::<IpAddr>().ok()));
    Ok(all)
}

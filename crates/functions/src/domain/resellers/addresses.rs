//! The addresses of resellers' accounts: the one that accounts share, and those that the reseller
//! may give to accounts besides.

use std::{collections::BTreeSet, net::Ipv4Addr};

use api::{
    Error, Host, Result, UserName,
    records::{ResellerAddress, ResellerAddresses, Tx, is},
};

use crate::domain::{addresses as pool, change::Change};

/// What is set for a reseller.
pub fn of(tx: &dyn Tx, name: &UserName) -> Result<ResellerAddresses> {
    let found: Option<ResellerAddresses> = tx.find(&[name.into()])?;
    let nothing = || ResellerAddresses { name: name.clone(), shared: None, is_held: false.into() };
    Ok(found.unwrap_or_else(nothing))
}

/// The address of an owner's accounts that have none of their own.
pub fn shared(host: &Host, tx: &dyn Tx, owner: &UserName) -> Result<String> {
    Ok(of(tx, owner)?.shared.unwrap_or_else(|| host.settings.shared_ip.clone()))
}

/// The addresses that were given to a reseller, by number.
pub fn given(tx: &dyn Tx, name: &UserName) -> Result<Vec<String>> {
    let rows: Vec<ResellerAddress> = tx.matching(vec![is("name", name)])?;
    Ok(sorted(rows.into_iter().map(|row| row.ip)))
}

/// All addresses that a reseller may put accounts on: those given; the shared one; and, unless they
/// are held to theirs, the server's, but for what was given to others.
pub fn usable(host: &Host, tx: &dyn Tx, name: &UserName) -> Result<Vec<String>> {
    let mut all = given(tx, name)?;
    all.push(shared(host, tx, name)?);
    if !of(tx, name)?.is_held.0 {
        let others = pool::given_to_others(tx, name)?;
        let open = of_server(host, tx)?.into_iter().filter(|ip| !others.contains(ip));
        all.extend(open);
    }
    Ok(sorted(all.into_iter()))
}

/// Whether a reseller's accounts share the address.
pub fn is_shared(tx: &dyn Tx, ip: &str) -> Result<bool> {
    Ok(tx.first::<ResellerAddresses>(vec![is("shared", ip)])?.is_some())
}

/// Keeps what a reseller may use, in place of what there was.
pub fn set(change: &mut Change<'_>, name: &UserName, held: bool, ips: &[Ipv4Addr]) -> Result<()> {
    let before = of(change.tx(), name)?;
    change.save(&ResellerAddresses { is_held: held.into(), ..before })?;
    change.remove::<ResellerAddress>(&[is("name", name)])?;
    for ip in ips {
        change.insert(&ResellerAddress { name: name.clone(), ip: ip.to_string() })?;
    }
    Ok(())
}

/// All addresses of this server.
pub fn of_server(host: &Host, tx: &dyn Tx) -> Result<Vec<String>> {
    let pool = pool::pool(host, tx)?.into_iter().map(|row| row.ip().to_string());
    Ok(sorted(pool.chain([host.settings.shared_ip.clone()])))
}

/// Each address once, by number.
fn sorted(ips: impl Iterator<Item = String>) -> Vec<String> {
    let ips: BTreeSet<Ipv4Addr> = ips.filter_map(|ip| ip.parse().ok()).collect();
    ips.iter().map(Ipv4Addr::to_string).collect()
}

/// Reads a list of addresses parted by commas.
pub fn parse(param: &str, text: &str) -> Result<Vec<Ipv4Addr>> {
    let mut ips = BTreeSet::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let rule = || Error::param(param, "must be IPv4 addresses parted by commas.");
        ips.insert(part.parse().map_err(|_| rule())?);
    }
    Ok(ips.into_iter().collect())
}

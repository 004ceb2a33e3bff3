//! The addresses of resellers' accounts: the one that accounts share, and those that the reseller
//! may give to accounts besides.

use std::{collections::BTreeSet, net::Ipv4Addr};

use api::{
    Error, Host, Record, Result, UserName,
    records::{AccountRecord, ResellerAddress, ResellerAddresses, Select, Tx, Where, is},
};

use crate::domain::change::Change;

/// How many different addresses of accounts are looked for.
const MOST: usize = 1000;

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

/// All addresses that a reseller may put accounts on: those given; the shared one; and the server's,
/// unless they are held to theirs.
pub fn usable(host: &Host, tx: &dyn Tx, name: &UserName) -> Result<Vec<String>> {
    let mut all = given(tx, name)?;
    all.push(shared(host, tx, name)?);
    if !of(tx, name)?.is_held.0 {
        all.push(host.settings.shared_ip.clone());
    }
    Ok(sorted(all.into_iter()))
}

/// An address that was given to the reseller and that no account has.
pub fn free(tx: &dyn Tx, name: &UserName) -> Result<Option<String>> {
    for ip in given(tx, name)? {
        if !is_shared(tx, &ip)? && tx.first::<AccountRecord>(vec![is("ip", ip.as_str())])?.is_none()
        {
            return Ok(Some(ip));
        }
    }
    Ok(None)
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

/// All addresses that this server knows of: its own, those of accounts, those of resellers.
pub fn of_server(host: &Host, tx: &dyn Tx) -> Result<Vec<String>> {
    let mut all = vec![host.settings.shared_ip.clone()];
    let resellers: Vec<ResellerAddresses> = tx.matching(Vec::new())?;
    all.extend(resellers.into_iter().filter_map(|row| row.shared));
    let given: Vec<ResellerAddress> = tx.matching(Vec::new())?;
    all.extend(given.into_iter().map(|row| row.ip));
    let mut last = String::new();
    // Each step finds the next address in the index.
    while let Some(next) = next_of_accounts(tx, &last)?.filter(|_| all.len() < MOST) {
        all.push(next.clone());
        last = next;
    }
    Ok(sorted(all.into_iter()))
}

fn next_of_accounts(tx: &dyn Tx, last: &str) -> Result<Option<String>> {
    #[derive(Debug, Record)]
    #[record(table = "accounts", key = "name")]
    struct Address {
        ip: String,
    }
    let rows: Vec<Address> = tx.list(&Select {
        filter: vec![Where::Above("ip", last.into())],
        order: vec![("ip", false)],
        window: Some((0, 1)),
    })?;
    Ok(rows.into_iter().next().map(|row| row.ip))
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

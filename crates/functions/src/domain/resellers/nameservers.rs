//! The nameservers in the zones of resellers' accounts.

use api::{
    DomainName, Error, Host, Result, UserName,
    records::{ResellerNameserver, Tx, is},
};

use crate::domain::{change::Change, dns::servers};

/// The most that a reseller may have, as `createacct` answers with four.
const MOST: usize = 4;

/// The nameservers of new zones of an owner's accounts: the owner's, or else the server's.
pub fn of(host: &Host, tx: &dyn Tx, owner: &UserName) -> Result<Vec<DomainName>> {
    let own: Vec<ResellerNameserver> = tx.matching(vec![is("name", owner)])?;
    if !own.is_empty() {
        return Ok(own.into_iter().map(|row| row.nameserver).collect());
    }
    servers::nameservers(host, tx)
}

/// Keeps a reseller's, in place of those there were; with none, the server's count.
pub fn set(change: &mut Change<'_>, name: &UserName, nameservers: &[DomainName]) -> Result<()> {
    change.remove::<ResellerNameserver>(&[is("name", name)])?;
    for (place, nameserver) in (0..).zip(nameservers) {
        let (name, nameserver) = (name.clone(), nameserver.clone());
        change.insert(&ResellerNameserver { name, place, nameserver })?;
    }
    Ok(())
}

/// Reads a list of names parted by commas.
pub fn parse(param: &str, text: &str) -> Result<Vec<DomainName>> {
    let mut names: Vec<DomainName> = Vec::new();
    for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let name = part.parse().map_err(|problem| Error::param(param, problem))?;
        if names.contains(&name) {
            return Err(Error::param(param, format!("names “{name}” twice.")));
        }
        names.push(name);
    }
    if names.len() > MOST {
        return Err(Error::param(param, format!("may have at most {MOST} names.")));
    }
    Ok(names)
}

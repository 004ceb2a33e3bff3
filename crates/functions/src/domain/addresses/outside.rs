//! What the server's addresses are outside, where it stands behind a translation of addresses.

use std::net::Ipv4Addr;

use api::{
    Error, Kind, Result,
    records::{PublicAddress, Tx, is},
};

use crate::domain::change::Change;

/// The address that others reach a local one by: itself where nothing else is set.
pub fn public(tx: &dyn Tx, local: &str) -> Result<String> {
    let row: Option<PublicAddress> = tx.find(&[local.into()])?;
    Ok(row.map_or_else(|| local.to_owned(), |row| row.public))
}

/// The local address of a public one.
pub fn local(tx: &dyn Tx, public: &str) -> Result<Option<String>> {
    let row: Option<PublicAddress> = tx.first(vec![is("public", public)])?;
    Ok(row.map(|row| row.local))
}

/// Pairs a local address with a public one; with itself, it is paired no more.
pub fn pair(change: &mut Change<'_>, local: Ipv4Addr, public: Ipv4Addr) -> Result<()> {
    let (from, to) = (local.to_string(), public.to_string());
    if from == to {
        return change.remove::<PublicAddress>(&[is("local", from.as_str())]).map(|_| ());
    }
    if let Some(other) = self::local(change.tx(), &to)?.filter(|other| *other != from) {
        let said = format!("public_ip: {to} is the public address of {other} already.");
        return Err(Error::new(Kind::Conflict, said));
    }
    change.save(&PublicAddress { local: from, public: to })
}

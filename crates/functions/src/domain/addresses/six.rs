//! The ranges of IPv6 addresses, and the accounts that have one.

use std::net::{IpAddr, Ipv6Addr};

use api::{
    Account, Cx, Error, Host, Kind, Result, UserName,
    records::{Ipv6Address, Ipv6Range, ReclaimedAddress, Subject, Tx, is},
};
use ipnet::Ipv6Net;

use super::sites;
use crate::domain::change::Change;

/// The name that stands for the server's own IPv6 address.
pub const SHARED: &str = "SHARED";

/// An address with all its digits.
pub fn in_full(ip: Ipv6Addr) -> String {
    let groups = ip.segments().map(|group| format!("{group:04x}"));
    groups.join(":")
}

/// The server's own IPv6 address, which accounts may share, where it has one.
pub fn shared(host: &Host) -> Option<Ipv6Addr> {
    host.settings.shared_ip.parse().ok()
}

/// The range of that name.
pub fn range(tx: &dyn Tx, param: &str, name: &str) -> Result<Ipv6Range> {
    tx.find(&[name.into()])?.ok_or_else(|| {
        let name = api::values::text::shown(name);
        Error::not_found(format!("{param}: there is no IPv6 range “{name}”."))
    })
}

/// Refuses what cannot be the name of a range.
pub fn check_name(param: &str, name: &str) -> Result<()> {
    if name == SHARED {
        return Err(Error::param(param, "SHARED is the name of the server's own address."));
    }
    let plain = |letter: char| letter.is_alphanumeric() || " ._-".contains(letter);
    if name.trim().is_empty() || name.chars().count() > 64 || !name.chars().all(plain) {
        return Err(Error::param(
            param,
            "must have 1 to 64 characters: letters, digits, spaces, dots, hyphens, underscores.",
        ));
    }
    Ok(())
}

/// Refuses a note that is no line of text.
pub fn check_note(note: &str) -> Result<()> {
    if note.chars().count() > 255 || note.chars().any(char::is_control) {
        return Err(Error::param("note", "must be one line of at most 255 characters."));
    }
    Ok(())
}

/// Refuses a name that a range has.
pub fn check_free(tx: &dyn Tx, param: &str, name: &str) -> Result<()> {
    if tx.find::<Ipv6Range>(&[name.into()])?.is_some() {
        let said = format!("{param}: there is an IPv6 range “{name}” already.");
        return Err(Error::new(Kind::Exists, said));
    }
    Ok(())
}

/// The names in a list parted by commas, each once, in its order.
pub fn named(text: &str) -> Result<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for name in text.split(',').map(str::trim).filter(|name| !name.is_empty()) {
        if !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    if names.is_empty() {
        return Err(Error::param("user", "must name accounts, parted by commas."));
    }
    Ok(names)
}

/// The network of a range.
pub fn network(range: &Ipv6Range) -> Result<Ipv6Net> {
    range.network.parse().map_err(Error::internal)
}

/// The accounts on a range, by name.
pub fn users(tx: &dyn Tx, range: &str) -> Result<Vec<Ipv6Address>> {
    tx.matching(vec![is("range", range)])
}

/// The addresses of a range that accounts had, by number.
pub fn reclaimed(tx: &dyn Tx, range: &str) -> Result<Vec<ReclaimedAddress>> {
    tx.matching(vec![is("range", range)])
}

/// The address of an account.
pub fn of(tx: &dyn Tx, account: &UserName) -> Result<Option<Ipv6Addr>> {
    let row: Option<Ipv6Address> = tx.find(&[account.into()])?;
    row.map(|row| row.ip.parse().map_err(Error::internal)).transpose()
}

/// Gives an account an address of a range, or the shared one.
pub fn enable(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    account: &Account,
    range: &str,
) -> Result<Ipv6Addr> {
    if let Some(ip) = of(change.tx(), account.name())? {
        let said = format!("The account “{}” has the IPv6 address {ip}.", account.name());
        return Err(Error::new(Kind::Exists, said));
    }
    let ip = if range == SHARED {
        shared(cx.host).ok_or_else(no_shared)?
    } else {
        let ip = take(change, range)?;
        change.touch(Subject::Address(ip.into()));
        ip
    };
    change.insert(&Ipv6Address {
        account: account.name().clone(),
        range: range.to_owned(),
        ip: in_full(ip),
    })?;
    sites::add_six(cx, change, account.record(), ip.into())?;
    Ok(ip)
}

/// The error where nobody can share an address.
pub fn no_shared() -> Error {
    Error::param("range", "the server has no shared IPv6 address; name a range.")
}

/// Takes the next address of a range that nobody had yet, or else the first that was given back.
fn take(change: &mut Change<'_>, name: &str) -> Result<Ipv6Addr> {
    let range = range(change.tx(), "range", name)?;
    if !range.enabled.0 {
        return Err(Error::param("range", format!("“{name}” is reserved.")));
    }
    let network = network(&range)?;
    let recent: Option<Ipv6Addr> = range.recent.parse().ok();
    // The network's own address is every router's on it.
    let next = recent.unwrap_or_else(|| network.network()).to_bits().checked_add(1);
    if let Some(ip) = next.map(Ipv6Addr::from_bits).filter(|ip| network.contains(ip)) {
        change.save(&Ipv6Range { recent: in_full(ip), ..range })?;
        return Ok(ip);
    }
    let again = reclaimed(change.tx(), name)?.into_iter().next();
    let again =
        again.ok_or_else(|| Error::param("range", format!("“{name}” has no free address.")))?;
    change.remove::<ReclaimedAddress>(&[is("ip", again.ip.as_str())])?;
    again.ip.parse().map_err(Error::internal)
}

/// Takes an account's address away; gives it.
pub fn disable(cx: &Cx<'_>, change: &mut Change<'_>, account: &UserName) -> Result<Ipv6Addr> {
    let row: Option<Ipv6Address> = change.tx().find(&[account.into()])?;
    let row = row
        .ok_or_else(|| Error::not_found(format!("The account “{account}” has no IPv6 address.")))?;
    let ip: Ipv6Addr = row.ip.parse().map_err(Error::internal)?;
    give_back(change, account)?;
    sites::remove_six(cx, change, account, ip.into())?;
    Ok(ip)
}

/// Gives an account's address back to its range; its zones are not looked at.
pub fn give_back(change: &mut Change<'_>, account: &UserName) -> Result<()> {
    let row: Option<Ipv6Address> = change.tx().find(&[account.into()])?;
    let Some(row) = row else { return Ok(()) };
    change.remove::<Ipv6Address>(&[is("account", account)])?;
    if row.range != SHARED {
        let ip: IpAddr = row.ip.parse().map_err(Error::internal)?;
        change.save(&ReclaimedAddress { ip: row.ip, range: row.range })?;
        change.touch(Subject::Address(ip));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_in_full_has_all_its_digits() {
        let ip: Ipv6Addr = "2001:db8::a".parse().unwrap();
        assert_eq!(in_full(ip), "2001:0db8:0000:0000:0000:0000:0000:000a");
        assert_eq!(in_full(ip).parse(), Ok(ip));
    }
}

//! Hosts come, and accounts are placed on them.

use std::cmp::Reverse;

use api::{
    Error, Flag, Host, HostName, Kind, Result,
    function::Hosts,
    records::{AccountRecord, Cell, HostRecord, JournalEntry, Tx, fleet::SILENCE, is},
};

use super::Seen;
use crate::domain::change::Change;

/// Places a new account: on the host that the configuration names, or else on the one with the fewest
/// accounts of those that take some and that somebody works for. Its address is the host's.
pub fn place(host: &Host, tx: &dyn Tx, record: &mut AccountRecord) -> Result<()> {
    if host.settings.hosts == Hosts::One {
        return Ok(());
    }
    let chosen = match &host.settings.new_accounts_on {
        Some(name) => named(tx, name)?,
        None => least(super::hosts(tx)?)?,
    };
    record.host = Some(chosen.name);
    if !chosen.address.is_empty() {
        record.ip = chosen.address;
    }
    Ok(())
}

fn named(tx: &dyn Tx, name: &HostName) -> Result<HostRecord> {
    let found = super::find(tx, name)?;
    let unknown = || {
        let said =
            format!("New accounts are to be placed on the host “{name}”, which is not known.");
        Error::new(Kind::Unavailable, said)
    };
    let found = found.ok_or_else(unknown)?;
    if found.is_there() { Ok(found.host) } else { Err(found.absence()) }
}

fn least(hosts: Vec<Seen>) -> Result<HostRecord> {
    let takes = hosts.into_iter().filter(|seen| seen.host.accepts.0 && seen.is_there());
    let least = takes.max_by_key(|seen| Reverse((seen.host.accounts, seen.host.place)));
    least.map(|seen| seen.host).ok_or_else(|| {
        let said = format!(
            "None of the hosts that take new accounts was seen in the last {SILENCE} seconds; try again \
             later."
        );
        Error::new(Kind::Unavailable, said)
    })
}

/// Adds to the number of accounts that the account's host has.
pub fn count(change: &mut Change<'_>, record: &AccountRecord, by: i64) -> Result<()> {
    match &record.host {
        Some(name) => {
            change.add::<HostRecord>("accounts", by, vec![("name", Cell::from(name).into_owned())])
        }
        None => Ok(()),
    }
}

/// Refuses an address of its own to an account on one of many hosts, whose address it has.
pub fn refuse_own_address(record: &AccountRecord, param: &'static str) -> Result<()> {
    match &record.host {
        Some(name) => Err(Error::param(
            param,
            format!("the account is on one of many hosts, “{name}”, and has that one's address."),
        )),
        None => Ok(()),
    }
}

/// Makes the host known that this process drives, or keeps its address and its facts. The first one to
/// come takes over the accounts of the time before, when there was one machine, and the changes of them
/// that are still open.
pub fn register(host: &Host, name: &HostName, facts: String) -> Result<()> {
    let address = host.settings.shared_ip.clone();
    let tx = host.store.write()?;
    let known: Vec<HostRecord> = tx.matching(Vec::new())?;
    if let Some(found) = known.iter().find(|found| found.name == *name) {
        if found.address == address && found.facts == facts {
            return Ok(());
        }
        let set = [("address", Cell::from(&address)), ("facts", Cell::from(&facts))];
        tx.update::<HostRecord>(&set, &[is("name", name)])?;
        return tx.commit();
    }
    let accounts = if known.is_empty() {
        tx.update::<JournalEntry>(&[("host", name.into())], &[is("host", Cell::Null)])?;
        tx.update::<AccountRecord>(&[("host", name.into())], &[is("host", Cell::Null)])?
    } else {
        0
    };
    let place = known.iter().map(|host| host.place).max().map_or(1, |last| last + 1);
    let (name, accepts) = (name.clone(), Flag(true));
    tx.insert(&HostRecord { name, place, address, accepts, accounts, facts, door: String::new() })?;
    tx.commit()
}

/// Says under which word the host's worker answers calls from now on.
pub fn open_door(host: &Host, name: &HostName, door: &str) -> Result<()> {
    let tx = host.store.write()?;
    tx.update::<HostRecord>(&[("door", door.into())], &[is("name", name)])?;
    tx.commit()
}

#[cfg(test)]
mod tests {
    use api::records::JournalState;

    use super::*;
    use crate::testing::World;

    fn seen(name: &str, place: u32, accounts: u64, silent: Option<i64>) -> Seen {
        let host = HostRecord {
            name: name.parse().unwrap(),
            place,
            address: String::new(),
            accepts: Flag(true),
            accounts,
            facts: String::new(),
            door: String::new(),
        };
        Seen { host, silent }
    }

    #[test]
    fn the_first_host_takes_over_the_accounts_of_the_only_machine() {
        let world = World::new().account("anna", "root").account("bert", "root");
        let [first, second]: [HostName; 2] = ["h1", "h2"].map(|name| name.parse().unwrap());
        let known = || super::super::hosts(&*world.host.store.read().unwrap()).unwrap();
        let open = JournalEntry {
            id: "left".to_owned(),
            function: "passwd".to_owned(),
            state: JournalState::Open,
            opened: world.host.clock.now(),
            subjects: "[]".to_owned(),
        };
        let tx = world.host.store.write().unwrap();
        tx.insert(&open).unwrap();
        tx.commit().unwrap();
        for (name, facts) in [(&first, "{}"), (&second, "{}"), (&first, "{\"quotas\":true}")] {
            register(&world.host, name, facts.to_owned()).unwrap();
        }
        let its = [is("id", "left"), is("host", &first)];
        assert_eq!(world.host.store.read().unwrap().count::<JournalEntry>(&its).unwrap(), 1);
        assert_eq!(world.record("bert").host, Some(first));
        let hosts = known();
        assert_eq!(hosts.iter().map(|seen| seen.host.accounts).collect::<Vec<_>>(), [2, 0]);
        assert!(hosts[0].host.facts.contains("quotas") && !hosts[0].is_there());
        assert_eq!(hosts[1].host.place, 2);
    }

    #[test]
    fn the_host_with_the_fewest_accounts_of_those_that_are_there_takes_the_next() {
        let mut hosts = vec![
            seen("h1", 1, 5, Some(0)),
            seen("h2", 2, 3, Some(SILENCE)),
            seen("h3", 3, 3, Some(1)),
            seen("h4", 4, 0, Some(SILENCE + 1)),
            seen("h5", 5, 0, None),
        ];
        assert_eq!(least(hosts.clone()).unwrap().name.as_str(), "h2");
        hosts[1].host.accepts = Flag(false);
        assert_eq!(least(hosts.clone()).unwrap().name.as_str(), "h3");
        hosts.drain(..3);
        assert_eq!(least(hosts).unwrap_err().kind(), Kind::Unavailable);
    }
}

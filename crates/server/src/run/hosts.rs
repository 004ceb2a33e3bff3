//! What a start sees to where many hosts share a store: that they do, that each has the key of the
//! others' secrets, and that a host is known and worked for by one process.

use std::path::Path;

use adapters::elsewhere;
use api::{
    Error, Host, HostName, Kind, Result, Secret,
    function::Hosts,
    records::{HostRecord, Setting, Worker},
};
use functions::domain::fleet;

use super::files::{read_private, write_private};

/// The setting in which something is sealed that each process must be able to open.
const PROOF: &str = "vault_proof";
/// What it is sealed for, and what it is.
const PURPOSE: &str = "proof";

/// Refuses what would not work; makes a host known.
pub(super) fn prepare(host: &Host) -> Result<()> {
    match &host.settings.hosts {
        Hosts::One => refuse_alone(host),
        Hosts::Elsewhere => check_key(host),
        Hosts::This(name) => {
            check_key(host)?;
            fleet::placement::register(host, name, elsewhere::describe(host)?)
        }
    }
}

/// A server that takes itself for the only one would take every account for its own machine's.
fn refuse_alone(host: &Host) -> Result<()> {
    let hosts = host.store.read()?.count::<HostRecord>(&[])?;
    if hosts == 0 {
        return Ok(());
    }
    let message = format!(
        "The store names {hosts} hosts: start the server with --hosts store, or innkeeper work --host \
         NAME on a host."
    );
    Err(Error::new(Kind::Conflict, message))
}

/// Refuses a process whose key is another one than that of those before.
fn check_key(host: &Host) -> Result<()> {
    fleet::of(host)?;
    let find = || host.store.read()?.find::<Setting>(&[PROOF.into()]);
    let sealed = match find()? {
        Some(found) => found.value,
        None => {
            let value = host.vault.seal(PURPOSE, &Secret::new(PURPOSE.to_owned()))?;
            let tx = host.store.write()?;
            match tx.insert(&Setting { name: PROOF.to_owned(), value: value.clone() }) {
                Ok(()) => tx.commit().map(|()| value)?,
                Err(problem) if problem.kind() == Kind::Exists => {
                    drop(tx);
                    find()?.map_or_else(|| Err(problem), |found| Ok(found.value))?
                }
                Err(problem) => return Err(problem),
            }
        }
    };
    host.vault.open(PURPOSE, &sealed).map(drop).map_err(|problem| {
        let message = "The file vault.key is not the one of the other servers and hosts on this store: copy \
                       theirs into the data folder.";
        Error::new(Kind::Conflict, message).because(problem)
    })
}

/// Who works for the host, or for all of them what no host need do, from this data folder.
pub(super) fn worker(host: &Host, data: &Path) -> Result<Option<Worker>> {
    let works_for = match &host.settings.hosts {
        Hosts::One => return Ok(None),
        Hosts::Elsewhere => Worker::UPKEEP,
        Hosts::This(name) => name.as_str(),
    };
    let path = data.join("worker.id");
    let id = match read_private(&path)?.map(|text| text.trim().to_owned()) {
        Some(id) if !id.is_empty() => id,
        _ => {
            let id = host.random_text(20)?;
            write_private(&path, format!("{id}\n").as_bytes())?;
            id
        }
    };
    Ok(Some(Worker { host: works_for.to_owned(), id }))
}

/// Begins to work for a host; refused where another process does. Gives the word under which it answers
/// calls in this life.
pub(super) fn begin(host: &Host, worker: &Worker, name: &HostName) -> Result<String> {
    if fleet::of(host)?.beat(worker, &[])? {
        let door = host.random_text(32)?;
        fleet::placement::open_door(host, name, &door)?;
        return Ok(door);
    }
    let message =
        format!("Another process works for the host “{name}” already, from another data folder.");
    Err(Error::new(Kind::Conflict, message))
}

#[cfg(test)]
mod tests {
    use api::Flag;

    use super::*;

    #[test]
    fn a_server_that_takes_itself_for_the_only_one_refuses_a_store_of_many_hosts() {
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        prepare(&host).unwrap();
        let tx = host.store.write().unwrap();
        tx.insert(&HostRecord {
            name: "h1".parse().unwrap(),
            place: 1,
            address: String::new(),
            accepts: Flag(true),
            accounts: 0,
            facts: "{}".to_owned(),
            door: String::new(),
        })
        .unwrap();
        tx.commit().unwrap();
        assert_eq!(prepare(&host).unwrap_err().kind(), Kind::Conflict);
        // This store is a file's.
        assert_eq!(check_key(&host).unwrap_err().kind(), Kind::Conflict);
    }

    #[test]
    fn a_worker_is_the_same_one_after_its_end() {
        let folder = tempfile::tempdir().unwrap();
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        assert_eq!(worker(&host, folder.path()).unwrap(), None);
        let mut host = std::sync::Arc::into_inner(host).unwrap();
        host.settings.hosts = Hosts::This("h1".parse().unwrap());
        let first = worker(&host, folder.path()).unwrap().unwrap();
        assert_eq!(first.host, "h1");
        assert_eq!(worker(&host, folder.path()).unwrap(), Some(first));
    }
}

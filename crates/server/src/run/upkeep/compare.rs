//! Compares host and store: once soon after the start, since nobody knows what happened to the machine
//! while no server ran, and then every hour. What only one of them has is made so, but for what holds data
//! or may hold it and the store knows nothing of.

use std::{
    collections::BTreeSet,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use api::{Host, Result, records::Subject};
use functions::domain::apply;
use tokio::time::sleep;

use super::run;

/// How long after the start the first comparison begins: the services of a machine that has just booted
/// may still be starting, and so may many clients.
const FIRST: Duration = Duration::from_secs(5);
/// How often it is done where all services could be asked.
const EVERY: Duration = Duration::from_hours(1);
/// The first pause where one could not, and the longest.
const RETRY: (Duration, Duration) = (Duration::from_secs(30), EVERY);
/// The longest pause between two subjects that are made so: half of the time is others'.
const BREATH: Duration = Duration::from_millis(200);

/// Compares them again and again.
pub(super) async fn keep(host: &Arc<Host>) {
    sleep(FIRST).await;
    let mut retry = RETRY.0;
    loop {
        if run(host, "compare", compare).await == Some(true) {
            retry = RETRY.0;
            sleep(EVERY).await;
        } else {
            sleep(retry).await;
            retry = (retry * 2).min(RETRY.1);
        }
    }
}

/// Makes the host so wherever it and the store name different subjects or it has a half user, one after
/// the other with a pause in between; gives whether all of it is known to be so now.
fn compare(host: &Host) -> Result<bool> {
    let mut all = true;
    let mut known = |found: Result<Vec<Subject>>| {
        found.unwrap_or_else(|problem| {
            tracing::warn!(%problem, "a service cannot be compared with the store now");
            all = false;
            Vec::new()
        })
    };
    let mut differing: BTreeSet<Subject> =
        apply::drift_of_each(host)?.into_iter().flat_map(&mut known).collect();
    differing.extend(known(apply::halves(host)));
    let strangers = apply::strangers(host, &differing, all)?;
    for subject in &strangers {
        tracing::warn!(?subject, "the store knows nothing of it: it is left, with what it holds");
    }
    for subject in differing.difference(&strangers) {
        tracing::warn!(?subject, "the host differed from the store");
        let begun = Instant::now();
        if let Err(problem) = apply::subject(host, subject) {
            tracing::error!(?subject, %problem, "the host could not be made so");
            all = false;
        }
        thread::sleep(begun.elapsed().min(BREATH));
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use adapters::elsewhere::Elsewhere;
    use api::{Engine, ports::Database, records::ZoneRecord};

    use super::*;

    fn zone(name: &str) -> ZoneRecord {
        ZoneRecord {
            name: name.parse().unwrap(),
            account: None,
            serial: 1,
            primary: "ns1.test".to_owned(),
            contact: "h.test".to_owned(),
            refresh: 1,
            retry: 1,
            expire: 1,
            minimum: 1,
            ttl: 1,
        }
    }

    #[test]
    fn what_the_machine_lost_is_made_again_and_what_is_nobodys_goes() {
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        for name in ["lost.test", "stray.test"] {
            let tx = host.store.write().unwrap();
            tx.insert(&zone(name)).unwrap();
            tx.commit().unwrap();
            assert!(compare(&host).unwrap());
        }
        assert_eq!(host.dns.list().unwrap().len(), 2);
        let tx = host.store.write().unwrap();
        tx.delete::<ZoneRecord>(&[api::records::is("name", &"stray.test".to_owned())]).unwrap();
        tx.commit().unwrap();
        host.dns.withdraw(&"lost.test".parse().unwrap()).unwrap();
        assert!(compare(&host).unwrap());
        assert_eq!(host.dns.list().unwrap(), ["lost.test".parse::<api::DomainName>().unwrap()]);
        assert!(apply::drift(&host).unwrap().is_empty());
    }

    #[test]
    fn where_there_is_data_that_the_store_does_not_know_nothing_goes() {
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        let shop = Database {
            engine: Engine::Mysql,
            name: "known_shop".parse().unwrap(),
            formerly: None,
            account: "known".parse().unwrap(),
        };
        let tx = host.store.write().unwrap();
        tx.insert(&zone("known.test")).unwrap();
        tx.commit().unwrap();
        assert!(compare(&host).unwrap());
        let tx = host.store.write().unwrap();
        tx.delete::<ZoneRecord>(&[]).unwrap();
        tx.commit().unwrap();
        host.databases.apply(&shop).unwrap();
        assert!(compare(&host).unwrap());
        assert_eq!(host.dns.list().unwrap(), ["known.test".parse::<api::DomainName>().unwrap()]);
        assert_eq!(host.databases.list().unwrap(), [(shop.engine, shop.name)]);
    }

    #[test]
    fn while_a_service_cannot_be_asked_nothing_unknown_goes_and_what_was_lost_is_made() {
        let (mut host, _machine, _clock) = adapters::embedded::testing::host();
        let names = ["lost.test", "stray.test"];
        let tx = host.store.write().unwrap();
        for name in names {
            tx.insert(&zone(name)).unwrap();
        }
        tx.commit().unwrap();
        assert!(compare(&host).unwrap());
        let tx = host.store.write().unwrap();
        tx.delete::<ZoneRecord>(&[api::records::is("name", &"stray.test".to_owned())]).unwrap();
        tx.commit().unwrap();
        host.dns.withdraw(&"lost.test".parse().unwrap()).unwrap();
        let databases = Arc::clone(&host.databases);
        let away = Arc::new(Elsewhere::new(Arc::clone(&host.store)));
        Arc::get_mut(&mut host).unwrap().databases = away;
        assert!(!compare(&host).unwrap());
        assert_eq!(
            host.dns.list().unwrap(),
            names.map(|name| name.parse::<api::DomainName>().unwrap())
        );
        Arc::get_mut(&mut host).unwrap().databases = databases;
        assert!(compare(&host).unwrap());
        assert_eq!(host.dns.list().unwrap(), ["lost.test".parse::<api::DomainName>().unwrap()]);
    }
}

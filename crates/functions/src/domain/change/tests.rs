use std::sync::{Arc, Mutex, atomic::Ordering};

use api::{
    Limit,
    ports::Steps,
    records::{AccountRecord, ZoneLine, ZoneRecord},
};

use super::*;
use crate::{
    domain::dns::places,
    testing::{Outage, World},
};

/// The place of the mail server in the zone of a new account.
const MX: u32 = 14;

/// Does something once, between the commit of a change and its application.
struct Meanwhile(Mutex<Option<Box<dyn FnOnce() + Send>>>);

impl Steps for Meanwhile {
    fn reached(&self, step: Step) {
        if step == Step::Committed
            && let Some(act) = self.0.lock().unwrap().take()
        {
            act();
        }
    }
}

/// A world with an account whose DNS server is away, and something that happens in the middle of
/// the next change.
fn world(meanwhile: impl FnOnce(Arc<Host>) + Send + 'static) -> (World, Arc<Outage>, Arc<Host>) {
    let (world, outage) = World::with_outage();
    let world = world.account("alice", "root");
    outage.away.store(true, Ordering::SeqCst);
    let other = copy(&world.host, Arc::clone(&world.host.steps));
    let act = Box::new(move || meanwhile(other));
    let host = copy(&world.host, Arc::new(Meanwhile(Mutex::new(Some(act)))));
    (world, outage, host)
}

/// The same host with other steps.
fn copy(host: &Host, steps: Arc<dyn Steps>) -> Arc<Host> {
    Arc::new(Host {
        store: Arc::clone(&host.store),
        os_users: Arc::clone(&host.os_users),
        ftp: Arc::clone(&host.ftp),
        addresses: Arc::clone(&host.addresses),
        dns: Arc::clone(&host.dns),
        resolver: Arc::clone(&host.resolver),
        dns_cluster: Arc::clone(&host.dns_cluster),
        web: Arc::clone(&host.web),
        mail: Arc::clone(&host.mail),
        databases: Arc::clone(&host.databases),
        passwords: Arc::clone(&host.passwords),
        clock: Arc::clone(&host.clock),
        zone_keys: Arc::clone(&host.zone_keys),
        random: Arc::clone(&host.random),
        keys: Arc::clone(&host.keys),
        certificates: Arc::clone(&host.certificates),
        vault: Arc::clone(&host.vault),
        tls: Arc::clone(&host.tls),
        files: Arc::clone(&host.files),
        system: Arc::clone(&host.system),
        steps,
        settings: host.settings.clone(),
    })
}

/// Sets the account's quota, removes its mail servers and adds a record.
fn first(host: &Host) -> Result<()> {
    let mut change = Change::by(host, "first")?;
    let mut account: AccountRecord = change.tx().find(&["alice".into()])?.unwrap();
    account.quota = Limit::of(7);
    change.save(&account)?;
    assert_eq!(change.remove::<ZoneLine>(&[is("kind", "MX"), is("place", &MX)])?, 1);
    change.insert(&line(900, "first"))?;
    change.touch(Subject::Zone("alice.test".parse().unwrap()));
    change.commit(OnFailure::Undo)
}

fn line(place: u32, name: &str) -> ZoneLine {
    ZoneLine {
        zone: "alice.test".parse().unwrap(),
        place,
        name: name.to_owned(),
        ttl: 300,
        kind: "TXT".to_owned(),
        value: "\"x\"".to_owned(),
    }
}

type Rows = (AccountRecord, Vec<ZoneLine>);

fn rows(world: &World) -> Rows {
    let tx = world.host.store.read().unwrap();
    (world.record("alice"), tx.matching(vec![is("zone", "alice.test")]).unwrap())
}

fn open(world: &World) -> u64 {
    world.host.store.read().unwrap().count::<JournalEntry>(&[]).unwrap()
}

#[test]
fn rows_that_nobody_else_changed_are_put_back() {
    let (world, _outage, host) = world(|host| {
        let tx = host.store.write().unwrap();
        let set = [("serial", Cell::Int(5))];
        tx.update::<ZoneRecord>(&set, &[is("name", "alice.test")]).unwrap();
        tx.commit().unwrap();
    });
    let before = rows(&world);
    assert_eq!(first(&host).unwrap_err().to_string(), "The DNS server is away.");
    assert_eq!(rows(&world), before);
    let tx = world.host.store.read().unwrap();
    let zone: ZoneRecord = tx.find(&["alice.test".into()]).unwrap().unwrap();
    assert!(zone.serial > 5, "it is another one than what was taken back");
    assert_eq!(places::next(&*tx, &zone.name).unwrap(), 901, "its line may have been read");
}

#[test]
fn what_another_change_wrote_meanwhile_stays() {
    type Second = fn(&mut Change<'_>) -> Result<()>;
    type Stays = fn(&Rows) -> bool;
    let seconds: [(Second, Stays); 3] = [
        (
            |change| {
                let mut account: AccountRecord = change.tx().find(&["alice".into()])?.unwrap();
                account.locale = "de".to_owned();
                change.save(&account)
            },
            |(account, _)| account.locale == "de",
        ),
        (
            |change| {
                change.remove::<ZoneLine>(&[is("name", "first")])?;
                change.insert(&line(900, "second"))
            },
            |(_, lines)| lines.iter().any(|line| line.name == "second"),
        ),
        (
            |change| change.insert(&line(MX, "third")),
            |(_, lines)| lines.iter().any(|line| line.place == MX && line.name == "third"),
        ),
    ];
    for (second, has_stayed) in seconds {
        let (world, outage, host) = world(move |host| {
            let mut change = Change::by(&host, "second").unwrap();
            second(&mut change).unwrap();
            change.commit(OnFailure::Undo).unwrap();
        });
        let problem = first(&host).unwrap_err();
        assert!(problem.to_string().contains("will be completed"), "{problem}");
        let after = rows(&world);
        assert!(has_stayed(&after));
        assert_eq!(after.0.quota, Limit::of(7));
        assert_eq!(open(&world), 1);
        outage.away.store(false, Ordering::SeqCst);
        // Its call is over, so that nobody waits for it to be.
        apply::entries_apart(&world.host, world.host.clock.now().0, 60).unwrap();
        assert_eq!(open(&world), 0);
        let served = world.machine.find_zone("alice.test").unwrap().unwrap();
        assert_eq!(served.lines.len(), after.1.len());
    }
}

#[test]
fn what_was_opened_before_the_clock_was_set_back_is_finished_and_what_is_at_work_is_left() {
    let world = World::new();
    let now = world.host.clock.now().0;
    let entry = |ahead: i64| JournalEntry {
        id: ahead.to_string(),
        function: "adddns".to_owned(),
        state: JournalState::Open,
        opened: api::UnixTime(now + ahead),
        subjects: "[]".to_owned(),
    };
    let tx = world.host.store.write().unwrap();
    for ahead in [-3_600, -10, 10, 3_600] {
        tx.insert(&entry(ahead)).unwrap();
    }
    tx.commit().unwrap();
    assert_eq!(apply::entries_apart(&world.host, now, 60).unwrap().0, 2);
    assert_eq!(open(&world), 2);
    assert_eq!(apply::open_entries(&world.host).unwrap().0, 2);
    assert_eq!(open(&world), 0);
}

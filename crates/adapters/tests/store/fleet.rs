//! What processes on many hosts do with a store that they share.

use std::{
    collections::BTreeSet,
    sync::Barrier,
    thread,
    time::{Duration, Instant},
};

use adapters::{store, testing::postgres::Cluster};
use api::{
    HostName,
    records::{
        Fleet, HostEntry, JournalState, Notice, RelayedCall, Store, Worker, WorkerRecord,
        fleet::{LEASE, SILENCE},
        is,
    },
};
use postgres::{Client, NoTls};

/// How long something may take to be heard.
const PATIENCE: Duration = Duration::from_secs(10);

fn worker(host: &str, id: &str) -> Worker {
    Worker { host: host.to_owned(), id: id.to_owned() }
}

fn entry(id: &str, host: &str) -> HostEntry {
    HostEntry {
        id: id.to_owned(),
        function: "createacct".to_owned(),
        state: JournalState::Open,
        opened: 5.into(),
        subjects: "[]".to_owned(),
        host: host.parse().unwrap(),
        problem: None,
    }
}

fn post(store: &dyn Store, ids: &[String], host: &str) {
    let tx = store.write().unwrap();
    for id in ids {
        tx.insert(&entry(id, host)).unwrap();
    }
    tx.commit().unwrap();
}

fn numbered(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("e{number:03}")).collect()
}

fn ids(entries: &[HostEntry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.id.as_str()).collect()
}

/// Lets the database's clock seem to have gone on, for what it wrote down.
fn pass(url: &str, seconds: i64) {
    let mut client = Client::connect(url, NoTls).unwrap();
    let aged = format!(
        "UPDATE journal SET until = until - {seconds}, due = due - {seconds}; \
         UPDATE workers SET seen = seen - {seconds}"
    );
    client.batch_execute(&aged).unwrap();
}

/// Of many that take at once one gets a call; it is answered to the one that waits, and to nobody when that
/// one has given it up. A call that is given up is not taken, and none is copied to a standby.
pub(crate) fn a_call_is_taken_once_and_answered_once(cluster: &Cluster) {
    let url = cluster.database().unwrap();
    let stores = [(); 4].map(|()| store::open(&url).unwrap());
    let calls = |number: usize| stores[number % 4].fleet().unwrap();
    let [host, other]: [HostName; 2] = ["h1", "h2"].map(|name| name.parse().unwrap());
    for id in numbered(40) {
        calls(0).post(&id, &host, &format!("asks {id}")).unwrap();
    }
    assert_eq!(calls(0).take(&other).unwrap(), None);
    let start = Barrier::new(8);
    let take = |number: usize| {
        start.wait();
        std::iter::from_fn(|| calls(number).take(&host).unwrap()).collect::<Vec<RelayedCall>>()
    };
    let taken = thread::scope(|scope| {
        let all: Vec<_> = (0..8).map(|number| scope.spawn(move || take(number))).collect();
        all.into_iter().flat_map(|one| one.join().unwrap()).collect::<Vec<_>>()
    });
    let mut ids: Vec<_> = taken.iter().map(|call| call.id.clone()).collect();
    ids.sort();
    assert_eq!(ids, numbered(40));
    assert!(taken.iter().all(|call| call.call == Some(format!("asks {}", call.id))));

    assert_eq!(calls(1).fetch("e000").unwrap(), None);
    let ear = calls(1).listen(&Notice::Answer("e000".to_owned())).unwrap();
    assert!(calls(2).answer("e000", "says").unwrap());
    assert!(!calls(2).answer("e000", "says more").unwrap());
    assert!(ear.wait(PATIENCE));
    assert_eq!(calls(1).fetch("e000").unwrap().as_deref(), Some("says"));
    assert_eq!(calls(1).fetch("e000").unwrap(), None);

    assert!(!calls(0).withdraw("e001").unwrap(), "somebody has taken it");
    assert!(!calls(2).answer("e001", "says").unwrap());
    calls(0).post("late", &host, "asks").unwrap();
    assert!(!calls(2).answer("late", "says").unwrap(), "nobody has taken it");
    assert!(calls(0).withdraw("late").unwrap());
    assert_eq!(calls(0).take(&host).unwrap(), None);

    let mut client = Client::connect(&url, NoTls).unwrap();
    client.batch_execute("UPDATE relayed_calls SET made = made - 1000 WHERE id < 'e010'").unwrap();
    assert_eq!(calls(0).sweep_calls().unwrap(), 8);
    let kind = "SELECT relpersistence::text FROM pg_class WHERE relname = 'relayed_calls'";
    assert_eq!(client.query_one(kind, &[]).unwrap().get::<_, &str>(0), "u");
}

/// Of many workers that take at once, each gets entries that no other one gets, and all are taken.
pub(crate) fn an_entry_is_claimed_once(cluster: &Cluster) {
    let url = cluster.database().unwrap();
    let stores = [(); 4].map(|()| store::open(&url).unwrap());
    post(&*stores[0], &numbered(200), "h1");
    let start = Barrier::new(8);
    let claim = |number: usize| {
        let fleet = stores[number % 4].fleet().unwrap();
        let worker = worker("h1", &number.to_string());
        let mut own = Vec::new();
        start.wait();
        loop {
            let some = fleet.claim(&worker, &own, 3).unwrap();
            if some.is_empty() {
                return own;
            }
            own.extend(some.into_iter().map(|entry| entry.id));
        }
    };
    let claim = &claim;
    let claimed: Vec<Vec<String>> = thread::scope(|scope| {
        let workers: Vec<_> = (0..8).map(|number| scope.spawn(move || claim(number))).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).collect()
    });
    let all: Vec<&String> = claimed.iter().flatten().collect();
    assert_eq!(all.len(), 200, "none twice");
    assert_eq!(all.into_iter().collect::<BTreeSet<_>>().len(), 200);
    assert!(claimed.iter().filter(|own| !own.is_empty()).count() > 1, "several had some");
}

/// What another one is taking at this moment is left out and not waited for.
pub(crate) fn a_claim_waits_for_nobody(cluster: &Cluster) {
    let url = cluster.database().unwrap();
    let store = store::open(&url).unwrap();
    post(&*store, &numbered(2), "h1");
    let mut other = Client::connect(&url, NoTls).unwrap();
    let lock = "BEGIN; SELECT id FROM journal WHERE id = 'e000' FOR UPDATE";
    other.batch_execute(lock).unwrap();
    // Nor for one who writes accounts.
    let writer = store.write().unwrap();
    let begun = Instant::now();
    let claimed = store.fleet().unwrap().claim(&worker("h1", "a"), &[], 9).unwrap();
    assert_eq!(ids(&claimed), ["e001"]);
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    drop(writer);
    other.batch_execute("ROLLBACK").unwrap();
    let claimed =
        store.fleet().unwrap().claim(&worker("h1", "a"), &["e001".to_owned()], 9).unwrap();
    assert_eq!(ids(&claimed), ["e000"]);
}

/// Entries go to their host's worker, the oldest first, and are its own until it has not said anything
/// for long; the same worker takes its own again at once, where it is not at work on them.
pub(crate) fn a_lease_runs_out(cluster: &Cluster) {
    let url = cluster.database().unwrap();
    let store = store::open(&url).unwrap();
    let fleet: &dyn Fleet = store.fleet().unwrap();
    post(&*store, &numbered(3), "h1");
    post(&*store, &["other".to_owned()], "h2");
    let (first, second) = (worker("h1", "first"), worker("h1", "second"));
    assert_eq!(ids(&fleet.claim(&first, &[], 2).unwrap()), ["e000", "e001"]);
    assert_eq!(ids(&fleet.claim(&second, &[], 9).unwrap()), ["e002"]);
    let at_work = ["e000".to_owned()];
    assert_eq!(ids(&fleet.claim(&first, &at_work, 9).unwrap()), ["e001"], "its own from before");

    pass(&url, LEASE - 5);
    assert!(fleet.beat(&first, &at_work).unwrap(), "it says that it is still at work");
    pass(&url, 10);
    let taken = fleet.claim(&second, &["e002".to_owned()], 9).unwrap();
    assert_eq!(ids(&taken), ["e001"], "what nothing was said of");
    assert!(!fleet.close(&first, "e001").unwrap(), "it is no longer its own");
    assert!(fleet.close(&first, "e000").unwrap());
    assert!(fleet.close(&second, "e001").unwrap());
    let tx = store.read().unwrap();
    let left: Vec<HostEntry> = tx.matching(Vec::new()).unwrap();
    assert_eq!(ids(&left), ["e002", "other"]);
}

/// What could not be applied says why, and is due again later, and later each time.
pub(crate) fn what_is_given_back_is_due_later(cluster: &Cluster) {
    let url = cluster.database().unwrap();
    let store = store::open(&url).unwrap();
    let fleet = store.fleet().unwrap();
    let worker = worker("h1", "a");
    post(&*store, &numbered(1), "h1");
    for pause in [10, 20, 40] {
        assert_eq!(ids(&fleet.claim(&worker, &[], 9).unwrap()), ["e000"]);
        assert!(fleet.give_back(&worker, "e000", "The disk is full.").unwrap());
        let kept: HostEntry = store.read().unwrap().first(Vec::new()).unwrap().unwrap();
        assert_eq!(kept.problem.as_deref(), Some("The disk is full."));
        pass(&url, pause - 5);
        assert!(fleet.claim(&worker, &[], 9).unwrap().is_empty(), "{pause}");
        pass(&url, 5);
    }
    assert!(!fleet.give_back(&worker, "e000", "It is nobody's.").unwrap());
}

/// A host has one worker at a time; another one may take over when that has been silent.
pub(crate) fn a_host_has_one_worker(cluster: &Cluster) {
    let url = cluster.database().unwrap();
    let store = store::open(&url).unwrap();
    let fleet = store.fleet().unwrap();
    let (first, second) = (worker("h1", "first"), worker("h1", "second"));
    assert!(fleet.beat(&first, &[]).unwrap());
    assert!(!fleet.beat(&second, &[]).unwrap());
    assert!(fleet.beat(&worker("h2", "second"), &[]).unwrap(), "of another host");
    pass(&url, SILENCE + 1);
    let tx = store.read().unwrap();
    let seen: WorkerRecord = tx.first(vec![is("host", "h1")]).unwrap().unwrap();
    assert!(tx.clock().unwrap().0 - seen.seen.0 > SILENCE);
    drop(tx);
    assert!(fleet.beat(&second, &[]).unwrap());
    assert!(!fleet.beat(&first, &[]).unwrap(), "it was silent for too long");
}

/// What is announced is heard by those who listen for it, in other processes too, once it is committed;
/// also by a connection that had to be made anew.
pub(crate) fn what_is_committed_is_heard(cluster: &mut Cluster) {
    let url = cluster.database().unwrap();
    let (here, there) = (store::open(&url).unwrap(), store::open(&url).unwrap());
    let work = |host: &str| Notice::Work(host.parse().unwrap());
    let ear = there.fleet().unwrap().listen(&work("h1")).unwrap();
    assert!(ear.wait(PATIENCE), "the beginning counts as one");
    let announce = |host: &str, commits: bool| {
        let tx = here.write().unwrap();
        tx.announce(&work(host)).unwrap();
        if commits {
            tx.commit().unwrap();
        }
    };
    announce("h1", false);
    announce("h2", true);
    assert!(!ear.wait(Duration::from_millis(300)), "neither of them");
    announce("h1", true);
    let begun = Instant::now();
    assert!(ear.wait(PATIENCE));
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    cluster.restart().unwrap();
    assert!(ear.wait(2 * PATIENCE), "something may have been missed");
    announce("h1", true);
    assert!(ear.wait(PATIENCE));
}

//! The whole server on PostgreSQL.

use std::{
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use adapters::testing::postgres::Cluster;
use api::function::Step;
use serde_json::Value;

use crate::{
    support::{Innkeeper, PASSWORD},
    visitor::site,
};

const NEW: &str = "Umbrella-brook-4-tundra";

/// How long what was left open may take, and how long accounts may be waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A server whose store is in a new database.
fn start(cluster: &Cluster) -> (Innkeeper, String) {
    let url = cluster.database().unwrap();
    (Innkeeper::start_with(&["--store", &url]), url)
}

/// That `innkeeper check` has nothing to tell.
fn check(server: &Innkeeper, url: &str) {
    let check = server.command(&["check", "--store", url]);
    let [said, complained] =
        [&check.stdout, &check.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    assert!(check.status.success() && said.is_empty(), "{said}{complained}");
}

fn names(server: &Innkeeper) -> Vec<String> {
    let list = server.data_of("listaccts", &[("want", "user")]);
    let rows = list["acct"].as_array().unwrap();
    rows.iter().map(|row| row["user"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn accounts_and_a_forced_change_live_there() {
    let cluster = Cluster::start().unwrap();
    let (mut server, url) = start(&cluster);
    assert!(!server.data().join("store.sqlite").exists());
    server.reseller("rita");
    server.account_of("anna", "rita");
    server.account("bert");
    server.data_of("forcepasswordchange", &[("users_json", r#"{"anna":1}"#)]);
    server.data_of("suspendacct", &[("user", "bert")]);
    server.start_again();

    let (client, prefix) = server.log_in(&server.cpanel(""), "anna", PASSWORD).unwrap();
    let home = server.cpanel(&format!("{prefix}/"));
    assert_eq!(client.get(&home).send().unwrap().status(), 303, "held until the change");
    let form = [("current", PASSWORD), ("new", NEW), ("repeat", NEW)];
    let change = server.cpanel(&format!("{prefix}/password"));
    assert_eq!(client.post(change).form(&form).send().unwrap().status(), 303);
    assert_eq!(client.get(&home).send().unwrap().status(), 200);

    assert_eq!(names(&server), ["anna", "bert", "rita"]);
    assert_eq!(site(&server, "bert.test").0, 403);
    server.data_of("modifyacct", &[("user", "rita"), ("newuser", "rosa")]);
    let summary = server.data_of("accountsummary", &[("user", "anna")]);
    assert_eq!(summary["acct"][0]["owner"], "rosa");
    server.data_of("removeacct", &[("user", "bert")]);
    assert!(server.terminate());
    server.start_again();
    assert_eq!(names(&server), ["anna", "rosa"]);
    assert!(server.log_in(&server.cpanel(""), "anna", NEW).is_some());
    check(&server, &url);
}

#[test]
fn what_a_killed_server_left_there_is_completed() {
    let cluster = Cluster::start().unwrap();
    let (mut server, url) = start(&cluster);
    let form = [("username", "anna"), ("domain", "anna.test"), ("password", PASSWORD)];
    for step in Step::ALL {
        // What the machine may not have written yet would be made at the start, and killed there.
        assert!(server.terminate());
        server.start_again_with(&[("INNKEEPER_KILL_AT", step.as_str())]);
        assert!(server.try_call("createacct", &form).is_none(), "{step:?} was not reached");
        server.start_again();
        check(&server, &url);
        let answer = server.call("createacct", &form);
        let is_new = answer["metadata"]["result"] == 1;
        assert_eq!(is_new, *step < Step::Committed, "killed at {step:?}: {answer}");
        assert_eq!(site(&server, "anna.test").0, 200, "{step:?}");
        server.data_of("removeacct", &[("user", "anna")]);
    }
}

#[test]
fn calls_go_on_when_the_database_comes_back() {
    let mut cluster = Cluster::start().unwrap();
    let (server, url) = start(&cluster);
    server.account("anna");
    cluster.stop().unwrap();
    let response = server.send(&format!("whm root:{}", server.token()), "listaccts", &[]);
    let (status, text) = (response.status().as_u16(), response.text().unwrap());
    assert!(!text.contains("anna") && !text.contains("postgres"), "{text}");
    assert_eq!(status, 503, "{text}");
    cluster.restart().unwrap();
    assert_eq!(names(&server), ["anna"]);
    server.account("bert");
    check(&server, &url);
}

/// Accounts are being made while the database goes and comes back: those that were answered with
/// success are there, and what is there is whole.
#[test]
fn a_database_that_restarts_loses_nothing_that_was_answered() {
    let mut cluster = Cluster::start().unwrap();
    let (mut server, url) = start(&cluster);
    let (over, count) = (AtomicBool::new(false), AtomicUsize::new(0));
    let made = thread::scope(|scope| {
        let make = |letter| make(&server, letter, &over, &count);
        let makers: Vec<_> = ["a", "b", "c"].map(|letter| scope.spawn(move || make(letter))).into();
        for _ in 0..3 {
            await_more(&count);
            cluster.restart().unwrap();
        }
        await_more(&count);
        over.store(true, Ordering::Relaxed);
        makers.into_iter().flat_map(|maker| maker.join().unwrap()).collect::<Vec<_>>()
    });
    let there = names(&server);
    for name in &made {
        assert!(there.contains(name), "{name} was answered with success and is not there");
    }
    server.account("zoe");
    // A server that lives completes what it left open after a minute; a start does so at once.
    server.start_again();
    let deadline = Instant::now() + PATIENCE;
    loop {
        let check = server.command(&["check", "--store", &url]);
        if check.status.success() {
            break;
        }
        let said = String::from_utf8_lossy(&check.stdout).into_owned();
        assert!(Instant::now() < deadline, "what was left open is not completed: {said}");
        thread::sleep(Duration::from_millis(100));
    }
    let there = names(&server);
    assert!(made.iter().all(|name| there.contains(name)), "{made:?} are not all in {there:?}");
}

/// Waits until some more accounts are made.
fn await_more(count: &AtomicUsize) {
    let (enough, deadline) = (count.load(Ordering::Relaxed) + 3, Instant::now() + PATIENCE);
    while count.load(Ordering::Relaxed) < enough {
        assert!(Instant::now() < deadline, "no more accounts are made");
        thread::sleep(Duration::from_millis(5));
    }
}

/// Makes accounts until it is over, and counts them; gives those that were answered with success.
fn make(server: &Innkeeper, letter: &str, over: &AtomicBool, count: &AtomicUsize) -> Vec<String> {
    let mut made = Vec::new();
    // Also when the test has failed meanwhile, and waits for its threads.
    let deadline = Instant::now() + 5 * PATIENCE;
    let goes_on = || !over.load(Ordering::Relaxed) && Instant::now() < deadline;
    for number in (0..).take_while(|_| goes_on()) {
        let name = format!("{letter}{number}");
        let domain = format!("{name}.test");
        let form = [("username", name.as_str()), ("domain", &domain), ("password", PASSWORD)];
        let is_made = |answer: &Value| answer["metadata"]["result"] == 1;
        if server.try_call("createacct", &form).as_ref().is_some_and(is_made) {
            count.fetch_add(1, Ordering::Relaxed);
            made.push(name);
        }
    }
    made
}

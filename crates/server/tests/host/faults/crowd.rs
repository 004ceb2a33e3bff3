//! A crowd of accounts at once (the goal R4): all are made and whole, whoever asks for them, at once or some
//! at a time; who is there already is served all through it, a caller with little to ask hardly waits, and
//! for a client that has gone nothing is begun.
//!
//! `INNKEEPER_TEST_CROWD=1000` makes it a thousand, on a machine with all services and with hashes of the
//! usual cost; `INNKEEPER_TEST_PROGRAMS=target/release` names programs of a release, without which so many
//! handshakes at once may take longer than the server lets them.

use std::{
    collections::BTreeSet,
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use futures_util::{StreamExt as _, stream};
use reqwest::blocking;
use root::{Answer, Service, Verb};
use serde_json::Value;

use super::{anna, form, prober, reason};
use crate::machine::{Disk, Machine, Setup};

/// How many there are where the environment says nothing.
const FEW: usize = 100;
/// How many connections a client has that makes them one after another.
const HANDS: usize = 32;
/// The time from one new connection to the next: who opens a thousand, in a build for tests and beside the
/// server, must not be too busy with some to go on with the others.
const CONNECTS: Duration = Duration::from_millis(8);
/// How many clients go away.
const GONE: usize = 150;
/// How long those wait.
const PATIENCE: Duration = Duration::from_millis(500);
/// The longest that 99 of 100 small calls may take meanwhile: they share the processor, and no queue.
const SMALL: Duration = Duration::from_secs(2);

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_crowd_of_accounts_at_once_is_made_whole() {
    let all = std::env::var("INNKEEPER_TEST_CROWD").ok().map(|all| all.parse::<usize>().unwrap());
    let _disk = Disk::mount(Path::new("/home"), "size=25%,mode=0755");
    let mut machine = Machine::start_with(setup(all.is_some()));
    anna(&machine);
    reseller(&machine);
    let before = reloads(&machine);
    let all = all.unwrap_or(FEW);
    crowd(&machine, "at once", all, all);
    // Hands take up what the others left.
    crowd(&machine, "by hands", if all == FEW { HANDS * 2 } else { all }, HANDS);
    assert_eq!(reloads(&machine), before, "an account needs no reload");
    nothing_is_begun_for_who_has_gone(&machine);
    ids_are_unique(&machine);
    machine.end_server();
    let begun = Instant::now();
    assert_eq!(machine.violations(), Vec::<String>::new());
    println!("looked at in {:?}", begun.elapsed());
}

fn setup(whole: bool) -> Setup {
    if whole {
        return Setup { hash_cost: 5, ..Setup::default() };
    }
    Setup::of(&[Service::Apache, Service::PhpFpm, Service::PowerDns])
}

/// Another caller than root.
fn reseller(machine: &Machine) {
    super::create(machine, "rita");
    machine.root("setupreseller", &[("user", "rita")]);
}

/// How often each service that runs was reloaded.
fn reloads(machine: &Machine) -> Vec<u64> {
    let count = |service| match machine.root_client().call(&Verb::Reloads(service)) {
        Ok(Answer::Count(count)) => count,
        _ => panic!("there is no count"),
    };
    Service::ALL.into_iter().map(count).collect()
}

/// Makes so many accounts, so many at a time, while others ask.
fn crowd(machine: &Machine, what: &str, all: usize, at_a_time: usize) {
    let names = (0..all).map(|number| format!("u{}n{number}", at_a_time % 97)).collect();
    let begun = Instant::now();
    let ((answers, small), site, name) = prober::while_asked(machine, "anna.test", || {
        while_calling(machine, || made(machine, names, at_a_time))
    });
    let took = begun.elapsed();
    let refused: Vec<String> = answers.iter().filter_map(reason).collect();
    println!(
        "{what}: {} made and {} refused in {took:?}; site {site:?}, name {name:?}; {} small calls, the \
         slowest of each hundred {:?}, of all {:?}",
        all - refused.len(),
        refused.len(),
        small.len(),
        small[small.len() * 99 / 100],
        small.last(),
    );
    assert_eq!(refused, Vec::<String>::new());
    assert!(small[small.len() * 99 / 100] < SMALL, "another caller waited");
    assert!(site.gap < Duration::from_secs(10) && name.gap < Duration::from_secs(10));
    assert!(site.answers > 0 && name.answers > 0, "{site:?}, {name:?}");
}

/// Makes them; gives the answers.
fn made(machine: &Machine, names: Vec<String>, at_a_time: usize) -> Vec<Value> {
    let client = machine.asynchronous();
    runtime().block_on(async {
        let calls = names.into_iter().zip(0..).map(|(name, number)| {
            let call = machine.call_of(&client, "createacct", &form(&name));
            async move {
                // A hand is busy with its first connection only.
                if number < at_a_time {
                    tokio::time::sleep(CONNECTS * u32::try_from(number).unwrap()).await;
                }
                // Others go on asking until all is over, so that nothing here may end the thread.
                let sent = call.send().await;
                let answer = match sent {
                    Ok(sent) => sent.json::<Value>().await,
                    Err(fault) => Err(fault),
                };
                answer.unwrap_or_else(|fault| format!("{fault:?}").into())
            }
        });
        stream::iter(calls).buffer_unordered(at_a_time).collect().await
    })
}

/// Makes small calls as a reseller while something is done; gives how long each took, the longest last.
fn while_calling<T>(machine: &Machine, work: impl FnOnce() -> T) -> (T, Vec<Duration>) {
    let over = AtomicBool::new(false);
    // Who calls is known before.
    let client = machine.client();
    small(machine, &client);
    thread::scope(|scope| {
        let calls = scope.spawn(|| {
            let mut took = Vec::new();
            while !over.load(Ordering::SeqCst) {
                took.push(small(machine, &client));
                thread::sleep(Duration::from_millis(20));
            }
            took.sort();
            took
        });
        let done = work();
        over.store(true, Ordering::SeqCst);
        (done, calls.join().unwrap())
    })
}

fn small(machine: &Machine, client: &blocking::Client) -> Duration {
    let begun = Instant::now();
    let call = machine.reseller_call(client, "rita", "myprivs", &[]);
    assert_eq!(call["metadata"]["result"], 1, "{call}");
    begun.elapsed()
}

/// Of accounts whose clients go before it is their turn, none is made.
fn nothing_is_begun_for_who_has_gone(machine: &Machine) {
    let client = machine.asynchronous();
    let calls = (0..GONE).map(|number| {
        let call = machine.call_of(&client, "createacct", &form(&format!("gone{number}")));
        call.timeout(PATIENCE).send()
    });
    let answers: Vec<_> =
        runtime().block_on(stream::iter(calls).buffer_unordered(GONE).collect::<Vec<_>>());
    let answered = answers.iter().filter(|answer| answer.is_ok()).count();
    // Behind them, a call of the same caller waits for those that were begun at the most.
    super::create(machine, "last");
    let is_of_them = |name: &String| name.starts_with("gone");
    let made = accounts(machine, "user").into_iter().filter(is_of_them).count();
    println!("{GONE} asked and went: {answered} were answered, {made} made");
    assert!(answered < GONE && made < answered + 48, "{answered} answered, {made} made");
}

fn ids_are_unique(machine: &Machine) {
    let ids = accounts(machine, "uid");
    let different: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(different.len(), ids.len());
    assert!(ids.len() > FEW);
}

/// A column of all accounts.
fn accounts(machine: &Machine, column: &str) -> Vec<String> {
    let answer = machine.root("listaccts", &[("want", column)]);
    let rows = answer["acct"].as_array().unwrap();
    rows.iter().map(|row| row[column].to_string().trim_matches('"').to_owned()).collect()
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap()
}

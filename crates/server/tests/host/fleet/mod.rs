//! Three hosts, each on a network of its own, a server that drives no machine, and PostgreSQL with a
//! standby that has every commit before it is answered.

mod database;
mod killed;
mod load;
mod machines;
mod network;

use std::{
    collections::BTreeSet,
    thread,
    time::{Duration, Instant},
};

use self::{
    load::{Known, Load},
    machines::{Fleet, HOSTS},
};
use crate::machine::eventually;

/// How many threads call, and what their accounts begin with.
const CALLERS: [&str; 3] = ["a", "b", "c"];
/// How many calls must succeed before the next thing happens.
const MORE: usize = 30;
/// How soon calls must succeed again after the primary is lost.
const BACK_WITHIN: Duration = Duration::from_secs(30);
/// How long somebody takes to see that the primary is lost.
const SEEN_AFTER: Duration = Duration::from_secs(2);

/// A host dies and comes back, and then the primary dies and the standby takes over, while accounts are
/// made, changed and removed without end. What was answered with success is so in the end, on every host.
#[test]
#[ignore = "needs root and PostgreSQL; run by cargo xtask host-test"]
fn what_was_answered_survives_the_loss_of_a_host_and_of_the_primary() {
    let fleet = Fleet::start(&HOSTS);
    let load = Load::default();
    let known: Known = thread::scope(|scope| {
        let call = |letter| load.run(&fleet, letter);
        let callers = CALLERS.map(|letter| scope.spawn(move || call(letter)));
        let ending = load.until_dropped();
        lose_a_host(&fleet, &load);
        lose_the_primary(&fleet, &load);
        drop(ending);
        callers.into_iter().flat_map(|caller| caller.join().unwrap()).collect()
    });
    let (succeeded, failed) = load.counts();
    println!("{succeeded} calls succeeded, {failed} did not; {} accounts are known", known.len());
    check(&fleet, &known);
}

fn lose_a_host(fleet: &Fleet, load: &Load) {
    load.await_more(MORE);
    fleet.lose("h2");
    let lost = Instant::now();
    let of_h2 = || fleet.hosts().lines().find(|line| line.starts_with("h2 ")).map(str::to_owned);
    eventually("the loss of a host is seen", || {
        of_h2().is_some_and(|line| line.contains("silent"))
    });
    println!("the loss of a host was seen after {:?}", lost.elapsed());
    // The others go on, and new accounts go to them.
    load.await_more(MORE);
    println!("without it: {:?}", of_h2());
    fleet.start_again("h2");
    eventually("what waited for the host is done", || {
        of_h2().is_some_and(|line| line.contains(" 0 changes waiting") && line.ends_with("there"))
    });
    load.await_more(MORE);
}

fn lose_the_primary(fleet: &Fleet, load: &Load) {
    fleet.databases.lose_the_primary();
    let lost = Instant::now();
    thread::sleep(SEEN_AFTER);
    fleet.databases.promote_the_standby();
    load.await_more(1);
    let back = lost.elapsed();
    println!("calls succeed again {back:?} after the loss of the primary");
    assert!(back <= BACK_WITHIN, "{back:?}");
    load.await_more(MORE);
}

/// That everything is as it was answered: in the store, at the door and on the hosts.
fn check(fleet: &Fleet, known: &Known) {
    eventually("nothing waits for a host", || {
        fleet.hosts().lines().all(|line| line.contains(" 0 changes waiting"))
    });
    print!("{}", fleet.hosts());
    let client = fleet.client();
    let list = fleet.call(&client, "listaccts", &[("want", "user")]).unwrap();
    let rows = list["acct"].as_array().unwrap().iter();
    let there: BTreeSet<&str> = rows.map(|row| row["user"].as_str().unwrap()).collect();
    for (user, password) in known {
        let serving = HOSTS.iter().filter(|host| Fleet::site(host, &format!("{user}.test")) == 200);
        let serving = serving.count();
        match password {
            Some(password) => {
                assert!(there.contains(user.as_str()), "{user} is lost");
                assert!(Fleet::logs_in(&client, user, password), "the password of {user} is lost");
                assert_eq!(serving, 1, "{user}");
            }
            None => {
                assert!(!there.contains(user.as_str()), "{user} is back");
                assert_eq!(serving, 0, "{user}");
            }
        }
    }
    for host in HOSTS {
        let check = fleet.command(host, &["check"]);
        let said = String::from_utf8([check.stdout, check.stderr].concat()).unwrap();
        assert!(check.status.success() && said.is_empty(), "{host}: {said}");
    }
    let hosts = fleet.hosts();
    for host in HOSTS {
        let line = hosts.lines().find(|line| line.starts_with(host)).unwrap();
        assert!(!line.contains(" 0 accounts"), "{line}");
    }
}

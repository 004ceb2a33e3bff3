//! A thousand accounts at once (the goal R4): each answer is a success or says that the server is busy, what
//! was answered with success is whole, and who is there already is served all through it. How many succeed
//! is the machine's speed: a call waits for its turn for half a minute.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use root::{Answer, Service, Verb};
use serde_json::Value;

use super::{anna, form, prober, reason};
use crate::machine::{Disk, Machine, Setup};

const ALL: usize = 1_000;

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_thousand_accounts_at_once_are_all_whole() {
    let _disk = Disk::mount(Path::new("/home"), "size=25%,mode=0755");
    let services = [Service::Apache, Service::PhpFpm, Service::PowerDns];
    let mut machine = Machine::start_with(Setup::of(&services));
    anna(&machine);
    let reloads = |service| match machine.root_client().call(&Verb::Reloads(service)) {
        Ok(Answer::Count(count)) => count,
        _ => panic!("there is no count"),
    };
    let before = [Service::Apache, Service::PhpFpm].map(reloads);
    let begun = Instant::now();
    let (answers, site, name) = prober::while_asked(&machine, "anna.test", || all(&machine));
    let took = begun.elapsed();
    let after = [Service::Apache, Service::PhpFpm].map(reloads);
    let refused: Vec<String> = answers.iter().filter_map(reason).collect();
    println!(
        "{} made and {} refused in {took:?}; site {site:?}, name {name:?}; reloads {before:?} to {after:?}",
        ALL - refused.len(),
        refused.len(),
    );
    // Who waited for a turn longer than anybody is let wait is told so, and nothing of it was begun.
    for reason in &refused {
        assert!(reason.contains("The server is busy; try again in a few seconds."), "{reason}");
    }
    assert_eq!(after, before, "an account needs no reload");
    assert!(site.gap < Duration::from_secs(10) && name.gap < Duration::from_secs(10));
    let made = machine.root("listaccts", &[("want", "user")])["acct"].as_array().unwrap().len();
    assert_eq!(made, ALL - refused.len() + 1);
    assert!(made > 1 && site.answers > 0 && name.answers > 0, "{made}, {site:?}, {name:?}");
    machine.end_server();
    let begun = Instant::now();
    assert_eq!(machine.violations(), Vec::<String>::new());
    println!("looked at in {:?}", begun.elapsed());
}

/// Asks for all of them at once; gives the answers.
fn all(machine: &Machine) -> Vec<Value> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let client = machine.asynchronous();
    runtime.block_on(async {
        let calls: Vec<_> = (0..ALL)
            .map(|number| {
                let call = machine.call_of(&client, "createacct", &form(&format!("user{number}")));
                tokio::spawn(async move {
                    let sent = call.send().await.unwrap();
                    sent.json::<Value>().await.unwrap()
                })
            })
            .collect();
        let mut answers = Vec::new();
        for call in calls {
            answers.push(call.await.unwrap());
        }
        answers
    })
}

//! A store in PostgreSQL that is lost for a while (the goal R1: nothing acknowledged is lost, and the row of
//! the fault plan about connections of databases).

use std::{
    fs, os::unix::fs::PermissionsExt as _, path::Path, process::Command, thread, time::Duration,
};

use adapters::testing::postgres::Cluster;
use root::Service;

use super::{anna, create, is_served, try_create};
use crate::machine::{Machine, Setup, eventually};

/// Ends every connection of a database but the one that asks.
fn cut(url: &str) {
    let sql = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
               WHERE datname = current_database() AND pid <> pg_backend_pid()";
    assert!(Command::new("psql").args(["-X", "-c", sql, url]).output().unwrap().status.success());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn connections_that_are_cut_and_a_server_that_is_away() {
    let mut cluster = Cluster::start().unwrap();
    let url = cluster.database().unwrap();
    let folder = url.split('@').nth(1).unwrap().split('/').next().unwrap().replace("%2F", "/");
    fs::set_permissions(Path::new(&folder), fs::Permissions::from_mode(0o755)).unwrap();
    let services = [Service::Apache, Service::PhpFpm, Service::PowerDns];
    let store = Some(url.clone());
    let mut machine = Machine::start_with(Setup { store, ..Setup::of(&services) });
    anna(&machine);
    cut(&url);
    create(&machine, "bert");
    // Cut again and again while accounts are made: each is made, or is refused and can be made.
    let (mut made, mut refused) = (Vec::new(), Vec::new());
    thread::scope(|scope| {
        let cutting = scope.spawn(|| {
            for _ in 0..40 {
                cut(&url);
                thread::sleep(Duration::from_millis(60));
            }
        });
        for number in 0.. {
            if cutting.is_finished() {
                break;
            }
            let user = format!("user{number}");
            match try_create(&machine, &user) {
                None => made.push(user),
                Some(reason) => {
                    assert!(
                        reason.contains("store") || reason.contains("recorded but not complete"),
                        "{reason}"
                    );
                    refused.push(user);
                }
            }
        }
    });
    let counts = (made.len(), refused.len());
    println!("accounts made and refused while connections were cut: {counts:?}");
    cluster.stop().unwrap();
    let reason = try_create(&machine, "carl").unwrap();
    assert!(reason.contains("store"), "{reason}");
    assert!(is_served(&machine, "anna"));
    thread::sleep(Duration::from_secs(5));
    assert!(machine.server_lives());
    cluster.restart().unwrap();
    let back = std::time::Instant::now();
    eventually("accounts are made again", || try_create(&machine, "carl").is_none());
    println!("answered again after {:?}", back.elapsed());
    assert!(back.elapsed() < Duration::from_secs(5), "{:?}", back.elapsed());
    let accounts = machine.root("listaccts", &[("want", "user")]);
    let there = accounts["acct"].as_array().unwrap().iter();
    let there: Vec<&str> = there.map(|account| account["user"].as_str().unwrap()).collect();
    for user in made.iter().map(String::as_str).chain(["anna", "bert", "carl"]) {
        assert!(there.contains(&user), "{user} is lost");
    }
    super::heals(&machine, 100);
    assert!(is_served(&machine, "carl"));
    for user in &refused {
        let summary = machine.try_call("accountsummary", &[("user", user)]).unwrap();
        if summary["metadata"]["result"] != 1 {
            create(&machine, user);
        }
        eventually("who was refused is served", || is_served(&machine, user));
    }
    machine.end_server();
}

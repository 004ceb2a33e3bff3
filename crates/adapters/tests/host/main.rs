//! The adapters of a Debian machine, each with its real service on loopback ports and with all of its
//! state under a temporary folder. They need root and Debian's packages, so that they are run by name:
//! `cargo test -p adapters --test host -- --ignored`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test may fail so, and says why"
)]

mod databases;
mod dns;
mod failing;
mod ftp;
mod machine;
mod mail;
#[path = "../ports/os_users.rs"]
mod os_users;
#[path = "../ports/subjects.rs"]
#[expect(dead_code, reason = "sites and zones have tests of their own here")]
mod subjects;
mod users;
mod web;

use std::sync::Arc;

use adapters::system::host::{DatabaseServers, PowerDns};
use api::{
    Engine,
    ports::{Database, Databases, Dns},
};
use root::{Answer, Client, Service, Verb};
use rustix::{process::Uid, thread::set_thread_res_uid};

use crate::machine::Machine;

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_machine_without_services_answers() {
    let machine = Machine::start(&[]);
    for service in Service::ALL {
        assert!(matches!(machine.client.call(&Verb::Runs(service)), Ok(Answer::Flag(false))));
    }
}

/// What needs no root is done without it: by a thread that has no rights.
#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_server_without_rights_drives_names_and_databases() {
    let services = [Service::PowerDns, Service::Mariadb, Service::Postgresql];
    let machine = Machine::start_for("www-data", &services);
    let work = || {
        let uid = Uid::from_raw(33);
        set_thread_res_uid(uid, uid, uid).unwrap();
        let client = Arc::new(Client::new(machine.folder.path().join("root.socket")));
        let databases = DatabaseServers::new(Arc::clone(&client), &machine.layout);
        for engine in [Engine::Mysql, Engine::Postgresql] {
            let (name, account) = ("alice_db".parse().unwrap(), "alice".parse().unwrap());
            databases.apply(&Database { engine, name, formerly: None, account }).unwrap();
        }
        assert_eq!(databases.list().unwrap().len(), 2);
        let dns = PowerDns::new(client, &machine.layout);
        assert!(dns.list().unwrap().is_empty() && dns.serves().unwrap());
    };
    std::thread::scope(|scope| scope.spawn(work).join()).unwrap();
}

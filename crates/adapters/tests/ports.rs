//! One suite a port, for any machine that implements it; run here on the embedded one.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail so")]

#[path = "ports/addresses.rs"]
mod addresses;
#[path = "ports/databases.rs"]
mod databases;
#[path = "ports/dns.rs"]
mod dns;
#[path = "ports/ftp.rs"]
mod ftp;
#[path = "ports/mail.rs"]
mod mail;
#[path = "ports/os_users.rs"]
mod os_users;
#[path = "ports/subjects.rs"]
mod subjects;
#[path = "ports/tls.rs"]
mod tls;
#[path = "ports/web.rs"]
mod web;

use std::{fs, os::unix::fs::PermissionsExt as _, sync::Arc, thread};

use adapters::embedded::Machine;
use api::{
    Engine,
    ports::{Databases, Dns, Mail, OsUsers, Web},
};

use subjects::{account, domain, login, site, user, zone};

#[test]
fn the_embedded_machine_keeps_users() {
    let folder = tempfile::tempdir().unwrap();
    let machine = Machine::open(folder.path()).unwrap();
    let expired = |name: &_| machine.login(name).unwrap().unwrap().expired;
    os_users::suite(&machine, &folder.path().join("homes"), &expired);
}

#[test]
fn the_embedded_machine_keeps_sites() {
    web::suite(&Machine::temporary().unwrap());
}

#[test]
fn the_embedded_machine_keeps_tls() {
    tls::suite(&Machine::temporary().unwrap());
}

#[test]
fn the_embedded_machine_keeps_zones() {
    let machine = Machine::temporary().unwrap();
    dns::suite(&machine, &|name| machine.find_zone(name).unwrap().map(Arc::unwrap_or_clone));
}

#[test]
fn a_dns_server_that_was_switched_off_stays_so() {
    let folder = tempfile::tempdir().unwrap();
    for (serves, serving) in [(true, false), (false, true), (true, true)] {
        let machine = Machine::open(folder.path()).unwrap();
        assert_eq!(machine.serves().unwrap(), serves);
        machine.set_serving(serving).unwrap();
    }
}

#[test]
fn the_embedded_machine_takes_mail() {
    let machine = Machine::temporary().unwrap();
    OsUsers::apply(&machine, &account("alice"), &login("!")).unwrap();
    mail::suite(&machine, &account("alice"));
}

#[test]
fn mail_keeps_its_key_and_moves_with_its_domain() {
    let folder = tempfile::tempdir().unwrap();
    let machine = Machine::open(folder.path()).unwrap();
    OsUsers::apply(&machine, &account("alice"), &login("!")).unwrap();
    let info = "info@a.test".parse().unwrap();
    Mail::apply(&machine, &mail::taken("a.test", Vec::new())).unwrap();
    machine.make_folder(&user("alice"), &info).unwrap();
    assert_eq!(machine.signing_key("a.test").unwrap().unwrap().reveal(), "-----BEGIN");
    let mut moved = mail::taken("b.test", Vec::new());
    moved.record.formerly = Some(domain("a.test"));
    moved.signing_key = None;
    Mail::apply(&machine, &moved).unwrap();
    assert_eq!(Mail::list(&machine).unwrap(), [domain("b.test")]);
    assert!(folder.path().join("homes/alice/mail/b.test/info/cur").is_dir());
    assert!(machine.signing_key("b.test").unwrap().is_none());
}

#[test]
fn the_embedded_machine_keeps_databases() {
    let machine = Machine::temporary().unwrap();
    databases::suite(&machine, &|engine, name| machine.database_login(engine, name).unwrap());
}

#[test]
fn the_embedded_machine_keeps_addresses() {
    let machine = Machine::temporary().unwrap();
    machine.set_main_address("192.0.2.10").unwrap();
    addresses::suite(&machine);
}

#[test]
fn the_embedded_machine_keeps_ftp_logins() {
    let machine = Machine::temporary().unwrap();
    OsUsers::apply(&machine, &account("alice"), &login("$y$hash")).unwrap();
    ftp::suite(&machine, &|name| machine.ftp(name).unwrap());
}

#[test]
fn everything_is_there_after_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let machine = Machine::open(folder.path()).unwrap();
    OsUsers::apply(&machine, &account("alice"), &login("$y$hash")).unwrap();
    Web::apply(&machine, &site("alice.test", "alice")).unwrap();
    Dns::apply(&machine, &zone("alice.test", 7)).unwrap();
    let kept = databases::login(Engine::Mysql, "alice_u");
    Databases::apply(&machine, &databases::database(Engine::Mysql, "alice_db")).unwrap();
    Databases::apply_user(&machine, &kept).unwrap();
    drop(machine);
    let machine = Machine::open(folder.path()).unwrap();
    assert_eq!(OsUsers::list(&machine).unwrap(), [user("alice")]);
    assert_eq!(machine.login(&user("alice")).unwrap(), Some(login("$y$hash")));
    assert_eq!(machine.site("alice.test").unwrap(), Some(site("alice.test", "alice")));
    assert_eq!(machine.find_zone("alice.test").unwrap().as_deref(), Some(&zone("alice.test", 7)));
    assert_eq!(machine.database_login(Engine::Mysql, &kept.name).unwrap(), Some(kept));
    assert_eq!(machine.databases(Engine::Mysql).unwrap()["alice_db"], "alice");
}

#[test]
fn what_a_killed_process_left_is_swept_by_the_first_to_open() {
    let folder = tempfile::tempdir().unwrap();
    let left = [folder.path().join("new/alice.1.0"), folder.path().join("trash/bob.1.0")];
    let first = Machine::open(folder.path()).unwrap();
    for home in &left {
        fs::create_dir_all(home.join("public_html")).unwrap();
    }
    let second = Machine::open(folder.path()).unwrap();
    assert!(left.iter().all(|home| home.exists()), "another process may be at work on them");
    drop((first, second));
    let machine = Machine::open(folder.path()).unwrap();
    assert!(left.iter().all(|home| !home.exists()));
    assert!(OsUsers::list(&machine).unwrap().is_empty());
}

#[test]
fn a_home_without_a_row_is_listed_and_can_be_withdrawn() {
    let folder = tempfile::tempdir().unwrap();
    let machine = Machine::open(folder.path()).unwrap();
    fs::create_dir(folder.path().join("homes/alice")).unwrap();
    assert_eq!(OsUsers::list(&machine).unwrap(), [user("alice")]);
    OsUsers::withdraw(&machine, &user("alice")).unwrap();
    assert!(OsUsers::list(&machine).unwrap().is_empty());
}

#[test]
fn a_home_can_be_entered_but_not_listed_by_others() {
    let folder = tempfile::tempdir().unwrap();
    let machine = Machine::open(folder.path()).unwrap();
    OsUsers::apply(&machine, &account("alice"), &login("!")).unwrap();
    let home = folder.path().join("homes/alice");
    let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    assert_eq!((mode(home.clone()), mode(home.join("public_html"))), (0o711, 0o750));
}

#[test]
fn a_bulk_is_applied_whole_or_not_at_all() {
    let machine = Machine::temporary().unwrap();
    Dns::apply(&machine, &zone("u1.test", 1)).unwrap();
    assert_eq!(machine.find_zone("u1.test").unwrap().unwrap().soa.serial, 1);
    let fill = |last: &str| {
        machine.bulk(|bulk| {
            for name in ["u1", "u2", "u3"] {
                let domain = format!("{name}.test");
                bulk.user(&account(name), &login("!"))?;
                bulk.site(&site(&domain, name))?;
                bulk.zone(&zone(&domain, 2))?;
            }
            let last = api::ports::Site { document_root: last.to_owned(), ..site("u.test", "u1") };
            bulk.site(&last)
        })
    };
    assert!(fill("../other").is_err());
    assert!(OsUsers::list(&machine).unwrap().is_empty() && Web::list(&machine).unwrap().is_empty());
    assert_eq!(machine.find_zone("u1.test").unwrap().unwrap().soa.serial, 1);
    fill("public_html").unwrap();
    assert_eq!(OsUsers::list(&machine).unwrap().len(), 3);
    assert_eq!(Web::list(&machine).unwrap().len(), 4);
    assert_eq!(machine.find_zone("u1.test").unwrap().unwrap().soa.serial, 2);
    assert_eq!(OsUsers::usage(&machine, &account("u1")).unwrap().inodes, 0);
}

#[test]
fn many_threads_may_apply_at_once() {
    let machine = Machine::temporary().unwrap();
    thread::scope(|scope| {
        for thread in 0..8 {
            let machine = &machine;
            scope.spawn(move || {
                for turn in 0..10 {
                    let name = format!("user{}", (thread + turn) % 10);
                    OsUsers::apply(machine, &account(&name), &login("!")).unwrap();
                    Dns::apply(machine, &zone(&format!("{name}.test"), turn)).unwrap();
                    machine.find_zone(&format!("{name}.test")).unwrap().unwrap();
                }
            });
        }
    });
    assert_eq!(OsUsers::list(&machine).unwrap().len(), 10);
    assert_eq!(Dns::list(&machine).unwrap().len(), 10);
    assert!(Dns::list(&machine).unwrap().contains(&domain("user9.test")));
}

#[test]
fn a_readers_zone_is_never_older_than_the_last_change_before_it() {
    let machine = Machine::temporary().unwrap();
    Dns::apply(&machine, &zone("a.test", 0)).unwrap();
    thread::scope(|scope| {
        let readers: Vec<_> = (0..3)
            .map(|_| {
                scope.spawn(|| {
                    let mut latest = 0;
                    while latest < 200 {
                        let serial = machine.find_zone("a.test").unwrap().unwrap().soa.serial;
                        assert!(serial >= latest, "{serial} after {latest}");
                        latest = serial;
                    }
                })
            })
            .collect();
        for serial in 1..=200 {
            Dns::apply(&machine, &zone("a.test", serial)).unwrap();
            assert_eq!(machine.find_zone("a.test").unwrap().unwrap().soa.serial, serial);
        }
        for reader in readers {
            reader.join().unwrap();
        }
    });
}

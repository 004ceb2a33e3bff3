//! Services that are down or hang (the goal R6).

use std::time::{Duration, Instant};

use root::{Service, Verb};
use rustix::process::Signal;

use super::{anna, create, heals, is_nowhere, is_served, refusal, try_create};
use crate::{
    clients::{mysql, page},
    machine::{Machine, PASSWORD, Setup, eventually},
};

/// How long a call may take whose service hangs.
const DEADLINE: Duration = Duration::from_secs(45);
/// By when all is well again, in seconds.
const HEALED: u64 = 35;

fn machine(services: &[Service]) -> Machine {
    let machine = Machine::start_with(Setup::of(services));
    anna(&machine);
    machine
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_web_server_that_is_down_reads_what_came_meanwhile() {
    let machine = machine(&[Service::Apache, Service::PhpFpm, Service::PowerDns]);
    let status = || machine.root("servicestatus", &[("service", "httpd")])["service"][0].clone();
    assert_eq!((&status()["running"], &status()["monitored"]), (&1.into(), &1.into()));
    machine.verb(&Verb::Stop(Service::Apache));
    assert_eq!(status()["running"], 0);
    create(&machine, "bert");
    machine.root("removeacct", &[("username", "anna")]);
    assert_eq!(machine.violations(), ["service apache: it does not run"]);
    // A restart is how an operator has it run again, and how one that runs begins anew.
    for _ in 0..2 {
        machine.root("restartservice", &[("service", "httpd")]);
        assert_eq!(status()["running"], 1);
        machine.wait_for(Service::Apache);
    }
    eventually("the new site is served", || is_served(&machine, "bert"));
    assert_ne!(page(&machine, "anna.test", "/").0, "200");
    assert_eq!(machine.violations(), Vec::<String>::new());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_name_server_that_is_down() {
    let machine = machine(&[Service::Apache, Service::PhpFpm, Service::PowerDns]);
    create(&machine, "carl");
    machine.verb(&Verb::Stop(Service::PowerDns));
    let reason = try_create(&machine, "bert").unwrap();
    assert!(reason.contains("The DNS server (PowerDNS) does not answer"), "{reason}");
    let reason = refusal(&machine, "removeacct", &[("username", "carl")]).unwrap();
    assert!(reason.contains("will be completed: The DNS server (PowerDNS)"), "{reason}");
    // Who has no need of it does not notice.
    machine.root("passwd", &[("user", "anna"), ("password", PASSWORD)]);
    assert_eq!(page(&machine, "anna.test", "/").0, "200");
    machine.verb(&Verb::Start(Service::PowerDns));
    machine.wait_for(Service::PowerDns);
    heals(&machine, HEALED);
    for user in ["bert", "carl"] {
        is_nowhere(&machine, user);
        create(&machine, user);
    }
    assert_eq!(machine.violations(), Vec::<String>::new());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_name_server_that_hangs() {
    let machine = machine(&[Service::Apache, Service::PhpFpm, Service::PowerDns]);
    machine.signal(Service::PowerDns, Signal::STOP);
    let (reason, others) = std::thread::scope(|scope| {
        let begun = Instant::now();
        let refused = scope.spawn(|| try_create(&machine, "bert").unwrap());
        // Meanwhile who has no need of it is answered at once.
        let mut others = Vec::new();
        while !refused.is_finished() {
            let begun = Instant::now();
            machine.root("passwd", &[("user", "anna"), ("password", PASSWORD)]);
            assert_eq!(page(&machine, "anna.test", "/").0, "200");
            others.push(begun.elapsed());
        }
        assert!(begun.elapsed() < DEADLINE, "{:?}", begun.elapsed());
        println!("refused after {:?}", begun.elapsed());
        (refused.join().unwrap(), others)
    });
    assert!(reason.contains("The DNS server (PowerDNS) does not answer"), "{reason}");
    let longest = others.iter().max().unwrap();
    println!("{} other calls meanwhile, the longest took {longest:?}", others.len());
    assert!(*longest < Duration::from_secs(5), "{longest:?}");
    machine.signal(Service::PowerDns, Signal::CONT);
    heals(&machine, HEALED);
    is_nowhere(&machine, "bert");
    create(&machine, "bert");
    assert!(is_served(&machine, "bert"));
    assert_eq!(machine.violations(), Vec::<String>::new());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_database_server_that_is_down() {
    let machine = machine(&[Service::Apache, Service::PhpFpm, Service::PowerDns, Service::Mariadb]);
    let own = |function: &str, form: &[(&str, &str)]| machine.account("anna", function, form);
    own("Mysql/create_user", &[("name", "anna_shop"), ("password", PASSWORD)]);
    machine.verb(&Verb::Stop(Service::Mariadb));
    let refused = machine.try_account("anna", "Mysql/create_database", &[("name", "anna_shop")]);
    let reason = refused["errors"][0].as_str().unwrap();
    assert!(reason.contains("MariaDB"), "{reason}");
    let reason = refusal(&machine, "suspendacct", &[("user", "anna")]).unwrap();
    assert!(reason.contains("MariaDB"), "{reason}");
    // Who has no databases does not notice.
    create(&machine, "bert");
    assert!(is_served(&machine, "anna") && is_served(&machine, "bert"));
    machine.verb(&Verb::Start(Service::Mariadb));
    machine.wait_for(Service::Mariadb);
    heals(&machine, HEALED);
    own("Mysql/create_database", &[("name", "anna_shop")]);
    let grant =
        [("user", "anna_shop"), ("database", "anna_shop"), ("privileges", "ALL PRIVILEGES")];
    own("Mysql/set_privileges_on_database", &grant);
    assert_eq!(mysql(&machine, "anna_shop", "anna_shop", "SELECT 6 * 7").as_deref(), Some("42"));
    assert_eq!(machine.violations(), Vec::<String>::new());
}

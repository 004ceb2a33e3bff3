//! A server without a machine and two hosts on one store, each a world of its own.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use adapters::{elsewhere::Elsewhere, store, testing::postgres::Cluster};
use api::{
    function::Hosts,
    records::{AccountRecord, JournalEntry, Worker},
};

use super::*;
use crate::{
    domain::apply,
    testing::{Outage, PASSWORD, World},
};

/// A server that drives no machine, and the hosts.
struct Many {
    server: World,
    hosts: [(World, Arc<Outage>, Worker); 2],
}

impl Many {
    /// They on a new database.
    fn on(cluster: &Cluster) -> Self {
        let url = cluster.database().unwrap();
        let server = process(&url, Hosts::Elsewhere, |host| {
            let none = Arc::new(Elsewhere::new(Arc::clone(&host.store)));
            host.os_users = Arc::<Elsewhere>::clone(&none);
            host.ftp = Arc::<Elsewhere>::clone(&none);
            host.addresses = Arc::<Elsewhere>::clone(&none);
            host.dns = Arc::<Elsewhere>::clone(&none);
            host.web = Arc::<Elsewhere>::clone(&none);
            host.mail = Arc::<Elsewhere>::clone(&none);
            host.databases = Arc::<Elsewhere>::clone(&none);
            host.tls = Arc::<Elsewhere>::clone(&none);
            host.files = none;
        });
        let hosts = ["h1", "h2"].map(|name| {
            let this: HostName = name.parse().unwrap();
            let world = process(&url, Hosts::This(this.clone()), |_| {});
            let World { host, machine, clock } = world;
            let mut host = Arc::into_inner(host).unwrap();
            let away = Arc::new(Outage { away: false.into(), machine: Arc::clone(&machine) });
            host.dns = Arc::<Outage>::clone(&away);
            let world = World { host: Arc::new(host), machine, clock };
            placement::register(&world.host, &this, "{}".to_owned()).unwrap();
            let worker = Worker { host: name.to_owned(), id: format!("worker of {name}") };
            assert!(of(&world.host).unwrap().beat(&worker, &[]).unwrap());
            (world, away, worker)
        });
        Self { server, hosts }
    }

    /// Does something while these hosts work.
    fn during<T>(&self, working: &[usize], act: impl FnOnce(&World) -> T) -> T {
        let over = AtomicBool::new(false);
        thread::scope(|scope| {
            for number in working {
                let (world, _, worker) = &self.hosts[*number];
                scope.spawn(|| work_until(&over, world, worker));
            }
            let ending = Ending(&over);
            let done = act(&self.server);
            drop(ending);
            done
        })
    }

    /// Waits until no entry is open, with what could not be applied due at once.
    fn settle(&self) {
        let open = |world: &World| {
            let tx = world.host.store.write_relaxed().unwrap();
            tx.update::<JournalEntry>(&[("due", 0.into())], &[]).unwrap();
            tx.commit().unwrap();
            world.host.store.read().unwrap().count::<JournalEntry>(&[]).unwrap()
        };
        self.during(&[0, 1], |server| {
            for _ in 0..200 {
                if open(server) == 0 {
                    return;
                }
                thread::sleep(Duration::from_millis(50));
            }
            panic!("changes stay open");
        });
    }

    /// The users on a host.
    fn users(&self, number: usize) -> Vec<String> {
        let users = self.hosts[number].0.host.os_users.list().unwrap();
        users.iter().map(ToString::to_string).collect()
    }
}

struct Ending<'a>(&'a AtomicBool);

impl Drop for Ending<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// A process on that database.
fn process(url: &str, hosts: Hosts, change: impl FnOnce(&mut Host)) -> World {
    let World { host, machine, clock } = World::on(store::open(url).unwrap());
    let mut host = Arc::into_inner(host).unwrap();
    host.settings.hosts = hosts;
    change(&mut host);
    World { host: Arc::new(host), machine, clock }
}

fn work_until(over: &AtomicBool, world: &World, worker: &Worker) {
    let fleet = of(&world.host).unwrap();
    while !over.load(Ordering::SeqCst) {
        assert!(fleet.beat(worker, &[]).unwrap());
        for entry in fleet.claim(worker, &[], 4).unwrap() {
            work::apply(&world.host, worker, &entry).unwrap();
        }
        thread::sleep(Duration::from_millis(5));
    }
}

fn make(server: &World, name: &str) -> Result<crate::testing::Answer> {
    let domain = format!("{name}.test");
    let form = [("username", name), ("domain", &domain), ("password", PASSWORD)];
    server.call("root", "createacct", &form)
}

fn silence(many: &Many, host: &str) {
    let tx = many.server.host.store.write().unwrap();
    tx.update::<WorkerRecord>(&[("seen", 0.into())], &[is("host", host)]).unwrap();
    tx.commit().unwrap();
}

#[test]
fn many_hosts_share_a_store() {
    let cluster = Cluster::start().unwrap();
    accounts_live_on_the_host_that_they_are_placed_on(&Many::on(&cluster));
    a_zone_goes_to_another_host(&Many::on(&cluster));
    what_a_host_refuses_is_taken_back(&Many::on(&cluster));
    what_a_host_that_is_away_must_do_waits(&Many::on(&cluster));
    a_server_without_hosts_says_so(&cluster);
}

fn accounts_live_on_the_host_that_they_are_placed_on(many: &Many) {
    many.during(&[0, 1], |server| {
        for name in ["anna", "bert", "carl", "dora"] {
            make(server, name).unwrap();
        }
    });
    assert_eq!(many.users(0), ["anna", "carl"]);
    assert_eq!(many.users(1), ["bert", "dora"]);
    let account: AccountRecord = many.server.record("bert");
    assert_eq!(account.host.unwrap().as_str(), "h2");
    for (world, ..) in &many.hosts {
        assert_eq!(world.host.dns.list().unwrap().len(), 2);
        assert_eq!(apply::drift(&world.host).unwrap(), []);
    }
    many.during(&[0, 1], |server| {
        let form = [("user", "bert"), ("newuser", "bruno")];
        server.call("root", "modifyacct", &form).unwrap();
        server.call("root", "removeacct", &[("username", "anna")]).unwrap();
        make(server, "emma").unwrap();
    });
    assert_eq!(many.users(0), ["carl", "emma"]);
    assert_eq!(many.users(1), ["bruno", "dora"]);
    let found = hosts(&*many.server.host.store.read().unwrap()).unwrap();
    assert_eq!(found.iter().map(|seen| seen.host.accounts).collect::<Vec<_>>(), [2, 2]);
    for (world, ..) in &many.hosts {
        assert_eq!(apply::drift(&world.host).unwrap(), []);
        let all = apply::everything(&world.host).unwrap();
        assert!(all.iter().filter(|one| matches!(one, Subject::User(_))).count() == 2);
    }
    // What only its host can tell is not answered with a guess; what was measured last is known.
    let carl = Account::for_reconciler(many.server.record("carl"));
    let said = many.server.host.os_users.has_file(&carl, "x").unwrap_err().to_string();
    assert!(said.contains("“h1”"), "{said}");
    assert!(many.server.host.os_users.usage(&carl).unwrap().inodes > 0);
    assert!(require_machine(&many.server.host, &carl).is_err());
    let foreign = many.server.record("carl");
    assert!(refuse_elsewhere(&many.hosts[0].0.host, &foreign).is_ok());
    assert!(refuse_elsewhere(&many.hosts[1].0.host, &foreign).is_err());
    many.hosts[0].0.host.web.withdraw(&foreign.domain).unwrap();
    let drift = apply::drift(&many.hosts[0].0.host).unwrap();
    assert_eq!(drift, [Subject::Site(foreign.domain)]);
    assert_eq!(apply::drift(&many.hosts[1].0.host).unwrap(), []);
}

/// A zone without an account is the first host's, and one host's alone whoever's it becomes.
fn a_zone_goes_to_another_host(many: &Many) {
    let served = |number: usize| many.hosts[number].0.host.dns.list().unwrap();
    let zone: api::DomainName = "bert.test".parse().unwrap();
    many.during(&[0, 1], |server| {
        make(server, "anna").unwrap();
        make(server, "bert").unwrap();
        assert!(!served(0).contains(&zone) && served(1).contains(&zone));
        let form = [("username", "bert"), ("keepdns", "1")];
        server.call("root", "removeacct", &form).unwrap();
        assert!(served(0).contains(&zone) && !served(1).contains(&zone));
        let form = [
            ("username", "carl"),
            ("domain", "bert.test"),
            ("password", PASSWORD),
            ("forcedns", "1"),
        ];
        server.call("root", "createacct", &form).unwrap();
    });
    assert_eq!(many.users(1), ["carl"]);
    assert!(!served(0).contains(&zone) && served(1).contains(&zone));
}

fn what_a_host_refuses_is_taken_back(many: &Many) {
    let is_away = |away: bool| many.hosts[1].1.away.store(away, Ordering::SeqCst);
    many.during(&[0, 1], |server| {
        make(server, "anna").unwrap();
        is_away(true);
        let said = make(server, "bert").unwrap_err().to_string();
        assert_eq!(said, "The DNS server is away.");
        let tx = server.host.store.read().unwrap();
        assert!(tx.find::<AccountRecord>(&["bert".into()]).unwrap().is_none());
    });
    is_away(false);
    many.settle();
    assert_eq!(many.users(1), [""; 0]);
    many.during(&[0, 1], |server| make(server, "bert").unwrap());
    assert_eq!(many.users(1), ["bert"]);
}

fn what_a_host_that_is_away_must_do_waits(many: &Many) {
    many.during(&[0, 1], |server| {
        make(server, "anna").unwrap();
        make(server, "bert").unwrap();
    });
    silence(many, "h2");
    many.during(&[0], |server| {
        for name in ["carl", "dora"] {
            make(server, name).unwrap();
        }
        let form = [("username", "bert")];
        let said = server.call("root", "removeacct", &form).unwrap_err().to_string();
        assert!(
            said.contains("will be completed") && said.contains("“h2” was last seen"),
            "{said}"
        );
        // It is not made again before its home is gone.
        assert!(make(server, "bert").is_err());
    });
    assert_eq!(many.users(0), ["anna", "carl", "dora"]);
    assert_eq!(many.users(1), ["bert"]);
    many.settle();
    assert_eq!(many.users(1), [""; 0]);
    silence(many, "h1");
    silence(many, "h2");
    let said = make(&many.server, "emma").unwrap_err().to_string();
    assert!(said.contains("None of the hosts"), "{said}");
}

fn a_server_without_hosts_says_so(cluster: &Cluster) {
    let server = process(&cluster.database().unwrap(), Hosts::Elsewhere, |_| {});
    let said = make(&server, "anna").unwrap_err().to_string();
    assert!(said.contains("None of the hosts"), "{said}");
    let form = [("domain", "a.test"), ("ip", "192.0.2.1")];
    let said = server.call("root", "adddns", &form).unwrap_err().to_string();
    assert!(said.contains("innkeeper work"), "{said}");
}

//! The `MariaDB` and PostgreSQL adapters, looked at by the servers' own clients.

mod engines;
mod trouble;

use std::{
    collections::BTreeMap,
    process::Command,
    sync::Arc,
    time::{Duration, Instant},
};

use adapters::system::host::DatabaseServers;
use api::{
    DatabaseName, Engine, Kind, Secret,
    ports::{Database, DatabaseLogin, Databases, Upkeep},
};
use proptest::{prelude::*, test_runner::TestRunner};
use root::{Service, Verb};

use crate::machine::Machine;

const PASSWORD: &str = "Quarry'lamp\\7 `%_\"ü";
const ENGINES: [(Engine, Service); 2] =
    [(Engine::Mysql, Service::Mariadb), (Engine::Postgresql, Service::Postgresql)];

fn servers(machine: &Machine) -> DatabaseServers {
    DatabaseServers::new(Arc::clone(&machine.client), &machine.layout)
}

fn name(text: &str) -> DatabaseName {
    text.parse().unwrap()
}

fn database(engine: Engine, text: &str) -> Database {
    Database { engine, name: name(text), formerly: None, account: "alice".parse().unwrap() }
}

fn login(port: &dyn Databases, engine: Engine, text: &str, grants: &[&str]) -> DatabaseLogin {
    let grants = grants.iter().map(|text| (name(text), "ALL PRIVILEGES".parse().unwrap()));
    DatabaseLogin {
        engine,
        name: name(text),
        account: "alice".parse().unwrap(),
        password: port.verifier(engine, &Secret::new(PASSWORD.to_owned())).unwrap(),
        locked: false,
        hosts: Vec::new(),
        grants: grants.collect(),
    }
}

/// What a server's own client says to statements: as a user by password, over TCP.
struct As<'a> {
    machine: &'a Machine,
    engine: Engine,
    user: &'a str,
    password: &'a str,
}

impl As<'_> {
    fn said(&self, database: &str, statements: &str) -> Result<String, String> {
        let ports = self.machine.layout.ports;
        let mut client = match self.engine {
            Engine::Mysql => {
                let mut client = Command::new("/usr/bin/mariadb");
                client.args(["--no-defaults", "-h127.0.0.1", "-N", "-B", "-P"]);
                client.arg(ports.mysql.to_string()).args(["-u", self.user]).arg("-e");
                client.arg(statements).arg(database).env("MYSQL_PWD", self.password);
                client
            }
            Engine::Postgresql => {
                let mut client = Command::new("/usr/bin/psql");
                client.args(["-X", "-A", "-t", "-q", "-w", "-h", "127.0.0.1", "-p"]);
                client.arg(ports.postgresql.to_string()).args(["-U", self.user, "-d", database]);
                client.args(["-v", "ON_ERROR_STOP=1", "-c", statements]);
                client.env("PGPASSWORD", self.password);
                client
            }
        };
        let said = client.output().unwrap();
        let text = |bytes| String::from_utf8_lossy(bytes).trim().to_owned();
        if said.status.success() { Ok(text(&said.stdout)) } else { Err(text(&said.stderr)) }
    }
}

fn user<'a>(machine: &'a Machine, engine: Engine, user: &'a str) -> As<'a> {
    As { machine, engine, user, password: PASSWORD }
}

/// What the server itself says, to root.
fn inside(machine: &Machine, engine: Engine, statements: &str) -> String {
    let run = &machine.layout.run;
    let said = match engine {
        Engine::Mysql => {
            let socket = run.join("mariadb/mariadb.socket");
            let mut client = Command::new("/usr/bin/mariadb");
            client.args(["--no-defaults", "-N", "-B", "-S"]).arg(socket);
            client.args(["-u", "root", "-e", statements]).output()
        }
        Engine::Postgresql => {
            let mut client = Command::new("/usr/bin/psql");
            client.args(["-X", "-A", "-t", "-q", "-h"]).arg(run.join("postgresql"));
            client.args(["-p", &machine.layout.ports.postgresql.to_string(), "-U", "root"]);
            client.args(["-d", "postgres", "-c", statements]).output()
        }
    };
    let said = said.unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).unwrap().trim().to_owned()
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn databases_and_users_live_as_their_owners_see_it() {
    let machine = Machine::start(&[Service::Mariadb, Service::Postgresql]);
    let port = servers(&machine);
    for (engine, _) in ENGINES {
        assert!(port.list().unwrap().is_empty() && port.list_users().unwrap().is_empty());
        for _ in 0..2 {
            port.apply(&database(engine, "alice_db")).unwrap();
            port.apply(&database(engine, "alice-b")).unwrap();
            port.apply_user(&login(&port, engine, "alice_u", &["alice_db"])).unwrap();
            port.apply_user(&login(&port, engine, "alice_v", &["alice_db", "alice-b"])).unwrap();
        }
        let names = [(engine, name("alice-b")), (engine, name("alice_db"))];
        assert_eq!(port.list().unwrap(), names);
        assert_eq!(port.list_users().unwrap().len(), 2);

        let (one, other) = (user(&machine, engine, "alice_u"), user(&machine, engine, "alice_v"));
        let make = "CREATE TABLE notes (id int PRIMARY KEY, text varchar(20)); \
                    INSERT INTO notes VALUES (1, 'kept'), (2, 'too')";
        one.said("alice_db", make).unwrap();
        assert_eq!(other.said("alice_db", "SELECT text FROM notes WHERE id = 1").unwrap(), "kept");
        other
            .said("alice_db", "DELETE FROM notes WHERE id = 2; ALTER TABLE notes ADD more int")
            .unwrap();
        other.said("alice-b", "CREATE TABLE b (id int)").unwrap();
        assert!(one.said("alice-b", "SELECT 1").is_err(), "it has no right on it");
        assert!(As { password: "wrong", ..one }.said("alice_db", "SELECT 1").is_err());
        assert!(user(&machine, engine, "nobody").said("alice_db", "SELECT 1").is_err());
        let own = if engine == Engine::Mysql { "mysql" } else { "postgres" };
        assert!(one.said(own, "SELECT 1").is_err());
        assert!(one.said("alice_db", "CREATE DATABASE more").is_err());

        // What is taken away is gone, and nothing else.
        port.apply_user(&login(&port, engine, "alice_v", &["alice_db"])).unwrap();
        let other = user(&machine, engine, "alice_v");
        assert!(other.said("alice-b", "SELECT 1").is_err());
        assert_eq!(other.said("alice_db", "SELECT count(*) FROM notes").unwrap(), "1");

        let locked =
            DatabaseLogin { locked: true, ..login(&port, engine, "alice_u", &["alice_db"]) };
        port.apply_user(&locked).unwrap();
        let one = user(&machine, engine, "alice_u");
        assert!(one.said("alice_db", "SELECT 1").is_err());
        port.apply_user(&DatabaseLogin { locked: false, ..locked.clone() }).unwrap();
        assert_eq!(one.said("alice_db", "SELECT 1").unwrap(), "1");
        let none = DatabaseLogin { locked: false, password: String::new(), ..locked };
        port.apply_user(&none).unwrap();
        assert!(one.said("alice_db", "SELECT 1").is_err(), "no password fits");
        port.apply_user(&login(&port, engine, "alice_u", &["alice_db"])).unwrap();

        let sizes = port.sizes(engine, &[name("alice_db"), name("ghost")]).unwrap();
        assert!(sizes.len() == 1 && sizes[&name("alice_db")] > 1000, "{sizes:?}");
        let schema = port.schema(engine, &name("alice_db")).unwrap();
        assert!(schema.contains("CREATE TABLE") && schema.contains("PRIMARY KEY"), "{schema}");

        renaming_keeps_all(&machine, &port, engine);

        for text in ["alice_u", "alice_v", "alice_u"] {
            port.withdraw_user(engine, &name(text)).unwrap();
        }
        for text in ["alicia_db", "alice-b", "alicia_db"] {
            port.withdraw(engine, &name(text)).unwrap();
        }
        assert!(port.list().unwrap().is_empty() && port.list_users().unwrap().is_empty());
        nothing_is_left(&machine, engine);
    }
}

fn renaming_keeps_all(machine: &Machine, port: &dyn Databases, engine: Engine) {
    let formerly = Some(name("alice_db"));
    let moved = Database { formerly, ..database(engine, "alicia_db") };
    for _ in 0..2 {
        port.apply(&moved).unwrap();
        assert_eq!(port.list().unwrap().len(), 2);
    }
    port.apply_user(&login(port, engine, "alice_u", &["alicia_db"])).unwrap();
    let one = user(machine, engine, "alice_u");
    assert_eq!(one.said("alicia_db", "SELECT text FROM notes").unwrap(), "kept");
    assert!(one.said("alice_db", "SELECT 1").is_err());
    // Somebody else's database has the former name by now, and nobody the rights of before on it.
    port.apply(&Database { account: "bob".parse().unwrap(), ..database(engine, "alice_db") })
        .unwrap();
    port.apply(&moved).unwrap();
    assert_eq!(port.list().unwrap().len(), 3);
    assert!(user(machine, engine, "alice_v").said("alice_db", "SELECT 1").is_err());
    port.withdraw(engine, &name("alice_db")).unwrap();
}

fn nothing_is_left(machine: &Machine, engine: Engine) {
    match engine {
        Engine::Mysql => {
            let left = "SELECT User FROM mysql.db; SELECT User FROM mysql.procs_priv; \
                        SELECT * FROM innkeeper.logins; SELECT * FROM innkeeper.`grants`; \
                        SELECT * FROM innkeeper.`databases`; \
                        SELECT User FROM mysql.global_priv WHERE User LIKE 'ali%'; \
                        SHOW DATABASES LIKE 'ali%'";
            assert_eq!(inside(machine, engine, left), "");
            let users = inside(machine, engine, "SELECT User FROM mysql.global_priv");
            assert!(users.lines().all(|user| !user.is_empty()), "nobody is without a name");
            assert_eq!(inside(machine, engine, "SHOW DATABASES LIKE 'test'"), "");
        }
        Engine::Postgresql => {
            let left = "SELECT rolname FROM pg_roles WHERE rolname LIKE 'ali%' \
                        OR rolname LIKE 'innkeeper:%'; \
                        SELECT datname FROM pg_database WHERE datname LIKE 'ali%'";
            assert_eq!(inside(machine, engine, left), "");
        }
    }
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn what_is_somebody_elses_is_left_alone() {
    let machine = Machine::start(&[Service::Mariadb, Service::Postgresql]);
    let port = servers(&machine);
    // The server's own login comes with the first call.
    assert!(port.list().unwrap().is_empty());
    inside(&machine, Engine::Mysql, "CREATE DATABASE other; CREATE USER other");
    inside(&machine, Engine::Postgresql, "CREATE ROLE other");
    for (engine, _) in ENGINES {
        let error = port.apply_user(&login(&port, engine, "other", &[]));
        if engine == Engine::Postgresql {
            assert_eq!(error.unwrap_err().kind(), Kind::Exists);
        } else {
            // That is another user: the one here is not the one from anywhere.
            error.unwrap();
            assert_eq!(port.apply(&database(engine, "other")).unwrap_err().kind(), Kind::Exists);
            port.withdraw(engine, &name("other")).unwrap();
            port.withdraw_user(engine, &name("other")).unwrap();
            let there = inside(
                &machine,
                engine,
                "SHOW DATABASES LIKE 'other'; SELECT Host FROM mysql.global_priv WHERE User = 'other'",
            );
            assert_eq!(there, "other\n%");
        }
        for own in ["root", "mysql", "postgres", "innkeeper", "template1"] {
            assert_eq!(port.apply(&database(engine, own)).unwrap_err().kind(), Kind::Exists);
            let user = login(&port, engine, own, &[]);
            assert_eq!(port.apply_user(&user).unwrap_err().kind(), Kind::Exists);
            port.withdraw(engine, &name(own)).unwrap();
            port.withdraw_user(engine, &name(own)).unwrap();
        }
    }
    assert!(port.list().unwrap().is_empty());
    assert_eq!(
        inside(&machine, Engine::Postgresql, "SELECT 1 FROM pg_roles WHERE rolname = 'other'"),
        "1"
    );
}

/// Passwords that PostgreSQL's client changes before it sends them, and such as it leaves otherwise than the
/// standard would.
fn passwords_are_prepared_as_their_client_does(machine: &Machine, port: &dyn Databases) {
    let engine = Engine::Postgresql;
    port.apply(&database(engine, "alice_shop")).unwrap();
    let mut login = login(port, engine, "alice_shop", &["alice_shop"]);
    for password in ["ﬁ\u{a0}x\u{ad}", "ﬁ\u{e000}", "ﬁ\u{1f600}", "\u{33ff}", "\u{5d0}1", "\u{ad}"]
    {
        login.password = port.verifier(engine, &Secret::new(password.to_owned())).unwrap();
        port.apply_user(&login).unwrap();
        let client = As { machine, engine, user: "alice_shop", password };
        assert_eq!(client.said("alice_shop", "SELECT 1"), Ok("1".to_owned()), "{password:?}");
    }
    port.withdraw_user(engine, &login.name).unwrap();
    port.withdraw(engine, &"alice_shop".parse().unwrap()).unwrap();
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn whatever_a_name_a_password_or_a_host_holds_is_there_as_asked_or_refused() {
    let machine = Machine::start(&[Service::Mariadb, Service::Postgresql]);
    let port = servers(&machine);
    let text = "[a-z0-9_%'\"`\\\\ü;. -]{1,24}";
    let case = (text, text, text, "\\PC{1,40}");
    let seen = std::cell::Cell::new(0);
    let mut runner = TestRunner::new(ProptestConfig {
        cases: 60,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let ran = runner.run(&case, |(base, user_name, host, password)| {
        for (engine, _) in ENGINES {
            // What the language refuses never comes to the server; half of the names are mended.
            let mend = |text: &str| text.replace(|c: char| !c.is_ascii_alphanumeric() && c != '_', "_");
            let base = if base.len() % 2 == 0 { mend(&base) } else { base.clone() };
            let (Ok(base), Ok(login_name)) = (format!("a{base}").parse(), format!("b{}", mend(&user_name)).parse()) else { continue };
            let base: DatabaseName = base;
            let hosts: Vec<api::AccessHost> = host.parse().into_iter().collect();
            let hosts = if engine == Engine::Mysql { hosts } else { Vec::new() };
            let grants = BTreeMap::from([(base.clone(), "ALL".parse().unwrap())]);
            let password = password.replace('\0', "");
            let verifier = port.verifier(engine, &Secret::new(password.clone())).unwrap();
            let one = DatabaseLogin { engine, name: login_name, account: "alice".parse().unwrap(), password: verifier, locked: false, hosts: hosts.clone(), grants };
            port.apply(&database(engine, base.as_str())).unwrap();
            port.apply_user(&one).unwrap();
            prop_assert_eq!(port.list().unwrap(), vec![(engine, base.clone())]);
            prop_assert_eq!(port.list_users().unwrap(), vec![(engine, one.name.clone())]);
            let as_user = As { machine: &machine, engine, user: one.name.as_str(), password: &password };
            let current = if engine == Engine::Mysql { "SELECT DATABASE()" } else { "SELECT current_database()" };
            prop_assert_eq!(as_user.said(base.as_str(), current), Ok(base.to_string()));
            if engine == Engine::Mysql {
                let there = inside(&machine, engine, "SELECT COUNT(*) FROM mysql.global_priv WHERE User LIKE 'b%'; SELECT COUNT(*) FROM mysql.db; SHOW DATABASES LIKE 'a%'");
                let hosts = hosts.iter().filter(|host| host.as_str() != "localhost").count();
                prop_assert_eq!(there, format!("{}\n{}\n{base}", hosts + 1, hosts + 1));
            } else {
                let there = inside(&machine, engine, "SELECT rolname FROM pg_roles WHERE rolname LIKE 'b%'; SELECT datname FROM pg_database WHERE datname LIKE 'a%'");
                prop_assert_eq!(there, format!("{}\n{base}", one.name));
            }
            port.withdraw_user(engine, &one.name).unwrap();
            port.withdraw(engine, &base).unwrap();
            seen.set(seen.get() + 1);
        }
        Ok(())
    });
    ran.unwrap();
    assert!(seen.get() > 30, "{seen:?}");
    passwords_are_prepared_as_their_client_does(&machine, &port);
    for (engine, _) in ENGINES {
        nothing_is_left(&machine, engine);
    }
}

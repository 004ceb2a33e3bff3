//! Databases and their users: what the servers have otherwise than the store, and of nobody.

use std::process::Command;

use root::Service;

use super::Broken;
use crate::machine::{Machine, PASSWORD, Setup};

/// A machine with a database and a user of each server.
fn machine() -> Machine {
    let services = [Service::PowerDns, Service::Mariadb, Service::Postgresql];
    let machine = Machine::start_with(Setup::of(&services));
    let form = [("username", "anna"), ("domain", "anna.test"), ("password", PASSWORD)];
    machine.root("createacct", &form);
    let own = |function: &str, form: &[(&str, &str)]| machine.account("anna", function, form);
    own("Mysql/add_host", &[("host", "192.0.2.7")]);
    let grant = [("user", "anna_u"), ("database", "anna_db")];
    for engine in ["Mysql", "Postgresql"] {
        own(&format!("{engine}/create_database"), &[("name", "anna_db")]);
        let user = [("name", "anna_u"), ("password", PASSWORD)];
        own(&format!("{engine}/create_user"), &user);
    }
    let all = ("privileges", "ALL PRIVILEGES");
    own("Mysql/set_privileges_on_database", &[&grant[..], &[all]].concat());
    own("Postgresql/grant_all_privileges", &grant);
    machine
}

/// Has a server's own client run statements as root.
fn ran(client: &mut Command) {
    let said = client.output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
}

fn mysql(machine: &Machine, statement: &str) {
    let socket = machine.folder.path().join("run/mariadb/mariadb.socket");
    let mut client = Command::new("/usr/bin/mariadb");
    ran(client.arg("--no-defaults").arg("-S").arg(socket).args(["-u", "root", "-e", statement]));
}

fn psql(machine: &Machine, statement: &str) {
    let mut client = Command::new("/usr/sbin/runuser");
    client.args([
        "-u",
        "postgres",
        "--",
        "/usr/bin/psql",
        "-X",
        "-q",
        "-U",
        "postgres",
        "-d",
        "postgres",
        "-v",
        "ON_ERROR_STOP=1",
        "-h",
    ]);
    client.arg(machine.folder.path().join("run/postgresql"));
    ran(client.args(["-p", &machine.ports.postgresql.to_string(), "-c", statement]));
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn databases_and_users_that_are_not_as_they_should_be_are_named() {
    let mut machine = machine();
    // Where nobody is at work nothing is looked at twice.
    machine.end_server();
    assert_eq!(machine.violations(), Vec::<String>::new());
    of_mariadb(&machine, &Broken { machine: &machine });
    of_postgresql(&machine, &Broken { machine: &machine });
}

fn of_mariadb(machine: &Machine, broken: &Broken<'_>) {
    for (statement, words) in [
        (
            "ALTER USER anna_u@localhost IDENTIFIED BY 'by-hand'",
            "database user anna_u: from localhost it comes in by another password",
        ),
        ("ALTER USER anna_u@localhost ACCOUNT LOCK", "from localhost it is kept out"),
        (
            "GRANT SELECT ON *.* TO anna_u@localhost",
            "from localhost it has rights on all databases",
        ),
        (
            "REVOKE INSERT ON `anna\\_db`.* FROM anna_u@'192.0.2.7'",
            "from 192.0.2.7 it has not INSERT on anna_db",
        ),
        ("GRANT SELECT ON mysql.* TO anna_u@localhost", "it has SELECT on mysql too"),
        (
            "UPDATE innkeeper.`databases` SET account = 'bob'",
            "database anna_db: the server has it as bob's",
        ),
    ] {
        broken.named_and_fixed(&[words], || mysql(machine, statement));
    }
    let words =
        ["it cannot come from 192.0.2.7", "anna_u@192.0.2.7 is noted as a user and is none"];
    broken.named_and_fixed(&words, || mysql(machine, "DROP USER anna_u@'192.0.2.7'"));
    let words = ["database anna_db: only one of store and machine has it"];
    broken.named_and_fixed(&words, || mysql(machine, "DROP DATABASE anna_db"));
    for (make, undo, words) in [
        (
            "INSERT INTO innkeeper.logins VALUES ('ghost', 'localhost')",
            "DELETE FROM innkeeper.logins WHERE name = 'ghost'",
            "MariaDB: ghost@localhost is noted as a user and is none",
        ),
        (
            "INSERT INTO innkeeper.`grants` VALUES ('anna_db', 'ghost')",
            "DELETE FROM innkeeper.`grants` WHERE login = 'ghost'",
            "MariaDB: ghost on anna_db is noted as a grant to a user who is not there",
        ),
        (
            "INSERT INTO mysql.db (Host, Db, User, Select_priv) VALUES ('%', 'x', 'ghost', 'Y')",
            "DELETE FROM mysql.db WHERE User = 'ghost'",
            "MariaDB: x for ghost@% is a grant to a user who is not there",
        ),
    ] {
        broken.named(&[words], || mysql(machine, make), || mysql(machine, undo));
    }
}

fn of_postgresql(machine: &Machine, broken: &Broken<'_>) {
    const REVOKE: &str = "DO $$ BEGIN EXECUTE format('REVOKE %I FROM anna_u', 'innkeeper:db:' ||
        (SELECT oid FROM pg_database WHERE datname = 'anna_db')); END $$";
    for (statement, words) in [
        ("ALTER ROLE anna_u PASSWORD 'by-hand'", "user anna_u: it comes in by another password"),
        ("ALTER ROLE anna_u NOLOGIN", "database user anna_u: it is kept out"),
        ("ALTER ROLE anna_u IN DATABASE anna_db RESET role", "in anna_db it does not begin as"),
        (REVOKE, "database user anna_u: it has no right on anna_db"),
        ("GRANT CONNECT ON DATABASE anna_db TO PUBLIC", "it lets in who has no right on it"),
        ("ALTER DATABASE anna_db CONNECTION LIMIT 0", "database anna_db: it lets nobody in"),
        (
            "COMMENT ON DATABASE anna_db IS 'Innkeeper, account bob'",
            "database anna_db: the server has it as bob's",
        ),
    ] {
        broken.named_and_fixed(&[words], || psql(machine, statement));
    }
    for (make, undo, words) in [
        (
            "ALTER ROLE anna_u CREATEDB",
            "ALTER ROLE anna_u NOCREATEDB",
            "it may do more with the server than a user of an account",
        ),
        (
            "GRANT pg_read_all_data TO anna_u",
            "REVOKE pg_read_all_data FROM anna_u",
            "it is a member of pg_read_all_data too",
        ),
        (
            "CREATE ROLE \"innkeeper:db:2\"",
            "DROP ROLE \"innkeeper:db:2\"",
            "PostgreSQL: innkeeper:db:2 is the role of a database that is not there",
        ),
    ] {
        broken.named(&[words], || psql(machine, make), || psql(machine, undo));
    }
}

//! What only one of the two servers has.

use super::*;

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn mysql_grants_hosts_and_tables_are_as_asked() {
    const ENGINE: Engine = Engine::Mysql;
    let machine = Machine::start(&[Service::Mariadb]);
    let port = servers(&machine);
    for text in ["alice_db", "alicexdb"] {
        port.apply(&database(ENGINE, text)).unwrap();
    }
    let mut one = login(&port, ENGINE, "alice_u", &[]);
    one.grants = BTreeMap::from([(
        name("alice_db"),
        "SELECT,CREATE,INSERT,CREATE VIEW,TRIGGER".parse().unwrap(),
    )]);
    one.hosts = ["192.0.2.0/24", "%.app_1.example.com", "2001:db8::7"]
        .map(|host| host.parse().unwrap())
        .into();
    port.apply_user(&one).unwrap();
    let grants =
        |host: &str| inside(&machine, ENGINE, &format!("SHOW GRANTS FOR 'alice_u'@'{host}'"));
    for host in ["localhost", "192.0.2.0/255.255.255.0", "%.app\\\\_1.example.com", "2001:db8::7"] {
        let grants = grants(host);
        assert!(
            grants
                .contains("GRANT SELECT, INSERT, CREATE, CREATE VIEW, TRIGGER ON `alice\\\\_db`.*"),
            "{grants}"
        );
        assert_eq!(grants.lines().count(), 2, "{grants}");
    }
    let alice = user(&machine, ENGINE, "alice_u");
    alice
        .said("alice_db", "CREATE TABLE t (id int) ENGINE=MyISAM; CREATE TABLE `o'd``d` (id int)")
        .unwrap();
    assert!(alice.said("alice_db", "DROP TABLE t").is_err());
    assert!(alice.said("alicexdb", "SELECT 1").is_err(), "an underscore is an underscore");
    assert!(alice.said("alice_db", "LOAD DATA LOCAL INFILE '/etc/passwd' INTO TABLE t").is_err());
    assert!(alice.said("alice_db", "SELECT 1 INTO OUTFILE '/tmp/out'").is_err());

    let said = port.upkeep(&name("alice_db"), Upkeep::Check).unwrap();
    assert_eq!(said.iter().map(|said| said.table.as_str()).collect::<Vec<_>>(), ["o'd`d", "t"]);
    assert!(said.iter().all(|said| said.text == "OK"), "{said:?}");
    let said = port.upkeep(&name("alice_db"), Upkeep::Repair).unwrap();
    assert!(said.iter().any(|said| said.table == "t" && said.text == "OK"), "{said:?}");

    one.grants = BTreeMap::from([(name("alice_db"), "ALL PRIVILEGES".parse().unwrap())]);
    one.hosts = vec!["192.0.2.7".parse().unwrap()];
    port.apply_user(&one).unwrap();
    assert!(grants("localhost").contains("GRANT ALL PRIVILEGES ON `alice\\\\_db`.* TO"));
    let hosts = inside(
        &machine,
        ENGINE,
        "SELECT Host FROM mysql.global_priv WHERE User = 'alice_u' ORDER BY 1",
    );
    assert_eq!(hosts, "192.0.2.7\nlocalhost");
    alice
        .said("alice_db", "CREATE PROCEDURE p() SELECT 1; CREATE VIEW v AS SELECT id FROM t")
        .unwrap();
    assert_eq!(port.routines(ENGINE, &[name("alice_db"), name("alicexdb")]).unwrap(), ["p"]);
    let schema = port.schema(ENGINE, &name("alice_db")).unwrap();
    assert!(
        schema.contains("CREATE TABLE `o'd``d`") && schema.contains("VIEW `alice_db`.`v`"),
        "{schema}"
    );

    port.withdraw(ENGINE, &name("alice_db")).unwrap();
    port.apply(&database(ENGINE, "alice_db")).unwrap();
    assert!(alice.said("alice_db", "SELECT 1").is_err(), "the next of that name is new");
    assert_eq!(grants("localhost").lines().count(), 1);
    let own = inside(&machine, ENGINE, "SELECT COUNT(*) FROM mysql.procs_priv");
    assert_eq!(own, "0");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn what_is_bound_to_a_name_moves_too() {
    const ENGINE: Engine = Engine::Mysql;
    let machine = Machine::start(&[Service::Mariadb]);
    let port = servers(&machine);
    for text in ["alice_db", "alice_x"] {
        port.apply(&database(ENGINE, text)).unwrap();
    }
    port.apply_user(&login(&port, ENGINE, "alice_u", &["alice_db", "alice_x"])).unwrap();
    let alice = user(&machine, ENGINE, "alice_u");
    let make = "CREATE TABLE t (id int, n int DEFAULT 0); \
                CREATE TABLE log (text varchar(40)); CREATE TABLE alice_x.far (id int); \
                CREATE FUNCTION twice(x int) RETURNS int DETERMINISTIC RETURN x * 2; \
                CREATE PROCEDURE add_one() INSERT INTO t (id) VALUES (1); \
                CREATE VIEW z_first AS SELECT id, twice(id) AS more FROM t; \
                CREATE VIEW a_second AS SELECT more FROM z_first; \
                CREATE VIEW both_of AS SELECT t.id FROM t JOIN alice_x.far; \
                CREATE TRIGGER one BEFORE INSERT ON t FOR EACH ROW SET NEW.n = 7; \
                CREATE TRIGGER two BEFORE INSERT ON t FOR EACH ROW SET NEW.n = NEW.n + 1; \
                CREATE TRIGGER three AFTER INSERT ON t FOR EACH ROW \
                    INSERT INTO log VALUES ('it''s \\\\ in'); \
                CREATE EVENT later ON SCHEDULE AT '2035-01-01 00:00:00' DO INSERT INTO t (id) VALUES (9)";
    alice.said("alice_db", make).unwrap();
    let moved = Database { formerly: Some(name("alice_db")), ..database(ENGINE, "alice_c") };
    for _ in 0..2 {
        port.apply(&moved).unwrap();
    }
    port.apply_user(&login(&port, ENGINE, "alice_u", &["alice_c", "alice_x"])).unwrap();
    let look = "CALL add_one(); SELECT more, n FROM a_second, t; SELECT text FROM log; \
                SELECT COUNT(*) FROM both_of";
    assert_eq!(alice.said("alice_c", look).unwrap(), "2\t8\nit's \\\\ in\n0");
    let left = "SELECT EVENT_SCHEMA, EXECUTE_AT FROM information_schema.EVENTS; \
                SELECT COUNT(*) FROM innkeeper.code; SHOW DATABASES LIKE 'alice_db'";
    assert_eq!(inside(&machine, ENGINE, left), "alice_c\t2035-01-01 00:00:00\n0");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_move_that_was_cut_off_goes_on() {
    const ENGINE: Engine = Engine::Mysql;
    let machine = Machine::start(&[Service::Mariadb]);
    let port = servers(&machine);
    port.apply(&database(ENGINE, "alice_db")).unwrap();
    inside(&machine, ENGINE, "CREATE TABLE alice_db.a (id int); CREATE TABLE alice_db.b (id int)");
    // As it is after the first of two tables.
    inside(
        &machine,
        ENGINE,
        "INSERT INTO innkeeper.`databases` VALUES ('alice_c', 'alice', 'alice_db'); \
                              CREATE DATABASE alice_c; RENAME TABLE alice_db.a TO alice_c.a",
    );
    let moved = Database { formerly: Some(name("alice_db")), ..database(ENGINE, "alice_c") };
    port.apply(&moved).unwrap();
    assert_eq!(port.list().unwrap(), [(ENGINE, name("alice_c"))]);
    assert_eq!(inside(&machine, ENGINE, "SHOW TABLES FROM alice_c"), "a\nb");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn postgresql_users_leave_what_they_made() {
    const ENGINE: Engine = Engine::Postgresql;
    let machine = Machine::start(&[Service::Postgresql]);
    let port = servers(&machine);
    port.apply(&database(ENGINE, "alice_db")).unwrap();
    for text in ["alice_u", "alice_v"] {
        port.apply_user(&login(&port, ENGINE, text, &["alice_db"])).unwrap();
    }
    let one = user(&machine, ENGINE, "alice_u");
    let make = "SET ROLE NONE; CREATE TABLE own (id serial PRIMARY KEY, kind text NOT NULL DEFAULT 'x'); \
                CREATE TYPE mood AS ENUM ('a''b', 'c'); CREATE VIEW seen AS SELECT id FROM own; \
                CREATE INDEX by_kind ON own (kind); \
                CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql AS 'SELECT $1 * 2'; \
                INSERT INTO own DEFAULT VALUES";
    one.said("alice_db", make).unwrap();
    assert_eq!(port.routines(ENGINE, &[name("alice_db")]).unwrap(), ["twice"]);
    let schema = port.schema(ENGINE, &name("alice_db")).unwrap();
    for part in [
        "CREATE TYPE public.mood AS ENUM ('a''b', 'c');",
        "kind text DEFAULT 'x'::text NOT NULL",
        "CREATE INDEX by_kind",
        "VIEW public.seen",
        "ADD CONSTRAINT own_pkey PRIMARY KEY (id)",
    ] {
        assert!(schema.contains(part), "{part}: {schema}");
    }
    port.withdraw_user(ENGINE, &name("alice_u")).unwrap();
    let other = user(&machine, ENGINE, "alice_v");
    assert_eq!(other.said("alice_db", "SELECT count(*) FROM own").unwrap(), "1");
    assert!(other.said("alice_db", "CREATE ROLE more").is_err());
    assert!(other.said("alice_db", "COPY own TO '/tmp/out'").is_err());
    assert!(other.said("alice_db", "DROP DATABASE alice_db").is_err());
    assert!(other.said("alice_db", "COMMENT ON DATABASE alice_db IS 'mine'").is_err());
    // The schema can be made again from its statements.
    port.apply(&database(ENGINE, "alice_e")).unwrap();
    port.apply_user(&login(&port, ENGINE, "alice_v", &["alice_db", "alice_e"])).unwrap();
    other.said("alice_e", &schema).unwrap();
    assert_eq!(
        other.said("alice_e", "INSERT INTO own DEFAULT VALUES; SELECT id FROM seen").unwrap(),
        "1"
    );
    let partly = DatabaseLogin {
        grants: BTreeMap::from([(name("alice_db"), "SELECT".parse().unwrap())]),
        ..login(&port, ENGINE, "alice_v", &[])
    };
    assert_eq!(port.apply_user(&partly).unwrap_err().kind(), Kind::Conflict);
    assert_eq!(other.said("alice_db", "SELECT 1").unwrap(), "1", "nothing has changed");
    let long = "x".repeat(64);
    assert_eq!(port.apply(&database(ENGINE, &long)).unwrap_err().kind(), Kind::Conflict);
}

//! What every implementation of the database servers does.

use std::collections::BTreeMap;

use api::{
    DatabaseName, Engine, Secret,
    ports::{Database, DatabaseLogin, Databases, Upkeep},
};

use crate::subjects::user;

/// A user as the server itself has it.
pub(crate) type Found<'a> = &'a dyn Fn(Engine, &DatabaseName) -> Option<DatabaseLogin>;

/// Runs on servers without databases.
pub(crate) fn suite(port: &dyn Databases, found: Found<'_>) {
    for engine in [Engine::Mysql, Engine::Postgresql] {
        databases_come_move_and_go(port, engine);
        users_come_change_and_go(port, engine, found);
        passwords_are_not_kept_as_they_are(port, engine);
    }
    assert!(port.list().unwrap().is_empty() && port.list_users().unwrap().is_empty());
}

pub(crate) fn name(text: &str) -> DatabaseName {
    text.parse().unwrap()
}

pub(crate) fn database(engine: Engine, text: &str) -> Database {
    Database { engine, name: name(text), formerly: None, account: user("alice") }
}

pub(crate) fn login(engine: Engine, text: &str) -> DatabaseLogin {
    DatabaseLogin {
        engine,
        name: name(text),
        account: user("alice"),
        password: "*ABC".to_owned(),
        locked: false,
        hosts: vec!["192.0.2.%".parse().unwrap(), "app.example.com".parse().unwrap()],
        grants: BTreeMap::from([(name("alice_db"), "SELECT,UPDATE".parse().unwrap())]),
    }
}

fn databases_come_move_and_go(port: &dyn Databases, engine: Engine) {
    for _ in 0..2 {
        port.apply(&database(engine, "alice_db")).unwrap();
        assert_eq!(port.list().unwrap(), [(engine, name("alice_db"))]);
    }
    let sizes = port.sizes(engine, &[name("alice_db"), name("ghost")]).unwrap();
    assert_eq!(sizes, BTreeMap::from([(name("alice_db"), 0)]));
    let formerly = Some(name("alice_db"));
    for _ in 0..2 {
        let moved = Database { formerly: formerly.clone(), ..database(engine, "alicia_db") };
        port.apply(&moved).unwrap();
        assert_eq!(port.list().unwrap(), [(engine, name("alicia_db"))]);
    }
    // Somebody else's database has the former name by now.
    let other = Database { account: user("bob"), ..database(engine, "alice_db") };
    port.apply(&other).unwrap();
    port.apply(&Database { formerly, ..database(engine, "alicia_db") }).unwrap();
    assert_eq!(port.list().unwrap().len(), 2);
    assert!(port.upkeep(&name("alice_db"), Upkeep::Check).unwrap().is_empty());
    assert!(port.schema(engine, &name("alice_db")).unwrap().contains("alice_db"));
    assert!(port.routines(engine, &[name("alice_db")]).unwrap().is_empty());
    for text in ["alice_db", "alicia_db", "alice_db"] {
        port.withdraw(engine, &name(text)).unwrap();
    }
    assert!(port.list().unwrap().is_empty());
}

fn users_come_change_and_go(port: &dyn Databases, engine: Engine, found: Found<'_>) {
    port.apply(&database(engine, "alice_db")).unwrap();
    let first = login(engine, "alice_u");
    let (hosts, grants) = (Vec::new(), BTreeMap::new());
    let bare = DatabaseLogin { locked: true, hosts, grants, ..first.clone() };
    for login in [&first, &first, &bare, &first] {
        port.apply_user(login).unwrap();
        assert_eq!(found(engine, &first.name).as_ref(), Some(login));
        assert_eq!(port.list_users().unwrap(), [(engine, first.name.clone())]);
    }
    port.withdraw(engine, &name("alice_db")).unwrap();
    assert!(found(engine, &first.name).unwrap().grants.is_empty(), "the next of that name is new");
    for _ in 0..2 {
        port.withdraw_user(engine, &first.name).unwrap();
        assert_eq!(found(engine, &first.name), None);
    }
}

fn passwords_are_not_kept_as_they_are(port: &dyn Databases, engine: Engine) {
    let kept = port.verifier(engine, &Secret::new("Quarry-lamp-7".to_owned())).unwrap();
    assert!(!kept.contains("Quarry") && kept.len() > 40, "{kept}");
    let server = port.server(engine).unwrap();
    assert!(server.version.split('.').all(|part| part.parse::<u32>().is_ok()), "{server:?}");
}

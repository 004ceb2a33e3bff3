use std::collections::BTreeMap;

use api::{
    Limit, Secret,
    ports::DatabaseLogin,
    records::{DatabaseGrant, DatabaseHost},
};

use super::*;
use crate::{
    domain::apply as host,
    testing::{World, databases::act},
};

const PASSWORD: &str = "Quarry-lamp-7-vivid";

fn name(text: &str) -> DatabaseName {
    text.parse().unwrap()
}

fn account(text: &str) -> UserName {
    text.parse().unwrap()
}

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn create(world: &World, owner: &str, database: &str) -> Result<()> {
    act(world, owner, |cx| catalog::create(cx, &account(owner), Engine::Mysql, &name(database)))
}

fn create_user(world: &World, owner: &str, user: &str) -> Result<()> {
    act(world, owner, |cx| {
        users::create(cx, &account(owner), Engine::Mysql, &name(user), &secret(PASSWORD))
    })
}

fn grant(world: &World, owner: &str, database: &str, user: &str, privileges: &str) -> Result<()> {
    let privileges = privileges.parse().unwrap();
    let both = (&name(database), &name(user));
    act(world, owner, |cx| grants::set(cx, &account(owner), Engine::Mysql, both, privileges))
}

fn login(world: &World, user: &str) -> Option<DatabaseLogin> {
    world.machine.database_login(Engine::Mysql, &name(user)).unwrap()
}

fn databases(world: &World) -> BTreeMap<String, String> {
    world.machine.databases(Engine::Mysql).unwrap()
}

/// Alice with a database and a user who may read it.
fn world() -> World {
    let world = World::new().account("alice", "root").account("bob", "root");
    create(&world, "alice", "alice_db").unwrap();
    create_user(&world, "alice", "alice_u").unwrap();
    grant(&world, "alice", "alice_db", "alice_u", "SELECT").unwrap();
    world
}

#[test]
fn what_is_made_is_on_the_server_and_the_password_is_not() {
    let world = world();
    assert_eq!(databases(&world), BTreeMap::from([("alice_db".to_owned(), "alice".to_owned())]));
    let login = login(&world, "alice_u").unwrap();
    assert!(login.password.starts_with('*') && !login.password.contains(PASSWORD));
    assert_eq!(login.grants[&name("alice_db")].to_string(), "SELECT");
    assert!(host::drift(&world.host).unwrap().is_empty());
    let listed = act(&world, "alice", |cx| lists::databases(cx, &account("alice"), Engine::Mysql));
    let users = vec![name("alice_u")];
    assert_eq!(listed.unwrap(), [lists::Listed { name: name("alice_db"), size: 0, users }]);
}

#[test]
fn names_carry_the_prefix_and_are_not_too_long() {
    let world = World::new().account("alicemiller", "root");
    let refusal = |text: &str| create(&world, "alicemiller", text).unwrap_err().to_string();
    for bad in ["db", "alicemiller_", "bob_db", "alicemil"] {
        assert!(refusal(bad).contains("must begin with the prefix “alicemiller_”"), "{bad}");
    }
    create(&world, "alicemiller", "alicemiller_db").unwrap();
    create(&world, "alicemiller", "alicemil_db").unwrap();
    assert!(refusal("alicemil_db").contains("already has"));
    let long = |letters: usize| format!("alicemil_{}", "x".repeat(letters));
    assert!(refusal(&long(55)).contains("an underscore counts as two"));
    create(&world, "alicemiller", &long(54)).unwrap();
    let said = create_user(&world, "alicemiller", &long(39)).unwrap_err().to_string();
    assert_eq!(said, "name: must have at most 47 characters.");
    create_user(&world, "alicemiller", &long(38)).unwrap();
    let world = World::new().account("information", "root");
    let said = create(&world, "information", "information_schema").unwrap_err().to_string();
    assert!(said.contains("reserved"), "{said}");
}

#[test]
fn the_limit_counts_for_each_kind() {
    let world = World::new()
        .account("alice", "root")
        .with_account("alice", |row| row.max_databases = Limit::of(1));
    create(&world, "alice", "alice_a").unwrap();
    let said = create(&world, "alice", "alice_b").unwrap_err();
    assert!(said.kind() == Kind::Conflict && said.to_string().contains("has 1 databases"));
    act(&world, "alice", |cx| {
        catalog::create(cx, &account("alice"), Engine::Postgresql, &name("alice_b"))
    })
    .unwrap();
    assert_eq!(databases(&world).len(), 1);
}

#[test]
fn passwords_must_be_strong_and_differ_from_the_name() {
    let world = world();
    for weak in ["secret", "password1", "alice_u1"] {
        let said = act(&world, "alice", |cx| {
            users::set_password(
                cx,
                &account("alice"),
                Engine::Mysql,
                &name("alice_u"),
                &secret(weak),
            )
        });
        assert!(said.unwrap_err().to_string().starts_with("password: "), "{weak}");
    }
    let before = login(&world, "alice_u").unwrap().password;
    act(&world, "alice", |cx| {
        let new = secret("Harbour-sketch-9-tulip");
        users::set_password(cx, &account("alice"), Engine::Mysql, &name("alice_u"), &new)
    })
    .unwrap();
    assert_ne!(login(&world, "alice_u").unwrap().password, before);
}

#[test]
fn what_is_anothers_is_as_good_as_absent() {
    let world = world();
    create(&world, "bob", "bob_db").unwrap();
    create_user(&world, "bob", "bob_u").unwrap();
    let said = |result: Result<()>| result.unwrap_err().to_string();
    let absent = "database: there is no database “alice_db”.";
    assert_eq!(said(grant(&world, "bob", "alice_db", "bob_u", "ALL")), absent);
    let absent = "user: there is no database user “alice_u”.";
    assert_eq!(said(grant(&world, "bob", "bob_db", "alice_u", "ALL")), absent);
    for owner in ["bob", "alice"] {
        let removed = act(&world, "bob", |cx| {
            catalog::remove(cx, &account(owner), Engine::Mysql, &name("alice_db"))
        });
        assert_eq!(removed.unwrap_err().kind(), Kind::NotFound);
    }
    assert_eq!(databases(&world).len(), 2);
}

#[test]
fn a_database_moves_with_its_grants_and_goes_with_them() {
    let world = world();
    let rename = |new: &str| {
        act(&world, "alice", |cx| {
            let (old, new) = (name("alice_db"), name(new));
            catalog::rename(cx, &account("alice"), Engine::Mysql, &old, &new)
        })
    };
    assert!(rename("db").unwrap_err().to_string().starts_with("newname: "));
    assert!(rename("alice_db").unwrap_err().to_string().contains("already has"));
    rename("alice_shop").unwrap();
    assert_eq!(databases(&world).into_keys().collect::<Vec<_>>(), ["alice_shop"]);
    let grants = login(&world, "alice_u").unwrap().grants;
    assert_eq!(grants.into_keys().collect::<Vec<_>>(), [name("alice_shop")]);
    let tx = world.host.store.read().unwrap();
    let row = catalog::find(&*tx, &account("alice"), Engine::Mysql, "", &name("alice_shop"));
    assert_eq!(row.unwrap().formerly, None);
    drop(tx);
    act(&world, "alice", |cx| {
        catalog::remove(cx, &account("alice"), Engine::Mysql, &name("alice_shop"))
    })
    .unwrap();
    assert!(databases(&world).is_empty() && login(&world, "alice_u").unwrap().grants.is_empty());
    assert!(host::drift(&world.host).unwrap().is_empty());
}

#[test]
fn a_renaming_that_is_not_applied_yet_never_takes_the_data_away() {
    let world = world();
    let tx = world.host.store.write().unwrap();
    let row = catalog::find(&*tx, &account("alice"), Engine::Mysql, "", &name("alice_db")).unwrap();
    tx.delete::<DatabaseRecord>(&[is("name", &row.name)]).unwrap();
    let formerly = Some(row.name.clone());
    tx.insert(&DatabaseRecord { name: name("alice_new"), formerly, ..row }).unwrap();
    tx.commit().unwrap();
    assert!(create(&world, "alice", "alice_db").unwrap_err().to_string().contains("removed"));
    apply::database(&world.host, Engine::Mysql, &name("alice_db")).unwrap();
    assert_eq!(databases(&world).into_keys().collect::<Vec<_>>(), ["alice_new"]);
    assert!(create(&world, "alice", "alice_db").is_ok());
}

#[test]
fn a_user_keeps_password_and_grants_under_another_name() {
    let world = world();
    let before = login(&world, "alice_u").unwrap();
    act(&world, "alice", |cx| {
        let names = (&name("alice_u"), &name("alice_reader"));
        users::rename(cx, &account("alice"), Engine::Mysql, names, None)
    })
    .unwrap();
    let after = login(&world, "alice_reader").unwrap();
    assert_eq!((after.password, after.grants), (before.password, before.grants));
    assert_eq!(login(&world, "alice_u"), None);
    let (database, user) = (name("alice_db"), name("alice_reader"));
    act(&world, "alice", |cx| {
        grants::revoke(cx, &account("alice"), Engine::Mysql, (&database, &user))
    })
    .unwrap();
    assert!(login(&world, "alice_reader").unwrap().grants.is_empty());
    act(&world, "alice", |cx| users::remove(cx, &account("alice"), Engine::Mysql, &user)).unwrap();
    assert_eq!(login(&world, "alice_reader"), None);
}

#[test]
fn hosts_stand_at_every_user_of_mysql() {
    let world = world();
    let add = |host: &str| {
        act(&world, "alice", |cx| hosts::add(cx, &account("alice"), &host.parse().unwrap()))
    };
    add("192.168.%.%").unwrap();
    assert!(add("192.168.%.%").unwrap_err().to_string().contains("already"));
    create_user(&world, "alice", "alice_v").unwrap();
    for user in ["alice_u", "alice_v"] {
        assert_eq!(login(&world, user).unwrap().hosts[0].as_str(), "192.168.%.%");
    }
    act(&world, "alice", |cx| {
        let host = "192.168.%.%".parse().unwrap();
        hosts::note(cx, &account("alice"), &host, "office".to_owned())?;
        assert_eq!(hosts::of(&*cx.host.store.read()?, &account("alice"))?[0].note, "office");
        hosts::remove(cx, &account("alice"), &host)
    })
    .unwrap();
    assert!(login(&world, "alice_u").unwrap().hosts.is_empty());
}

#[test]
fn a_suspended_accounts_users_are_locked() {
    let world = world().reseller("bob", &[]);
    let locked = || login(&world, "alice_u").unwrap().locked;
    world.call("root", "suspendacct", &[("user", "alice")]).unwrap();
    assert!(locked());
    world.call("root", "unsuspendacct", &[("user", "alice")]).unwrap();
    assert!(!locked());
    world.call("root", "modifyacct", &[("user", "alice"), ("owner", "bob")]).unwrap();
    world.call("root", "suspendreseller", &[("user", "bob")]).unwrap();
    assert!(locked());
    world.call("root", "unsuspendreseller", &[("user", "bob")]).unwrap();
    assert!(!locked());
}

#[test]
fn what_an_account_has_goes_with_it() {
    let world = world();
    create(&world, "bob", "bob_db").unwrap();
    act(&world, "alice", |cx| hosts::add(cx, &account("alice"), &"%".parse().unwrap())).unwrap();
    world.call("root", "removeacct", &[("user", "alice")]).unwrap();
    assert_eq!(databases(&world).into_keys().collect::<Vec<_>>(), ["bob_db"]);
    assert_eq!(login(&world, "alice_u"), None);
    let tx = world.host.store.read().unwrap();
    assert_eq!(tx.count::<DatabaseGrant>(&[]).unwrap() + tx.count::<DatabaseHost>(&[]).unwrap(), 0);
    assert!(host::drift(&world.host).unwrap().is_empty());
}

#[test]
fn what_an_account_has_follows_its_new_name() {
    let world = world();
    world.call("root", "modifyacct", &[("user", "alice"), ("newuser", "carol")]).unwrap();
    assert_eq!(databases(&world), BTreeMap::from([("carol_db".to_owned(), "carol".to_owned())]));
    let moved = login(&world, "carol_u").unwrap();
    assert_eq!(moved.grants.into_keys().collect::<Vec<_>>(), [name("carol_db")]);
    assert!(moved.account == account("carol") && login(&world, "alice_u").is_none());
    let form = [("user", "carol"), ("newuser", "dora"), ("rename_database_objects", "0")];
    world.call("root", "modifyacct", &form).unwrap();
    assert_eq!(databases(&world), BTreeMap::from([("carol_db".to_owned(), "dora".to_owned())]));
    assert_eq!(world.record("dora").database_owner, "carol");
    create(&world, "dora", "carol_second").unwrap();
    assert!(host::drift(&world.host).unwrap().is_empty());
}

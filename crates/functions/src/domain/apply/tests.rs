use api::ports::HomePath;

use super::*;
use crate::testing::World;

fn named(name: &str) -> UserName {
    name.parse().unwrap()
}

/// Alice with a folder of her own, called carol in the store and not yet on the machine.
fn renamed() -> World {
    let world = World::new().account("alice", "root");
    let record = world.record("alice");
    let account = Account::for_reconciler(record.clone());
    world.host.files.make_folder(&account, &HomePath::default().join("kept").unwrap()).unwrap();
    let tx = world.host.store.write().unwrap();
    tx.delete::<AccountRecord>(&[is("name", "alice")]).unwrap();
    let formerly = Some(record.name.clone());
    tx.insert(&AccountRecord { name: named("carol"), formerly, ..record }).unwrap();
    tx.update::<Login>(&[("name", "carol".into())], &[is("name", "alice")]).unwrap();
    tx.commit().unwrap();
    world
}

fn keeps_the_folder(world: &World) {
    let carol = Account::for_reconciler(world.record("carol"));
    assert!(world.host.os_users.has_folder(&carol, "kept").unwrap());
    assert_eq!(carol.record().formerly, None);
    assert_eq!(world.host.os_users.list().unwrap(), [named("carol")]);
}

/// An entry of the journal that was opened before the renaming still says the former name.
#[test]
fn a_user_who_is_renamed_and_not_yet_moved_is_not_taken_for_gone() {
    let world = renamed();
    subject(&world.host, &Subject::User(named("alice"))).unwrap();
    keeps_the_folder(&world);
}

#[test]
fn nor_among_many() {
    for names in [["alice", "carol"], ["alice", "bob"]] {
        let world = renamed();
        let all = names.map(|name| Subject::User(named(name))).into();
        subjects(&world.host, &all).unwrap();
        keeps_the_folder(&world);
    }
}

/// Where the machine is compared with the store, the one has the former name and the other the new one.
#[test]
fn nor_where_the_machine_is_compared() {
    let world = renamed();
    for found in drift(&world.host).unwrap() {
        subject(&world.host, &found).unwrap();
    }
    keeps_the_folder(&world);
}

#[test]
fn who_is_removed_before_being_moved_leaves_nothing() {
    let world = renamed();
    world.call("root", "removeacct", &[("user", "carol")]).unwrap();
    assert!(world.host.os_users.list().unwrap().is_empty());
}

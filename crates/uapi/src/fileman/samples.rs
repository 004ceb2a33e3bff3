//! Files for the tests of this module.

use api::{
    Account,
    ports::{HomePath, Write},
    records::AccountRecord,
};
use functions::testing::World;

fn alice(world: &World) -> Account {
    let tx = world.host.store.read().unwrap();
    let record: Option<AccountRecord> = tx.find(&["alice".into()]).unwrap();
    Account::for_reconciler(record.unwrap())
}

fn place(path: &str) -> HomePath {
    HomePath::beneath("/home/alice", path).unwrap()
}

/// The world with that file in the home of `alice`.
pub(crate) fn with_file(world: World, path: &str, text: &str) -> World {
    let (alice, place) = (alice(&world), place(path));
    world.host.files.make_folder(&alice, &place.parent()).unwrap();
    let how = Write { replace: true, mode: None };
    world.host.files.write(&alice, &place, text.as_bytes(), how).unwrap();
    world
}

/// The bytes of a file in the home of `alice`.
pub(crate) fn bytes(world: &World, path: &str) -> Vec<u8> {
    world.host.files.read(&alice(world), &place(path), 1 << 20).unwrap()
}

/// The text of a file in the home of `alice`.
pub(crate) fn text(world: &World, path: &str) -> String {
    String::from_utf8(bytes(world, path)).unwrap()
}

/// What a folder in the home of `alice` holds.
pub(crate) fn names(world: &World, path: &str) -> Vec<String> {
    let found = world.host.files.list(&alice(world), &place(path)).unwrap();
    found.into_iter().map(|facts| facts.name).collect()
}

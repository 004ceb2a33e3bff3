//! Databases for tests, made as their account would.

use std::cell::RefCell;

use api::{Cx, Engine, Privileges, Result, Secret};

use super::{NoRelay, World};
use crate::domain::databases::{catalog, grants, users};

/// Does something as that user.
pub fn act<T>(world: &World, user: &str, act: impl FnOnce(&Cx<'_>) -> Result<T>) -> Result<T> {
    let caller = world.caller(user);
    let notes = RefCell::default();
    act(&Cx { caller: &caller, host: &world.host, relay: &NoRelay, function: "test", notes })
}

/// A database of that account.
pub fn create(world: &World, account: &str, engine: Engine, name: &str) {
    let (owner, name) = (account.parse().unwrap(), name.parse().unwrap());
    act(world, account, |cx| catalog::create(cx, &owner, engine, &name)).unwrap();
}

/// A user of its databases.
pub fn create_user(world: &World, account: &str, engine: Engine, name: &str) {
    let (owner, name) = (account.parse().unwrap(), name.parse().unwrap());
    let password = Secret::new("Quarry-lamp-7-vivid".to_owned());
    act(world, account, |cx| users::create(cx, &owner, engine, &name, &password)).unwrap();
}

/// Lets the user do everything with the database.
pub fn grant(world: &World, account: &str, engine: Engine, database: &str, user: &str) {
    let owner = account.parse().unwrap();
    let both = (&database.parse().unwrap(), &user.parse().unwrap());
    act(world, account, |cx| grants::set(cx, &owner, engine, both, Privileges::all())).unwrap();
}

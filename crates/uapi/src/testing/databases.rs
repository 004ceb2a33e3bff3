//! An account with a database, for tests.

use api::{Engine, Form, Result, ports::DatabaseLogin};

use super::{Calls as _, PASSWORD, World};

/// `alice` with the database `alice_db` and the user `alice_u`, who may do everything with it, and
/// `bob`, who has nothing. `module` says on which server.
pub(crate) fn scene(module: &str) -> World {
    let world = World::new().account("alice", "root").account("bob", "root");
    let grant = match module {
        "Mysql" => "set_privileges_on_database",
        _ => "grant_all_privileges",
    };
    let both = [("database", "alice_db"), ("user", "alice_u"), ("privileges", "ALL")];
    let both = if module == "Mysql" { &both[..] } else { &both[..2] };
    for (function, form) in [
        ("create_database", &[("name", "alice_db")][..]),
        ("create_user", &[("name", "alice_u"), ("password", PASSWORD)]),
        (grant, both),
    ] {
        world.uapi("alice", module, function, form).unwrap();
    }
    world
}

/// A user of databases as the server has it.
pub(crate) fn login(world: &World, engine: Engine, name: &str) -> Option<DatabaseLogin> {
    world.machine.database_login(engine, &name.parse().unwrap()).unwrap()
}

/// The names of the databases that the server has.
pub(crate) fn databases(world: &World, engine: Engine) -> Vec<String> {
    world.machine.databases(engine).unwrap().into_keys().collect()
}

/// Calls a function of the module `Mysql` of cPanel API 1; gives its text.
pub(crate) fn api1(world: &World, user: &str, function: &str, args: &[&str]) -> Result<String> {
    let args = args.iter().enumerate();
    let form: Form = args.map(|(n, arg)| (format!("arg-{n}"), (*arg).to_owned())).collect();
    let entry = crate::api1::find("Mysql", function).unwrap();
    let answer = world.account_call(&world.account_caller(user), entry, &form)?;
    Ok(answer.data.as_str().unwrap().to_owned())
}

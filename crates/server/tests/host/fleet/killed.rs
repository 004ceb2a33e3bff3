//! A worker that is killed at each step of what it makes for a server on another machine. The call waits for
//! it, and once it runs again the account is as the call says, on the host as in the store.

use std::{collections::BTreeMap, fs, thread};

use reqwest::blocking::Client;
use rusqlite::{Connection, OptionalExtension as _, Row};
use serde_json::Value;

use super::{
    super::killed::cases::{CASES, Case, OTHER, verifies},
    machines::{Fleet, HOSTS},
};
use crate::machine::{PASSWORD, eventually};

/// The only host that there is.
const HOST: &str = HOSTS[0];

#[test]
#[ignore = "needs root and PostgreSQL; run by cargo xtask host-test"]
fn a_worker_that_is_killed_at_any_step_leaves_accounts_whole() {
    let fleet = Fleet::start(&[HOST]);
    let client = fleet.client();
    for (name, quota) in [("small", "100"), ("large", "2048")] {
        fleet.call(&client, "addpkg", &[("name", name), ("quota", quota)]).unwrap();
    }
    let mut kills = BTreeMap::new();
    for case in &CASES {
        let killed = kill_everywhere(&fleet, &client, case);
        kills.insert(case.function, killed);
        case.settle(|function, form| {
            fleet.call(&client, function, form).unwrap();
        });
    }
    println!("{kills:?}");
    // A user's part is begun and ended by each of them, and an account has a zone, a site and mail beside it.
    assert!(kills.values().all(|&times| times >= 2), "{kills:?}");
    for (function, least) in [("createacct", 8), ("modifyacct", 8), ("removeacct", 8)] {
        assert!(kills[function] >= least, "{kills:?}");
    }
}

/// Kills the worker at each step that it takes for a change; gives how often.
fn kill_everywhere(fleet: &Fleet, client: &Client, case: &Case) -> usize {
    let before = Picture::of(fleet, client);
    let steps = steps(fleet, client, case);
    let after = Picture::of(fleet, client);
    assert_ne!(before, after, "{}", case.function);
    let mut times: BTreeMap<&str, u32> = BTreeMap::new();
    for step in &steps {
        let nth = times.entry(step).or_default();
        *nth += 1;
        let at = format!("{step}:{nth}");
        fleet.call(client, case.back.0, case.back.1).unwrap();
        assert_eq!(Picture::of(fleet, client), before, "{} undone", case.function);
        restart(fleet, Some(("INNKEEPER_KILL_AT", &at)));
        let answer = thread::scope(|scope| {
            let call = scope.spawn(|| fleet.call(client, case.function, case.form));
            fleet.await_end(HOST);
            fleet.start_with(HOST, None);
            call.join().unwrap()
        });
        assert!(answer.is_ok(), "{} killed at {at}: {answer:?}", case.function);
        assert_eq!(Picture::of(fleet, client), after, "{} killed at {at}", case.function);
        let check = fleet.command(HOST, &["check"]);
        let said = String::from_utf8([check.stdout, check.stderr].concat()).unwrap();
        assert!(check.status.success() && said.is_empty(), "{} at {at}: {said}", case.function);
    }
    fleet.call(client, case.back.0, case.back.1).unwrap();
    steps.len()
}

/// The steps that the worker takes for a change, which is made.
fn steps(fleet: &Fleet, client: &Client, case: &Case) -> Vec<String> {
    let notes = fleet.folder.path().join("steps");
    restart(fleet, Some(("INNKEEPER_NOTE_STEPS", notes.to_str().unwrap())));
    // What a start compares is no step of the call.
    let begun = fs::read_to_string(&notes).unwrap().lines().count();
    fleet.call(client, case.function, case.form).unwrap();
    let noted = fs::read_to_string(&notes).unwrap();
    restart(fleet, None);
    noted.lines().skip(begun).map(str::to_owned).collect()
}

fn restart(fleet: &Fleet, variable: Option<(&str, &str)>) {
    fleet.kill(HOST);
    fleet.start_with(HOST, variable);
}

/// What of the account is seen on the host and at the server, by either of its names.
#[derive(Debug, PartialEq, Eq)]
struct Picture(Vec<String>);

impl Picture {
    fn of(fleet: &Fleet, client: &Client) -> Self {
        eventually("nothing waits for the host", || fleet.hosts().contains(" 0 changes waiting"));
        let seen = ["anna", "nora"].map(|user| {
            let summary = fleet.call(client, "accountsummary", &[("user", user)]);
            let row = summary.map(|data| data["acct"][0].clone()).unwrap_or_default();
            let of = |key: &str| row.get(key).map(Value::to_string).unwrap_or_default();
            let facts = [of("domain"), of("plan"), of("suspended")].join(" ");
            let site = Fleet::site(HOST, &format!("{user}.test"));
            format!("{user}: {facts}, site {site}, {}", login(fleet, user))
        });
        Self(seen.into())
    }
}

/// How the user logs in on the host.
fn login(fleet: &Fleet, user: &str) -> String {
    let machine = fleet.folder.path().join(HOST).join("machine");
    let home = machine.join("homes").join(user).join("public_html/index.html").exists();
    let database = Connection::open(machine.join("machine.sqlite")).unwrap();
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let found: Option<(String, bool)> = database
        .query_row("SELECT password, locked FROM users WHERE name = ?1", [user], read)
        .optional()
        .unwrap();
    let Some((hash, locked)) = found else { return format!("no user, a home: {home}") };
    let password = [PASSWORD, OTHER].into_iter().find(|password| verifies(password, &hash));
    format!("password {password:?}, locked: {locked}, a home: {home}")
}

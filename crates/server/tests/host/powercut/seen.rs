//! What is there after a cut, and whether it may be.

use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    sync::LazyLock,
    thread,
    time::{Duration, Instant},
};

use adapters::system::Yescrypt;
use api::{Secret, ports::Passwords as _};
use rusqlite::{Connection, OpenFlags};

use super::{
    caller::Caller,
    load::{Account, Accounts, NOTE, Possible},
};

/// How long a start may go on with what was left open, on a machine that is busy with the test.
const PATIENCE: Duration = Duration::from_secs(20);

/// Sees that what is there of each client's is what there was after the last call that was answered, or
/// after one of those that were under way: whole, and nothing of another.
pub(super) fn is_possible(data: &Path, homes: &Path, caller: &Caller, possible: &[Possible]) {
    let store = opened(&data.join("store.sqlite"));
    settles(&store);
    let all = accounts(&store, homes);
    for Possible { letter, states } in possible {
        let own = all.iter().filter(|(user, _)| user.starts_with(*letter));
        let own: Accounts = own.map(|(user, account)| (user.clone(), account.clone())).collect();
        let like = |state: &&Accounts| without_passwords(state) == own;
        let fits: Vec<&Accounts> = states.iter().filter(like).collect();
        assert!(!fits.is_empty(), "there is {own:#?}\nwhich is none of {states:#?}");
        // By the hashes: a password that is tried in vain is counted.
        let hashes: Vec<(String, String)> = own.keys().map(|user| hash(&store, user)).collect();
        let state = fits
            .iter()
            .find(|state| hashes.iter().all(|(user, hash)| verifies(&state[user].password, hash)));
        let state = state.unwrap_or_else(|| panic!("no password fits of {fits:#?}"));
        for (user, account) in *state {
            assert!(caller.opens(user, &account.password), "{user} is not let in: {account:?}");
        }
    }
}

fn hash(store: &Connection, user: &str) -> (String, String) {
    let hash = rows(store, &format!("SELECT password FROM logins WHERE name = '{user}'"));
    (user.to_owned(), hash.first().unwrap().clone())
}

static YESCRYPT: LazyLock<Yescrypt> = LazyLock::new(|| Yescrypt::quick().unwrap());

fn verifies(password: &str, hash: &str) -> bool {
    let given = Secret::new(password.to_owned());
    YESCRYPT.verify(&given, Some(hash)).unwrap()
}

/// Waits until all that was left open is made, and lasts.
fn settles(store: &Connection) {
    const LEFT: &str = "SELECT (SELECT count(*) FROM journal) + (SELECT count(*) FROM settling)";
    let begun = Instant::now();
    while number(store, LEFT) > 0 {
        assert!(begun.elapsed() < PATIENCE, "the journal stays open");
        thread::sleep(Duration::from_millis(10));
    }
}

fn without_passwords(state: &Accounts) -> Accounts {
    let mut state = state.clone();
    for account in state.values_mut() {
        account.password.clear();
    }
    state
}

/// What the store and the homes have of all accounts.
fn accounts(store: &Connection, homes: &Path) -> Accounts {
    let rows = rows(store, "SELECT name || ' ' || domain FROM accounts");
    let account = |row: &String| {
        let (user, domain) = row.split_once(' ').unwrap();
        let forced = format!("SELECT count(*) FROM forced_changes WHERE name = '{user}'");
        let hosts = format!(
            "SELECT name FROM zone_lines WHERE zone = '{domain}' AND name LIKE 'host%' \
             AND kind = 'A'"
        );
        let hosts = self::rows(store, &hosts).into_iter();
        let site = homes.join(user).join("public_html");
        let page = fs::read(site.join(root::home::PAGE));
        let page = page.unwrap_or_else(|cause| panic!("the page of {user}: {cause}"));
        assert_eq!(page, root::home::WELCOME, "the page of {user}");
        let account = Account {
            domain: domain.to_owned(),
            password: String::new(),
            forced: number(store, &forced) > 0,
            hosts: hosts.map(|name| name.split('.').next().unwrap().to_owned()).collect(),
            note: fs::read_to_string(site.join(NOTE)).ok(),
        };
        (user.to_owned(), account)
    };
    rows.iter().map(account).collect()
}

/// Sees that the sandbox's machine has of each account and zone what the store has.
pub(super) fn machine_is_so(data: &Path) {
    let store = opened(&data.join("store.sqlite"));
    let machine = opened(&data.join("machine/machine.sqlite"));
    let pairs = [
        (
            "SELECT name || ' ' || password FROM logins WHERE kind = 'account'",
            "SELECT name || ' ' || password FROM users",
        ),
        (
            "SELECT name FROM forced_changes WHERE kind = 'account'",
            "SELECT name FROM expired_users JOIN users USING (name)",
        ),
        ("SELECT name || ' ' || serial FROM zones", "SELECT name || ' ' || serial FROM zone_heads"),
        (
            "SELECT zone || ' ' || name FROM zone_lines WHERE name LIKE 'host%'",
            "SELECT zone || ' ' || name FROM zone_lines WHERE name LIKE 'host%'",
        ),
        ("SELECT name FROM domains", "SELECT domain FROM sites"),
        ("SELECT domain FROM mail_domains", "SELECT domain FROM mail_domains"),
    ];
    for (should, is) in pairs {
        let (should_be, there) = (rows(&store, should), rows(&machine, is));
        let only = |one: &BTreeSet<String>, other| one.difference(other).cloned().collect();
        let differing: [Vec<String>; 2] = [only(&should_be, &there), only(&there, &should_be)];
        let none: [Vec<String>; 2] = Default::default();
        assert_eq!(differing, none, "only in the store, only on the machine");
    }
}

fn opened(file: &Path) -> Connection {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let database = Connection::open_with_flags(file, flags).unwrap();
    database.busy_timeout(PATIENCE).unwrap();
    database
}

fn rows(database: &Connection, query: &str) -> BTreeSet<String> {
    let mut query = database.prepare(query).unwrap();
    query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn number(database: &Connection, query: &str) -> i64 {
    database.query_row(query, [], |row| row.get(0)).unwrap()
}

//! The load while the power is cut: clients who each change accounts of their own, one call after the
//! other, and remember what there is after each call and which calls were answered.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use fastrand::Rng;

use super::caller::Caller;

/// How many clients there are, and how many accounts each of them has at most.
const CLIENTS: u8 = 4;
const ACCOUNTS: usize = 3;
/// What the names of a client's users and domains end with: a name is soon used again.
const NAMES: [char; 5] = ['a', 'b', 'c', 'd', 'e'];
/// The file that a client saves in an account's home.
pub(super) const NOTE: &str = "note.txt";

/// What an account is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Account {
    pub(super) domain: String,
    /// Empty where it has not been looked at.
    pub(super) password: String,
    pub(super) forced: bool,
    /// The names that were added to its zone.
    pub(super) hosts: BTreeSet<String>,
    /// What its file holds, where it has one.
    pub(super) note: Option<String>,
}

/// Accounts by their users' names.
pub(super) type Accounts = BTreeMap<String, Account>;

/// What there is of a client's after each of its calls, the last of which may be under way.
struct History {
    after: Vec<Accounts>,
    answered: usize,
}

/// A client.
struct Client {
    /// What its names begin with.
    letter: char,
    rng: Mutex<Rng>,
    history: Mutex<History>,
}

/// All clients.
pub(super) struct Load(Vec<Client>);

impl Load {
    /// Clients who choose by chance, which is the same again with the same seed.
    pub(super) fn new(rng: &mut Rng) -> Self {
        let client = |number| Client {
            letter: char::from(b'p' + number),
            rng: Mutex::new(rng.fork()),
            history: Mutex::new(History { after: vec![Accounts::new()], answered: 0 }),
        };
        Self((0..CLIENTS).map(client).collect())
    }

    /// Has all clients call while something is done.
    pub(super) fn during<T>(&self, caller: &Caller, work: impl FnOnce() -> T) -> T {
        let over = AtomicBool::new(false);
        thread::scope(|scope| {
            for client in &self.0 {
                scope.spawn(|| {
                    while !over.load(Ordering::SeqCst) {
                        client.call(caller);
                    }
                });
            }
            // A client that fails must not be waited for by one that goes on.
            let ends = Ends(&over);
            let done = work();
            drop(ends);
            done
        })
    }

    /// How many calls were answered.
    pub(super) fn answered(&self) -> usize {
        self.0.iter().map(|client| client.history.lock().unwrap().answered).sum()
    }

    /// What there may be of each client's after a cut: what there was after the last call that had been
    /// answered before, or after one of those that were begun before its end.
    pub(super) fn around<T>(&self, cut: impl FnOnce() -> T) -> (T, Vec<Possible>) {
        let answered: Vec<usize> =
            self.0.iter().map(|client| client.history.lock().unwrap().answered).collect();
        let done = cut();
        let possible = self.0.iter().zip(answered).map(|(client, answered)| Possible {
            letter: client.letter,
            states: client.history.lock().unwrap().after[answered..].to_vec(),
        });
        (done, possible.collect())
    }
}

/// Ends the clients' work when it is dropped.
struct Ends<'a>(&'a AtomicBool);

impl Drop for Ends<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

/// What may be there of a client's.
pub(super) struct Possible {
    pub(super) letter: char,
    /// The oldest first.
    pub(super) states: Vec<Accounts>,
}

impl Client {
    /// Makes a call, chosen by chance.
    fn call(&self, caller: &Caller) {
        let mut rng = self.rng.lock().unwrap();
        let now = self.history.lock().unwrap().after.last().unwrap().clone();
        let mut next = now.clone();
        let user = rng.choice(now.keys()).cloned();
        let fresh = |rng: &mut Rng, used: &dyn Fn(&str) -> bool| {
            let free = NAMES.map(|name| format!("{}user{name}", self.letter));
            let free: Vec<String> = free.into_iter().filter(|name| !used(name)).collect();
            rng.choice(free).unwrap()
        };
        let text = format!("Quarry-{}-vivid", rng.u64(..));
        match (user, rng.u8(..12)) {
            (user, 0..3) if user.is_none() || now.len() < ACCOUNTS => {
                let user = fresh(&mut rng, &|name| now.contains_key(name));
                let domain = fresh(&mut rng, &|name| {
                    now.values().any(|account| account.domain.starts_with(name))
                });
                let domain = format!("{domain}.test");
                let account = Account {
                    domain: domain.clone(),
                    password: text.clone(),
                    forced: false,
                    hosts: BTreeSet::new(),
                    note: None,
                };
                next.insert(user.clone(), account);
                let form =
                    [("username", &*user), ("domain", &domain), ("password", &text), ("dkim", "0")];
                self.make(next, || caller.root("createacct", &form));
            }
            (Some(user), 3) => {
                next.remove(&user);
                self.make(next, || caller.root("removeacct", &[("username", &user)]));
            }
            (Some(user), 4) => {
                let to = fresh(&mut rng, &|name| now.contains_key(name));
                let account = next.remove(&user).unwrap();
                next.insert(to.clone(), account);
                let form = [("user", &*user), ("newuser", &to)];
                self.make(next, || caller.root("modifyacct", &form));
            }
            (Some(user), 5..7) => {
                next.get_mut(&user).unwrap().password.clone_from(&text);
                let form = [("user", &*user), ("password", &text)];
                self.make(next, || caller.root("passwd", &form));
            }
            (Some(user), 7) => {
                next.get_mut(&user).unwrap().forced = true;
                let users = format!("{{\"{user}\":1}}");
                self.make(next, || caller.root("forcepasswordchange", &[("users_json", &users)]));
            }
            (Some(user), 8..10) => {
                let host = format!("host{}", rng.u32(..));
                let account = next.get_mut(&user).unwrap();
                account.hosts.insert(host.clone());
                let domain = account.domain.clone();
                let form = [
                    ("domain", &*domain),
                    ("name", &host),
                    ("type", "A"),
                    ("address", "192.0.2.7"),
                    ("ttl", "300"),
                ];
                self.make(next, || caller.root("addzonerecord", &form));
            }
            (Some(user), _) if !now[&user].forced => {
                let account = next.get_mut(&user).unwrap();
                account.note = Some(text.clone());
                let password = account.password.clone();
                self.make(next, || caller.save(&user, &password, NOTE, &text));
            }
            _ => {}
        }
    }

    /// Makes a call, and remembers when it was begun and answered.
    fn make(&self, next: Accounts, call: impl FnOnce()) {
        self.history.lock().unwrap().after.push(next);
        call();
        let mut history = self.history.lock().unwrap();
        history.answered = history.after.len() - 1;
    }
}

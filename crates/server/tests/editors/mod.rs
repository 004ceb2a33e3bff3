//! Eight clients that edit one zone by every function that does, and whether what came of it could have come
//! of calls one after the other.
//!
//! `INNKEEPER_ZONE_EDITS` says how many edits are sent, `INNKEEPER_ZONE_SEED` which.

mod editor;
mod history;
mod order;
mod order_tests;

use std::{
    collections::BTreeSet,
    env,
    sync::{Mutex, atomic::AtomicUsize},
    thread,
    time::{Duration, Instant},
};

pub(crate) use self::editor::{Desk, ZONE};
use self::{
    editor::Editor,
    history::{Call, Edit, Step, Timed},
};

const CLIENTS: usize = 8;
/// How long the machine may need for what was left open.
const PATIENCE: Duration = Duration::from_secs(30);
/// How many records that went are asked for.
const MOST_ASKED: usize = 500;
/// How many edits are sent where the environment does not say.
const FEW: usize = 500;

fn of_environment(name: &str) -> Option<usize> {
    env::var(name).ok()?.parse().ok()
}

/// What the DNS answers.
pub(crate) trait Served {
    /// The texts of a name.
    fn texts(&self, name: &str) -> Vec<String>;
    /// The zone's serial.
    fn serial(&self) -> Option<u32>;
}

/// Has all clients edit while something happens to the servers; checks the history.
pub(crate) fn edit(
    servers: Vec<String>,
    authorization: String,
    disturb: impl FnOnce(&Desk),
) -> Edited {
    let seed = of_environment("INNKEEPER_ZONE_SEED").unwrap_or(0x5eed);
    let desk = Desk {
        servers: servers.into_iter().map(Mutex::new).collect(),
        authorization,
        began: Instant::now(),
        sent: AtomicUsize::new(0),
        wanted: of_environment("INNKEEPER_ZONE_EDITS").unwrap_or(FEW),
    };
    let editor = |number| Editor::new(&desk, number, u64::try_from(seed + number).unwrap());
    let mut history = one_reading(editor(CLIENTS));
    thread::scope(|scope| {
        let run = |number| scope.spawn(move || editor(number).run());
        let clients: Vec<_> = (0..CLIENTS).map(run).collect();
        disturb(&desk);
        history.extend(clients.into_iter().flat_map(|client| client.join().unwrap()));
    });
    let took = desk.began.elapsed();
    history.extend(one_reading(editor(CLIENTS)));
    let counts = order::check(&history);
    println!("{took:?}: {counts:?}");
    let counts = counts.unwrap();
    assert!(counts.made >= FEW / 4 && counts.refused > 0 && counts.reads > FEW / 10, "{counts:?}");
    Edited { history }
}

/// What came of it.
pub(crate) struct Edited {
    history: Vec<Timed>,
}

impl Edited {
    /// Checks that the DNS answers as the store holds it: the serial, each record, and none that went.
    pub(crate) fn is_served(&self, dns: &impl Served) {
        let Some(Timed { call: Call::Read(last), .. }) = self.history.last() else {
            panic!("the zone is not read in the end")
        };
        let deadline = Instant::now() + PATIENCE;
        while dns.serial() != Some(last.serial) {
            assert!(Instant::now() < deadline, "{:?} is served of {}", dns.serial(), last.serial);
            thread::sleep(Duration::from_millis(50));
        }
        let (there, owners) = (last.texts(), self.owners());
        assert!(!owners.is_empty() && !there.is_empty());
        let gone: Vec<&str> =
            owners.into_iter().filter(|owner| !there.contains_key(*owner)).collect();
        let some = gone.iter().step_by(1 + gone.len() / MOST_ASKED).copied();
        for owner in there.keys().map(String::as_str).chain(some) {
            let texts = dns.texts(&format!("{owner}.{ZONE}"));
            assert_eq!(texts, Vec::from_iter(there.get(owner).cloned()), "{owner}");
        }
    }

    /// Whose records somebody ever tried to add.
    fn owners(&self) -> BTreeSet<&str> {
        let edits = self.history.iter().filter_map(|one| match &one.call {
            Call::Edit(Edit { steps, .. }, _) => Some(steps),
            Call::Read(_) => None,
        });
        let added = edits.flatten().filter_map(|step| match step {
            Step::Add(owner, _) => Some(owner.as_str()),
            Step::Set(..) | Step::Take(_) => None,
        });
        added.collect()
    }
}

fn one_reading(mut editor: Editor<'_>) -> Vec<Timed> {
    let deadline = Instant::now() + PATIENCE;
    while editor.history.is_empty() {
        assert!(Instant::now() < deadline, "the zone cannot be read");
        editor.read();
    }
    editor.history
}

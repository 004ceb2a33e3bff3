//! Calls of all functions that do their work, one a line: `CALLER FUNCTION FORM`, the form as in a
//! query. Nothing panics, refused parameters are named, and store and machine agree at the end.

use std::{cell::RefCell, sync::Arc};

use api::{Effect, Entry, Form, Kind, records::JournalEntry, values::text::shown};
use functions::domain::apply;
use server::{Server, call, http};

use super::world;

/// The most calls of one input.
const MOST_CALLS: usize = 8;

/// So many inputs share a server at most: the audit gets a line from refused calls too.
const MOST_SHARING: usize = 500;

thread_local! {
    /// The server, while no call has changed it, and how many more inputs may have it. Making one
    /// takes longer than most inputs do.
    static UNCHANGED: RefCell<Option<(Arc<Server>, usize)>> = const { RefCell::new(None) };
}

/// Checks one input.
pub fn check(input: &[u8]) {
    let text = String::from_utf8_lossy(input);
    let calls: Vec<_> = text.lines().filter_map(read).take(MOST_CALLS).collect();
    if calls.is_empty() {
        return;
    }
    let unchanged = UNCHANGED.take().filter(|(_, left)| *left > 0);
    let (server, left) = unchanged.unwrap_or_else(|| (world::world(), MOST_SHARING));
    let mut changed = false;
    for (user, entry, form) in calls {
        let caller = world::caller(&server, user);
        let outcome = call::call(&server, &caller, entry.name, &form);
        changed |= outcome.result.is_ok() && entry.effect == Effect::Changes;
        if let Err(problem) = &outcome.result {
            let said = problem.to_string();
            match problem.kind() {
                Kind::Internal | Kind::Unavailable | Kind::Unfinished => {
                    panic!("{}: {problem:?}", entry.name);
                }
                Kind::BadParam => {
                    assert!(names_parameter(entry, &form, &said), "{}: {said}", entry.name);
                }
                _ => assert!(!said.is_empty()),
            }
        }
        let answer = world::json(outcome, &form);
        assert!(answer.is_object(), "{}", entry.name);
    }
    let tx = server.host.store.read().expect("a transaction");
    assert_eq!(tx.count::<JournalEntry>(&[]).expect("a count"), 0, "the journal has open entries");
    drop(tx);
    assert_eq!(apply::drift(&server.host).expect("a comparison"), [], "machine and store differ");
    if !changed {
        UNCHANGED.set(Some((server, left - 1)));
    }
}

/// The call of a line, if it names one.
fn read(line: &str) -> Option<(&str, &'static Entry, Form)> {
    let mut words = line.splitn(3, ' ');
    let (user, name) = (words.next()?, words.next()?);
    let form = http::form::read(words.next().unwrap_or_default(), None, b"").ok()?;
    let entry = functions::find(name).filter(|entry| entry.finished)?;
    Some((user, entry, form))
}

/// Whether the sentence begins with the name of a parameter that the function has or was sent.
fn names_parameter(entry: &Entry, form: &Form, said: &str) -> bool {
    let Some((name, _)) = said.split_once(": ") else { return false };
    let is_declared = entry.params.iter().any(|field| {
        field.name == name
            || field.aliases.contains(&name)
            || (field.family && name.starts_with(field.name))
    });
    is_declared || name.starts_with("api.") || form.iter().any(|(sent, _)| shown(sent) == name)
}

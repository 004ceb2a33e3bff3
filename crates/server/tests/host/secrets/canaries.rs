//! The secrets that are put into everything that takes one, each with a number of its own, and how they are
//! found again in whatever form they were sent or kept.

use std::{
    collections::BTreeSet,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use regex::bytes::Regex;

/// What every canary has in it.
const MARK: &str = "Xyzzy7Plugh";

/// All of them, and secrets that the server made.
#[derive(Default)]
pub(super) struct Canaries {
    made: AtomicUsize,
    /// What was given out, with the text that stands for it.
    given: Mutex<Vec<(&'static str, String)>>,
}

impl Canaries {
    /// A new one; as a password it meets every rule.
    pub(super) fn next(&self) -> String {
        format!("Lamp-{MARK}-{}-quarry", self.made.fetch_add(1, Ordering::Relaxed) + 1)
    }

    /// Notes a secret that was not made here.
    pub(super) fn note(&self, what: &'static str, secret: &str) {
        assert!(secret.len() >= 10, "{what}");
        self.given.lock().unwrap().push((what, secret.to_owned()));
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.made.load(Ordering::Relaxed) + self.given.lock().unwrap().len()
    }

    /// What finds them.
    pub(super) fn finder(&self) -> Finder {
        let given = self.given.lock().unwrap().clone();
        let mut forms: Vec<_> = forms(MARK).into_iter().map(|form| ("a canary", form)).collect();
        for (what, secret) in given {
            forms.extend(self::forms(&secret).into_iter().map(|form| (what, form)));
        }
        Finder::of(forms)
    }
}

/// A secret as it is, in hexadecimal, and in Base64 wherever it begins in what was encoded.
fn forms(secret: &str) -> Vec<String> {
    let hexadecimal: Vec<String> = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
    let hexadecimal = hexadecimal.concat();
    let mut forms = vec![secret.to_owned(), hexadecimal];
    for (before, skipped) in [("", 0), ("-", 2), ("--", 3)] {
        let encoded = STANDARD_NO_PAD.encode(format!("{before}{secret}"));
        // The last letters depend on what comes behind.
        forms.push(encoded.get(skipped..encoded.len() - 2).unwrap().to_owned());
    }
    forms
}

/// What finds secrets in bytes.
pub(super) struct Finder {
    forms: Vec<(&'static str, String)>,
    any: Regex,
}

impl Finder {
    pub(super) fn of(forms: Vec<(&'static str, String)>) -> Self {
        let any: Vec<String> = forms.iter().map(|(_, form)| regex::escape(form)).collect();
        Self { any: Regex::new(&any.join("|")).unwrap(), forms }
    }

    /// All forms, a line each.
    pub(super) fn lines(&self) -> String {
        self.forms.iter().flat_map(|(_, form)| [form, "\n"]).collect()
    }

    /// What is found, each with a little of what is around it.
    pub(super) fn within(&self, bytes: &[u8]) -> BTreeSet<String> {
        let told = |found: regex::bytes::Match<'_>| {
            let form = String::from_utf8_lossy(found.as_bytes());
            let what = self.forms.iter().find(|(_, one)| *one == form).unwrap().0;
            let around = found.start().saturating_sub(80)..(found.end() + 40).min(bytes.len());
            format!("{what}: {}", bytes[around].escape_ascii())
        };
        self.any.find_iter(bytes).take(3).map(told).collect()
    }

    /// Whether any is there.
    pub(super) fn is_in(&self, bytes: &[u8]) -> bool {
        self.any.is_match(bytes)
    }
}

#[test]
fn a_canary_is_found_in_every_form() {
    let canaries = Canaries::default();
    canaries.note("a token", "TOKENTOKENTOKEN");
    let (finder, one) = (canaries.finder(), canaries.next());
    for before in ["", "a", "ab", "abc"] {
        let text = format!("{before}{one}");
        assert!(finder.is_in(text.as_bytes()));
        assert!(finder.is_in(STANDARD_NO_PAD.encode(&text).as_bytes()), "{before}");
    }
    assert!(finder.within(b"x=TOKENTOKENTOKEN").iter().all(|it| it.starts_with("a token")));
    assert!(!finder.is_in(b"Lamp-plough-1-quarry"));
}

//! The request that the shell makes, and how it is written for other programs.

use api::{Effect, Entry, Field, Form};

use super::inputs::{is_list, is_secret, key};
use crate::pages::{desk::Desk, links};

/// What stands for a secret wherever a request is shown.
const HIDDEN: &str = "SECRET";

/// The list controls, as filled in.
pub(crate) struct Options {
    /// The field to sort by.
    pub(crate) sort: String,
    /// How to sort.
    pub(crate) method: String,
    /// Whether in reverse.
    pub(crate) reverse: bool,
    /// The field to filter by.
    pub(crate) field: String,
    /// How to compare.
    pub(crate) operator: String,
    /// What to compare with.
    pub(crate) term: String,
    /// How many items.
    pub(crate) size: String,
    /// The first, counted from 1.
    pub(crate) start: String,
    /// The keys to keep of each item.
    pub(crate) columns: String,
}

/// A request, for people to copy.
pub(crate) struct Request {
    /// As a URL.
    pub(crate) url: String,
    /// As a line for a terminal.
    pub(crate) curl: String,
}

impl Options {
    /// Reads them from the shell's form.
    pub(crate) fn read(form: &Form) -> Self {
        let given = |name: &str| form.last(name).unwrap_or_default().trim().to_owned();
        Self {
            sort: given("o.sort"),
            method: given("o.method"),
            reverse: given("o.reverse") == "1",
            field: given("o.field"),
            operator: given("o.operator"),
            term: given("o.term"),
            size: given("o.size"),
            start: given("o.start"),
            columns: given("o.columns"),
        }
    }

    /// Whether there is any.
    pub(crate) fn any(&self) -> bool {
        [&self.sort, &self.field, &self.size, &self.columns].iter().any(|text| !text.is_empty())
    }

    fn add_to(&self, form: &mut Form) {
        let mut add = |name: &str, text: &str| {
            if !text.is_empty() {
                form.push(name, text);
            }
        };
        if !self.field.is_empty() {
            add("api.filter.enable", "1");
            add("api.filter.a.field", &self.field);
            add("api.filter.a.type", &self.operator);
            add("api.filter.a.arg0", &self.term);
        }
        if !self.sort.is_empty() {
            add("api.sort.enable", "1");
            add("api.sort.a.field", &self.sort);
            add("api.sort.a.method", &self.method);
            add("api.sort.a.reverse", if self.reverse { "1" } else { "" });
        }
        if !self.size.is_empty() {
            add("api.chunk.enable", "1");
            add("api.chunk.size", &self.size);
            add("api.chunk.start", if self.start.is_empty() { "1" } else { &self.start });
        }
        let columns = self.columns.split([',', ' ', '\n']).map(str::trim).filter(|c| !c.is_empty());
        for (place, column) in columns.enumerate() {
            if place == 0 {
                add("api.columns.enable", "1");
            }
            add(&format!("api.columns.{}", letters(place)), column);
        }
    }
}

/// The name of a place in a list of controls: `a` to `z`, then `za`, `zb` and so on.
fn letters(place: usize) -> String {
    let letter = u8::try_from(place % 26).map_or('a', |number| char::from(b'a' + number));
    format!("{}{letter}", "z".repeat(place / 26))
}

/// The call's form, made of the shell's.
pub(crate) fn form(entry: &Entry, sent: &Form) -> Form {
    let mut form = Form::default();
    form.push("api.version", "1");
    for field in entry.params.iter().filter(|field| !field.rest) {
        let text = sent.last(&key(field.name)).unwrap_or_default();
        if is_list(field) {
            let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
            lines.for_each(|line| form.push(field.name, line));
        } else if !text.is_empty() {
            form.push(field.name, text);
        }
    }
    let more = sent.last("more").unwrap_or_default().lines();
    for (name, text) in more.filter_map(|line| line.split_once('=')) {
        form.push(name.trim(), text.trim_end_matches('\r'));
    }
    Options::read(sent).add_to(&mut form);
    form
}

impl Request {
    /// The request of a form, secrets left out.
    pub(crate) fn new(desk: &Desk<'_>, entry: &Entry, form: &Form) -> Self {
        let pairs: Vec<(&str, &str)> = form
            .iter()
            .flat_map(|(name, texts)| texts.iter().map(move |text| (name, text.as_str())))
            .map(|(name, text)| (name, if hides(entry, name) { HIDDEN } else { text }))
            .collect();
        let base = format!("{}/json-api/{}", desk.address, entry.name);
        let query = links::joined(pairs);
        let login = format!("curl -H 'Authorization: whm {}:TOKEN'", desk.caller.user);
        let curl = if entry.effect == Effect::Changes {
            format!("{login} --data '{query}' '{base}'")
        } else {
            format!("{login} '{base}?{query}'")
        };
        Self { url: format!("{base}?{query}"), curl }
    }
}

/// Whether what stands under a name is not to be shown.
fn hides(entry: &Entry, name: &str) -> bool {
    entry.params.iter().any(|field| is_secret(field) && is(field, name))
        || (name.contains("pass") && !entry.params.iter().any(|field| is(field, name)))
}

/// The further parameters as they may be shown again: without those that hide something.
pub(crate) fn shown_again(entry: &Entry, sent: &Form) -> String {
    let lines = sent.last("more").unwrap_or_default().lines();
    let open = |line: &&str| !hides(entry, line.split('=').next().unwrap_or_default().trim());
    lines.filter(open).collect::<Vec<_>>().join("\n")
}

/// Whether a name is the field's, bare, numbered or another that it goes by.
fn is(field: &Field, name: &str) -> bool {
    let numbered = |own: &str| {
        let number = name.strip_prefix(own).and_then(|rest| rest.strip_prefix('-'));
        number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let mut names = [field.name].into_iter().chain(field.aliases.iter().copied());
    names.any(|own| own == name || numbered(own))
}

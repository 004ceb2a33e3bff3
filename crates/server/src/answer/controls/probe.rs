//! Looks at one row, as it writes itself, for what filters and sorts ask of it; nothing is copied
//! but the keys to sort by.

use api::Sink;

use super::{
    filter::Filter,
    sort::{Key, Sort},
};

/// A value that is no list and no object.
#[derive(Debug, Clone, Copy)]
pub(super) enum Leaf<'a> {
    /// Nothing.
    Null,
    /// A whole number.
    Int(i64),
    /// A number with a fraction.
    Number(f64),
    /// Text.
    Text(&'a str),
}

impl Leaf<'_> {
    /// Gives its text.
    pub(super) fn with_text<T>(self, look: impl FnOnce(&str) -> T) -> T {
        match self {
            Self::Null => look(""),
            Self::Int(number) => look(itoa::Buffer::new().format(number)),
            Self::Number(number) => look(&number.to_string()),
            Self::Text(text) => look(text),
        }
    }

    /// Its number: what its text begins with, so that `12M` is 12; 0 where that is none.
    pub(super) fn number(self) -> f64 {
        match self {
            Self::Text(text) => first_number(text),
            other => other.exact_number().unwrap_or_default(),
        }
    }

    /// Its number, where all of it is one.
    pub(super) fn exact_number(self) -> Option<f64> {
        match self {
            Self::Null => None,
            // The bits that are lost order and equal nothing that a caller could mean.
            #[expect(clippy::as_conversions, clippy::cast_precision_loss, reason = "no other way")]
            Self::Int(number) => Some(number as f64),
            Self::Number(number) => Some(number),
            Self::Text(text) => {
                let text = text.trim();
                (digits(text) == text).then(|| first_number(text)).filter(|_| !text.is_empty())
            }
        }
    }
}

/// The sign, digits and fraction that a text begins with.
fn digits(text: &str) -> &str {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let mut points = 0;
    let is_part = |c: char| {
        points += usize::from(c == '.');
        c.is_ascii_digit() || (c == '.' && points == 1)
    };
    let rest = unsigned.trim_start_matches(is_part);
    text.strip_suffix(rest).unwrap_or(text)
}

fn first_number(text: &str) -> f64 {
    let number: f64 = digits(text.trim_start()).parse().unwrap_or_default();
    // Zero has no sign here.
    number + 0.0
}

/// Takes one row after the other.
pub(super) struct Probe<'a> {
    filters: Vec<Watch<'a>>,
    sorts: &'a [Sort],
    keys: Vec<Option<Key>>,
    sorting: Vec<bool>,
    depth: usize,
}

struct Watch<'a> {
    filter: &'a Filter,
    looks: bool,
    seen: bool,
    hit: bool,
}

impl<'a> Probe<'a> {
    pub(super) fn new(filters: &[&'a Filter], sorts: &'a [Sort]) -> Self {
        let watch = |filter: &&'a Filter| Watch { filter, looks: false, seen: false, hit: false };
        Self {
            filters: filters.iter().map(watch).collect(),
            sorts,
            keys: Vec::new(),
            sorting: vec![false; sorts.len()],
            depth: 0,
        }
    }

    /// Forgets the row before.
    pub(super) fn begin(&mut self) {
        for watch in &mut self.filters {
            watch.looks = watch.filter.watches_all();
            (watch.seen, watch.hit) = (false, false);
        }
        self.keys.clear();
        self.keys.resize_with(self.sorts.len(), || None);
        self.sorting.fill(false);
        self.depth = 0;
    }

    /// Whether the row passes all filters.
    pub(super) fn passes(&self) -> bool {
        self.filters.iter().all(|watch| watch.filter.passes(watch.seen, watch.hit))
    }

    /// What the row sorts by.
    pub(super) fn take_keys(&mut self) -> Vec<Key> {
        let found = self.keys.drain(..).zip(self.sorts);
        found.map(|(key, sort)| key.unwrap_or_else(|| sort.key(Leaf::Null))).collect()
    }

    fn see(&mut self, leaf: Leaf<'_>) {
        for watch in self.filters.iter_mut().filter(|watch| watch.looks) {
            watch.seen = true;
            watch.hit = watch.hit || watch.filter.hits(leaf);
        }
        for ((key, sort), on) in self.keys.iter_mut().zip(self.sorts).zip(&self.sorting) {
            if *on && key.is_none() {
                *key = Some(sort.key(leaf));
            }
        }
    }
}

impl Sink for Probe<'_> {
    fn null(&mut self) {
        self.see(Leaf::Null);
    }
    fn int(&mut self, number: i64) {
        self.see(Leaf::Int(number));
    }
    fn number(&mut self, number: f64) {
        self.see(Leaf::Number(number));
    }
    fn text(&mut self, text: &str) {
        self.see(Leaf::Text(text));
    }
    fn open_list(&mut self) {
        self.depth += 1;
    }
    fn close_list(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }
    fn open_object(&mut self) {
        self.depth += 1;
    }
    fn key(&mut self, key: &str) {
        if self.depth != 1 {
            return;
        }
        for watch in &mut self.filters {
            watch.looks = watch.filter.watches(key);
        }
        for (sort, on) in self.sorts.iter().zip(&mut self.sorting) {
            *on = sort.watches(key);
        }
    }
    fn close_object(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_a_text_begins_with() {
        let cases = [
            ("12M", 12.0),
            (" -1.5 %", -1.5),
            ("unlimited", 0.0),
            ("", 0.0),
            (".5", 0.5),
            ("1.2.3", 1.2),
            ("-0", 0.0),
            ("+", 0.0),
            ("٣", 0.0),
        ];
        for (text, number) in cases {
            assert_eq!(Leaf::Text(text).number().total_cmp(&number), std::cmp::Ordering::Equal);
        }
    }

    #[test]
    fn a_text_is_a_number_only_whole() {
        assert_eq!(Leaf::Text(" 10.0 ").exact_number(), Some(10.0));
        for text in ["", "10M", "1.2.3", "x"] {
            assert_eq!(Leaf::Text(text).exact_number(), None, "{text}");
        }
    }
}

//! Rows kept for a sort: what they wrote into a sink, to be written again. All their texts are in
//! one place, so that ten thousand rows are a few allocations and not a few hundred thousand.

use std::cmp::Ordering;

use api::Sink;

use super::sort::Key;

/// The rows.
#[derive(Default)]
pub(super) struct Tape {
    text: String,
    marks: Vec<Mark>,
    rows: Vec<Kept>,
}

struct Kept {
    keys: Vec<Key>,
    /// Where its marks begin, and its text.
    marks: usize,
    text: usize,
    /// How many marks it has.
    length: usize,
}

enum Mark {
    Null,
    Int(i64),
    Number(f64),
    /// So many bytes of text.
    Text(usize),
    Key(usize),
    OpenList,
    CloseList,
    OpenObject,
    CloseObject,
}

impl Tape {
    /// Keeps one row.
    pub(super) fn keep(&mut self, keys: Vec<Key>, put: impl FnOnce(&mut dyn Sink)) {
        let (marks, text) = (self.marks.len(), self.text.len());
        put(self);
        self.rows.push(Kept { keys, marks, text, length: self.marks.len() - marks });
    }

    /// Brings the rows into order; equal ones stay as they came.
    pub(super) fn sort(&mut self, order: impl Fn(&[Key], &[Key]) -> Ordering) {
        self.rows.sort_by(|one, other| order(&one.keys, &other.keys));
    }

    /// Writes the rows again, each into the sink that is given for it, until there is none.
    pub(super) fn play(
        &self,
        skip: usize,
        take: usize,
        mut row: impl FnMut(&dyn Fn(&mut dyn Sink)),
    ) {
        for kept in self.rows.iter().skip(skip).take(take) {
            row(&|sink| self.put(kept, sink));
        }
    }

    fn put(&self, row: &Kept, sink: &mut dyn Sink) {
        let mut rest = self.text.get(row.text..).unwrap_or_default();
        let mut next = |length: usize| {
            let (text, after) = rest.split_at_checked(length).unwrap_or_default();
            rest = after;
            text
        };
        for mark in self.marks.iter().skip(row.marks).take(row.length) {
            match mark {
                Mark::Null => sink.null(),
                Mark::Int(number) => sink.int(*number),
                Mark::Number(number) => sink.number(*number),
                Mark::Text(length) => sink.text(next(*length)),
                Mark::Key(length) => sink.key(next(*length)),
                Mark::OpenList => sink.open_list(),
                Mark::CloseList => sink.close_list(),
                Mark::OpenObject => sink.open_object(),
                Mark::CloseObject => sink.close_object(),
            }
        }
    }
}

impl Sink for Tape {
    fn null(&mut self) {
        self.marks.push(Mark::Null);
    }
    fn int(&mut self, number: i64) {
        self.marks.push(Mark::Int(number));
    }
    fn number(&mut self, number: f64) {
        self.marks.push(Mark::Number(number));
    }
    fn text(&mut self, text: &str) {
        self.text.push_str(text);
        self.marks.push(Mark::Text(text.len()));
    }
    fn open_list(&mut self) {
        self.marks.push(Mark::OpenList);
    }
    fn close_list(&mut self) {
        self.marks.push(Mark::CloseList);
    }
    fn open_object(&mut self) {
        self.marks.push(Mark::OpenObject);
    }
    fn key(&mut self, key: &str) {
        self.text.push_str(key);
        self.marks.push(Mark::Key(key.len()));
    }
    fn close_object(&mut self) {
        self.marks.push(Mark::CloseObject);
    }
}

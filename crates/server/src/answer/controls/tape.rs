//! Rows kept for a sort: what they wrote into a sink, to be written again. All their texts are in
//! one place, so that ten thousand rows are a few allocations and not a few hundred thousand. Where
//! only the first so many are asked for, no more than twice as many are kept.

use std::{cmp::Ordering, ops::Range};

use api::Sink;

use super::sort::{Key, Sort, order};

/// The rows.
pub(super) struct Tape<'s> {
    sorts: &'s [Sort],
    /// How many of them may be asked for.
    most: usize,
    text: String,
    marks: Vec<Mark>,
    rows: Vec<Kept>,
    /// How many rows, at the beginning, are the first of all that came before the others.
    settled: usize,
}

struct Kept {
    keys: Vec<Key>,
    /// Where its marks are, and its text.
    marks: Range<usize>,
    text: Range<usize>,
}

#[derive(Clone, Copy)]
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

impl<'s> Tape<'s> {
    /// A tape for the first `most` rows in the order of the sorts.
    pub(super) fn new(sorts: &'s [Sort], most: usize) -> Self {
        let (text, marks, rows) = (String::new(), Vec::new(), Vec::new());
        Self { sorts, most, text, marks, rows, settled: 0 }
    }

    /// Keeps one row, unless enough are kept that come before it.
    pub(super) fn keep(&mut self, keys: Vec<Key>, put: impl FnOnce(&mut dyn Sink)) {
        if self.is_behind(&keys) {
            return;
        }
        let (marks, text) = (self.marks.len(), self.text.len());
        put(self);
        let (marks, text) = (marks..self.marks.len(), text..self.text.len());
        self.rows.push(Kept { keys, marks, text });
        if self.rows.len() >= self.most.saturating_mul(2) {
            self.settle();
        }
    }

    /// Whether a row that comes now is behind all that may be asked for. Of equal ones the first to
    /// come is the first.
    fn is_behind(&self, keys: &[Key]) -> bool {
        let last = self.settled.checked_sub(1).filter(|_| self.settled == self.most);
        let last = last.and_then(|place| self.rows.get(place));
        last.is_some_and(|last| order(self.sorts, keys, &last.keys) != Ordering::Less)
    }

    /// Brings the rows into order, and lets go of those that nobody may ask for.
    fn settle(&mut self) {
        self.rows.sort_by(|one, other| order(self.sorts, &one.keys, &other.keys));
        self.settled = self.rows.len().min(self.most);
        if self.settled == self.rows.len() {
            return;
        }
        self.rows.truncate(self.settled);
        let (text, marks) = (std::mem::take(&mut self.text), std::mem::take(&mut self.marks));
        for row in &mut self.rows {
            let begin = (self.marks.len(), self.text.len());
            self.marks.extend_from_slice(marks.get(row.marks.clone()).unwrap_or_default());
            self.text.push_str(text.get(row.text.clone()).unwrap_or_default());
            (row.marks, row.text) = (begin.0..self.marks.len(), begin.1..self.text.len());
        }
    }

    /// Writes the rows again in order, each into the sink that is given for it, but for the first
    /// `skip`.
    pub(super) fn play(&mut self, skip: usize, mut row: impl FnMut(&dyn Fn(&mut dyn Sink))) {
        self.settle();
        for kept in self.rows.iter().skip(skip) {
            row(&|sink| self.put(kept, sink));
        }
    }

    fn put(&self, row: &Kept, sink: &mut dyn Sink) {
        let mut rest = self.text.get(row.text.clone()).unwrap_or_default();
        let mut next = |length: usize| {
            let (text, after) = rest.split_at_checked(length).unwrap_or_default();
            rest = after;
            text
        };
        for mark in self.marks.get(row.marks.clone()).unwrap_or_default() {
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

impl Sink for Tape<'_> {
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

#[cfg(test)]
mod tests {
    use api::Form;

    use super::*;
    use crate::answer::controls::sort;

    #[test]
    fn no_more_rows_are_held_than_twice_those_asked_for() {
        let pairs = [("api.sort.a.field", "n"), ("api.sort.a.method", "numeric")];
        let pairs = pairs.map(|(name, text)| (name.to_owned(), text.to_owned()));
        let sorts = sort::read(&pairs.into_iter().collect::<Form>()).unwrap();
        let mut tape = Tape::new(&sorts, 10);
        for number in (0..10_000).rev() {
            tape.keep(vec![Key::Number(f64::from(number))], |sink| sink.text("0123456789"));
            assert!(tape.rows.len() < 20 && tape.marks.len() < 20 && tape.text.len() < 200);
        }
        tape.keep(vec![Key::Number(10_000.0)], |_| panic!("it is behind all that are asked for"));
        let mut played = 0;
        tape.play(3, |_| played += 1);
        assert_eq!(played, 7);
    }
}

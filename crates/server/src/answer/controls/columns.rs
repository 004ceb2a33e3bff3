//! Columns: each row keeps only the keys that were asked for.

use std::collections::BTreeSet;

use api::{Form, Sink};

/// The keys to keep.
#[derive(Debug)]
pub(super) struct Columns(BTreeSet<String>);

impl Columns {
    pub(super) fn read(form: &Form) -> Self {
        let names = form.iter().filter_map(|(name, texts)| {
            let letter = name.strip_prefix("api.columns.")?;
            (!matches!(letter, "enable" | "verbose")).then_some(texts)
        });
        Self(names.flatten().cloned().collect())
    }

    /// A sink for one row, which keeps of its keys only these; all of them where none was named.
    pub(super) fn cut<'a>(&'a self, sink: &'a mut dyn Sink) -> Cut<'a> {
        Cut { columns: &self.0, sink, depth: 0, keeps: true }
    }
}

/// Lets one row through without the keys that are not to be kept.
pub(super) struct Cut<'a> {
    columns: &'a BTreeSet<String>,
    sink: &'a mut dyn Sink,
    depth: usize,
    keeps: bool,
}

impl Cut<'_> {
    fn pass(&mut self, put: impl FnOnce(&mut dyn Sink)) {
        if self.keeps {
            put(self.sink);
        }
    }

    fn open(&mut self, put: impl FnOnce(&mut dyn Sink)) {
        self.pass(put);
        self.depth += 1;
    }

    fn close(&mut self, put: impl FnOnce(&mut dyn Sink)) {
        self.depth = self.depth.saturating_sub(1);
        self.keeps |= self.depth == 0;
        self.pass(put);
    }
}

impl Sink for Cut<'_> {
    fn null(&mut self) {
        self.pass(|sink| sink.null());
    }
    fn int(&mut self, number: i64) {
        self.pass(|sink| sink.int(number));
    }
    fn number(&mut self, number: f64) {
        self.pass(|sink| sink.number(number));
    }
    fn text(&mut self, text: &str) {
        self.pass(|sink| sink.text(text));
    }
    fn open_list(&mut self) {
        self.open(|sink| sink.open_list());
    }
    fn close_list(&mut self) {
        self.close(|sink| sink.close_list());
    }
    fn open_object(&mut self) {
        self.open(|sink| sink.open_object());
    }
    fn key(&mut self, key: &str) {
        if self.depth == 1 {
            self.keeps = self.columns.is_empty() || self.columns.contains(key);
        }
        self.pass(|sink| sink.key(key));
    }
    fn close_object(&mut self) {
        self.close(|sink| sink.close_object());
    }
}

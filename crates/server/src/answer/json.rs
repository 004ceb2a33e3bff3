//! JSON on its way out: gathered in memory, written on when there is much of it.

use std::io;

use api::{Json, Sink};

use super::{Destination, Target};

/// How much more there is room for: a row is written whole.
const MORE: usize = 1 << 10;

/// How much there is room for at first: most answers are small, and to take and give back a large
/// piece of memory costs as much as to write one.
const SMALL: usize = 2 << 10;

/// The writer of JSON. The first failure is kept for the end; what comes after it is dropped.
pub(super) struct JsonText<'a> {
    out: &'a mut dyn Destination,
    json: Json,
    /// How much is gathered before it is handed on.
    portion: usize,
    failure: Option<io::Error>,
}

impl<'a> JsonText<'a> {
    pub(super) fn new(out: &'a mut dyn Destination, pretty: bool) -> Self {
        let portion = out.portion();
        Self { out, json: Json::with_capacity(SMALL, pretty), portion, failure: None }
    }

    /// Writes what is left.
    pub(super) fn finish(self) -> io::Result<()> {
        match self.failure {
            None => self.out.take(self.json.into_bytes()),
            Some(failure) => Err(failure),
        }
    }

    /// Where the next piece is to be written.
    #[inline]
    fn json(&mut self) -> &mut Json {
        if self.json.bytes().len() >= self.portion {
            self.flush();
        }
        &mut self.json
    }

    #[cold]
    fn flush(&mut self) {
        let written = self.json.take(self.json.bytes().len() + MORE);
        if self.failure.is_none() {
            self.failure = self.out.take(written).err();
        }
    }
}

impl Target for JsonText<'_> {
    fn lost(&self) -> bool {
        self.failure.is_some()
    }
}

impl Sink for JsonText<'_> {
    fn null(&mut self) {
        self.json().null();
    }
    fn int(&mut self, number: i64) {
        self.json().int(number);
    }
    fn number(&mut self, number: f64) {
        self.json().number(number);
    }
    fn text(&mut self, text: &str) {
        self.json().text(text);
    }
    fn open_list(&mut self) {
        self.json().open_list();
    }
    fn close_list(&mut self) {
        self.json().close_list();
    }
    fn open_object(&mut self) {
        self.json().open_object();
    }
    fn key(&mut self, key: &str) {
        self.json().key(key);
    }
    fn plain_text(&mut self, text: &'static str, quoted: &'static str) {
        self.json().plain_text(text, quoted);
    }
    fn plain_key(&mut self, key: &'static str, quoted: &'static str) {
        self.json().plain_key(key, quoted);
    }
    fn close_object(&mut self) {
        self.json().close_object();
    }
    fn as_json(&mut self) -> Option<&mut Json> {
        Some(self.json())
    }
}

#[cfg(test)]
mod tests {
    use api::{Output, Value};
    use proptest::prelude::*;

    use super::*;
    use crate::answer::tests::trees;

    fn written(tree: &Value, pretty: bool) -> String {
        let mut out = Vec::new();
        let mut text = JsonText::new(&mut out, pretty);
        Output::put(tree, &mut text);
        text.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    proptest! {
        #[test]
        fn any_tree_reads_back(tree in trees()) {
            let text = written(&tree, false);
            prop_assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), tree.clone());
            prop_assert_eq!(text, serde_json::to_string(&tree).unwrap());
        }

        #[test]
        fn pretty_is_as_people_know_it(tree in trees()) {
            prop_assert_eq!(written(&tree, true), serde_json::to_string_pretty(&tree).unwrap());
        }
    }

    #[test]
    fn a_failure_is_told_at_once_and_at_the_end() {
        struct Full;
        impl io::Write for Full {
            fn write(&mut self, _: &[u8]) -> io::Result<usize> {
                Err(io::ErrorKind::BrokenPipe.into())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        impl Destination for Full {}
        let mut out = Full;
        let portion = out.portion();
        let mut text = JsonText::new(&mut out, false);
        text.text(&"x".repeat(portion));
        assert!(!text.lost());
        text.null();
        assert!(text.lost());
        assert_eq!(text.finish().unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }
}

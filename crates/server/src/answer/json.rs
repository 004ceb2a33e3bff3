//! JSON: compact, as programs cut it out of the raw text, or spread over lines for people.

use std::io;

use api::Sink;

use super::{Target, buffer::Buffer};

/// The writer of JSON.
pub(super) struct JsonText<'a> {
    buffer: Buffer<'a>,
    place: Place,
    depth: usize,
    pretty: bool,
}

/// What the next value or key comes after.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The beginning of the text, of a list or of an object.
    Beginning,
    /// Its key.
    Key,
    /// Another item or entry.
    Another,
}

impl<'a> JsonText<'a> {
    pub(super) fn new(out: &'a mut dyn io::Write, pretty: bool) -> Self {
        Self { buffer: Buffer::new(out), place: Place::Beginning, depth: 0, pretty }
    }

    /// Writes what is left.
    pub(super) fn finish(self) -> io::Result<()> {
        self.buffer.finish()
    }

    #[inline]
    fn begin(&mut self) {
        match self.place {
            Place::Key => return,
            Place::Beginning => {}
            Place::Another => self.buffer.byte(b','),
        }
        if self.pretty && self.depth > 0 {
            self.new_line();
        }
    }

    fn raw(&mut self, text: &[u8]) {
        self.begin();
        self.buffer.push(text);
        self.place = Place::Another;
    }

    fn open(&mut self, bracket: u8) {
        self.begin();
        self.buffer.byte(bracket);
        self.place = Place::Beginning;
        self.depth += 1;
    }

    fn close(&mut self, bracket: u8) {
        self.depth = self.depth.saturating_sub(1);
        if self.pretty && self.place == Place::Another {
            self.new_line();
        }
        self.buffer.byte(bracket);
        self.place = Place::Another;
    }

    fn new_line(&mut self) {
        self.buffer.byte(b'\n');
        for _ in 0..self.depth {
            self.buffer.push(b"  ");
        }
    }

    /// Writes a text and what closes it: a quotation mark, and perhaps more.
    #[inline]
    fn quoted(&mut self, text: &str, close: &[u8]) {
        let bytes = text.as_bytes();
        // No early end: so the compiler looks at many bytes at once.
        if bytes.iter().fold(false, |found, byte| found | is_escaped(*byte)) {
            self.buffer.byte(b'"');
            self.escape(bytes);
            self.buffer.push(close);
        } else {
            self.buffer.push_between(b'"', bytes, close);
        }
    }

    #[cold]
    fn escape(&mut self, mut rest: &[u8]) {
        while let Some(place) = rest.iter().position(|byte| is_escaped(*byte)) {
            let (clean, found) = rest.split_at(place);
            self.buffer.push(clean);
            let Some((byte, after)) = found.split_first() else { break };
            match byte {
                b'\n' => self.buffer.push(b"\\n"),
                b'\r' => self.buffer.push(b"\\r"),
                b'\t' => self.buffer.push(b"\\t"),
                0x08 => self.buffer.push(b"\\b"),
                0x0c => self.buffer.push(b"\\f"),
                b'"' | b'\\' => self.buffer.push(&[b'\\', *byte]),
                other => self.buffer.push(format!("\\u{other:04x}").as_bytes()),
            }
            rest = after;
        }
        self.buffer.push(rest);
    }
}

#[inline]
const fn is_escaped(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

impl Target for JsonText<'_> {
    fn lost(&self) -> bool {
        self.buffer.lost()
    }
}

impl Sink for JsonText<'_> {
    fn null(&mut self) {
        self.raw(b"null");
    }
    fn int(&mut self, number: i64) {
        self.raw(itoa::Buffer::new().format(number).as_bytes());
    }
    fn number(&mut self, number: f64) {
        self.raw(serde_json::Value::from(number).to_string().as_bytes());
    }
    fn text(&mut self, text: &str) {
        self.begin();
        self.quoted(text, b"\"");
        self.place = Place::Another;
    }
    fn open_list(&mut self) {
        self.open(b'[');
    }
    fn close_list(&mut self) {
        self.close(b']');
    }
    fn open_object(&mut self) {
        self.open(b'{');
    }
    fn key(&mut self, key: &str) {
        self.begin();
        self.quoted(key, if self.pretty { b"\": " } else { b"\":" });
        self.place = Place::Key;
    }
    fn close_object(&mut self) {
        self.close(b'}');
    }
}

#[cfg(test)]
mod tests {
    use api::{Output, Value};
    use proptest::prelude::*;
    use serde_json::json;

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
    fn only_what_must_be_escaped_is() {
        let tree = json!({"a/\"b\\": "\u{0}\u{1f}\n\r\t\u{7f}\u{2028}é<>'", "n": [null, -1, 1.5]});
        let expected =
            "{\"a/\\\"b\\\\\":\"\\u0000\\u001f\\n\\r\\t\u{7f}\u{2028}é<>'\",\"n\":[null,-1,1.5]}";
        assert_eq!(written(&tree, false), expected);
    }

    #[test]
    fn numbers_without_a_value_are_null() {
        let mut out = Vec::new();
        let mut text = JsonText::new(&mut out, false);
        text.number(f64::NAN);
        text.finish().unwrap();
        assert_eq!(out, b"null");
    }
}

//! JSON as text in memory: compact, as programs cut it out of the raw text, or spread over lines
//! for people. The compiler knows this writer where a [`Sink`] might be any, so rows of long lists,
//! which are written into it by [`Output::put_json`](crate::Output::put_json), cost a fraction.

use std::mem;

use crate::Sink;

/// The writer.
#[derive(Debug)]
pub struct Json {
    bytes: Vec<u8>,
    place: Place,
    depth: usize,
    pretty: bool,
}

/// What the next value or key comes after.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The beginning of the text, of a list or of an object.
    Beginning,
    /// Its key.
    Key,
    /// Another item or entry.
    Another,
}

impl Json {
    /// A text with room for so many bytes before it grows.
    pub fn with_capacity(capacity: usize, pretty: bool) -> Self {
        Self { bytes: Vec::with_capacity(capacity), place: Place::Beginning, depth: 0, pretty }
    }

    /// What is written since it was last taken.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What is written.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Gives what is written since it was last taken, and goes on behind it, with room for so many
    /// bytes before it grows.
    pub fn take(&mut self, capacity: usize) -> Vec<u8> {
        mem::replace(&mut self.bytes, Vec::with_capacity(capacity))
    }

    #[inline]
    fn begin(&mut self) {
        match self.place {
            Place::Key => return,
            Place::Beginning => {}
            Place::Another => self.bytes.push(b','),
        }
        if self.pretty && self.depth > 0 {
            self.new_line();
        }
    }

    #[inline]
    fn raw(&mut self, text: &[u8]) {
        self.begin();
        self.bytes.extend_from_slice(text);
        self.place = Place::Another;
    }

    #[inline]
    fn open(&mut self, bracket: u8) {
        self.begin();
        self.bytes.push(bracket);
        self.place = Place::Beginning;
        self.depth += 1;
    }

    #[inline]
    fn close(&mut self, bracket: u8) {
        self.depth = self.depth.saturating_sub(1);
        if self.pretty && self.place == Place::Another {
            self.new_line();
        }
        self.bytes.push(bracket);
        self.place = Place::Another;
    }

    #[cold]
    fn new_line(&mut self) {
        self.bytes.push(b'\n');
        for _ in 0..self.depth {
            self.bytes.extend_from_slice(b"  ");
        }
    }

    #[inline]
    fn quoted(&mut self, text: &str) {
        let bytes = text.as_bytes();
        self.bytes.reserve(bytes.len() + 2);
        self.bytes.push(b'"');
        if has_escaped(bytes) {
            self.escape(bytes);
        } else {
            self.bytes.extend_from_slice(bytes);
        }
        self.bytes.push(b'"');
    }

    #[cold]
    fn escape(&mut self, mut rest: &[u8]) {
        while let Some(place) = rest.iter().position(|byte| is_escaped(*byte)) {
            let (clean, found) = rest.split_at(place);
            self.bytes.extend_from_slice(clean);
            let Some((byte, after)) = found.split_first() else { break };
            match byte {
                b'\n' => self.bytes.extend_from_slice(b"\\n"),
                b'\r' => self.bytes.extend_from_slice(b"\\r"),
                b'\t' => self.bytes.extend_from_slice(b"\\t"),
                0x08 => self.bytes.extend_from_slice(b"\\b"),
                0x0c => self.bytes.extend_from_slice(b"\\f"),
                b'"' | b'\\' => self.bytes.extend_from_slice(&[b'\\', *byte]),
                other => self.bytes.extend_from_slice(format!("\\u{other:04x}").as_bytes()),
            }
            rest = after;
        }
        self.bytes.extend_from_slice(rest);
    }

    /// A key that no other entry comes before, or that has a line to itself.
    #[cold]
    fn first_key(&mut self, quoted: &'static str) {
        let key = quoted.trim_start_matches(',').trim_end_matches(':');
        self.begin();
        self.bytes.extend_from_slice(key.as_bytes());
        self.colon();
    }

    #[inline]
    fn colon(&mut self) {
        self.bytes.push(b':');
        if self.pretty {
            self.bytes.push(b' ');
        }
        self.place = Place::Key;
    }
}

#[inline]
const fn is_escaped(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

/// Whether one of the bytes must be escaped: they are looked at eight at a time, the last ones once
/// more where their number is no multiple.
#[inline]
fn has_escaped(bytes: &[u8]) -> bool {
    let (eights, rest) = bytes.as_chunks::<8>();
    eights.iter().any(|eight| any_escaped(*eight))
        || match bytes.last_chunk::<8>() {
            Some(last) => any_escaped(*last),
            None => rest.iter().any(|byte| is_escaped(*byte)),
        }
}

/// Whether one of eight bytes must be escaped. Of a byte below another the subtraction borrows, so
/// that its highest bit comes to be set; bytes that had it set before are taken out.
#[inline]
const fn any_escaped(eight: [u8; 8]) -> bool {
    #[inline]
    const fn each(byte: u8) -> u64 {
        u64::from_ne_bytes([byte; 8])
    }
    #[inline]
    const fn below(eight: u64, byte: u8) -> u64 {
        eight.wrapping_sub(each(byte)) & !eight
    }
    let eight = u64::from_ne_bytes(eight);
    let control = below(eight, b' ');
    let quote = below(eight ^ each(b'"'), 1);
    let backslash = below(eight ^ each(b'\\'), 1);
    (control | quote | backslash) & each(0x80) != 0
}

impl Sink for Json {
    #[inline]
    fn null(&mut self) {
        self.raw(b"null");
    }
    #[inline]
    fn int(&mut self, number: i64) {
        match u8::try_from(number) {
            // Most are a flag, or a small amount.
            Ok(digit @ 0..10) => self.raw(&[b'0' + digit]),
            _ => self.raw(itoa::Buffer::new().format(number).as_bytes()),
        }
    }
    fn number(&mut self, number: f64) {
        self.raw(serde_json::Value::from(number).to_string().as_bytes());
    }
    #[inline]
    fn text(&mut self, text: &str) {
        self.begin();
        self.quoted(text);
        self.place = Place::Another;
    }
    #[inline]
    fn open_list(&mut self) {
        self.open(b'[');
    }
    #[inline]
    fn close_list(&mut self) {
        self.close(b']');
    }
    #[inline]
    fn open_object(&mut self) {
        self.open(b'{');
    }
    #[inline]
    fn key(&mut self, key: &str) {
        self.begin();
        self.quoted(key);
        self.colon();
    }
    #[inline]
    fn plain_text(&mut self, _: &'static str, quoted: &'static str) {
        self.raw(quoted.as_bytes());
    }
    #[inline]
    fn plain_key(&mut self, _: &'static str, quoted: &'static str) {
        if self.place == Place::Another && !self.pretty {
            self.bytes.extend_from_slice(quoted.as_bytes());
            self.place = Place::Key;
        } else {
            self.first_key(quoted);
        }
    }
    #[inline]
    fn close_object(&mut self) {
        self.close(b'}');
    }
    fn as_json(&mut self) -> Option<&mut Json> {
        Some(self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_what_must_be_escaped_is() {
        let mut json = Json::with_capacity(0, false);
        json.text("\u{0}\u{1f}\n\r\t\u{8}\u{c}\u{7f}\u{2028}é<>'/\"\\");
        let expected = "\"\\u0000\\u001f\\n\\r\\t\\b\\f\u{7f}\u{2028}é<>'/\\\"\\\\\"";
        assert_eq!(json.bytes(), expected.as_bytes());
    }

    #[test]
    fn numbers_without_a_value_are_null() {
        let mut json = Json::with_capacity(0, false);
        json.number(f64::NAN);
        assert_eq!(json.bytes(), b"null");
    }

    proptest! {
        #[test]
        fn what_is_seen_of_eight_bytes_is_seen_of_each(bytes in prop::collection::vec(any::<u8>(), 0..40)) {
            prop_assert_eq!(has_escaped(&bytes), bytes.iter().any(|byte| is_escaped(*byte)));
            let clean: Vec<u8> = bytes.into_iter().filter(|byte| !is_escaped(*byte)).collect();
            prop_assert!(!has_escaped(&clean));
        }
    }
}

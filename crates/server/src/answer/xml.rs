//! XML: an element a key, a list as its key's element repeated. Well-formed for every content:
//! keys that are no names are made names, characters that XML cannot hold become `U+FFFD`.

use std::{borrow::Cow, io, mem};

use api::Sink;
use quick_xml::escape::partial_escape;

use super::{Destination, Target, buffer::Buffer};

/// The root of API 1 answers.
pub(super) const ANSWER: &str = "result";

/// The root of what account-level API 2 answers.
pub(super) const RELAY: &str = "cpanelresult";

/// The element of items whose list has no key of its own.
const ITEM: &str = "item";

/// The writer of XML.
pub(super) struct XmlText<'a> {
    buffer: Buffer<'a>,
    /// The name of the next value's element.
    name: String,
    open: Vec<Open>,
    /// API 1 leaves empty lists out, API 0 writes one empty element.
    drops_empty_lists: bool,
}

enum Open {
    /// An object in an element of that name.
    Object(String),
    /// Items in elements of that name.
    List { name: String, empty: bool },
    /// The same for a list that is an item itself, or the root, and so has an element of its own.
    Nested { name: String },
}

impl<'a> XmlText<'a> {
    /// A document with that root.
    pub(super) fn new(out: &'a mut dyn Destination, root: &str) -> Self {
        let mut buffer = Buffer::new(out);
        buffer.push(b"<?xml version=\"1.0\" ?>");
        let drops_empty_lists = root == ANSWER;
        Self { buffer, name: name_of(root).into_owned(), open: Vec::new(), drops_empty_lists }
    }

    /// Writes what is left.
    pub(super) fn finish(self) -> io::Result<()> {
        self.buffer.finish()
    }

    /// Makes `name` that of the next value's element.
    fn begin(&mut self) {
        match self.open.last_mut() {
            Some(Open::List { name, empty }) => {
                *empty = false;
                name.clone_into(&mut self.name);
            }
            Some(Open::Nested { .. }) => ITEM.clone_into(&mut self.name),
            Some(Open::Object(_)) | None => {}
        }
    }

    fn leaf(&mut self, text: &[u8]) {
        self.begin();
        self.tag(b"<");
        self.buffer.push(text);
        self.tag(b"</");
    }

    fn tag(&mut self, bracket: &[u8]) {
        self.buffer.push(bracket);
        self.buffer.push(self.name.as_bytes());
        self.buffer.byte(b'>');
    }

    fn end(&mut self, name: String) {
        self.name = name;
        self.tag(b"</");
    }
}

/// The key as the name of an element.
fn name_of(key: &str) -> Cow<'_, str> {
    let starts = key.starts_with(is_name_start);
    if starts && key.chars().all(is_name) {
        return Cow::Borrowed(key);
    }
    let good = |letter| if is_name(letter) { letter } else { '_' };
    let fixed: String = key.chars().map(good).collect();
    // A first letter that is bad everywhere is a `_` already.
    Cow::Owned(if fixed.starts_with(is_name_start) { fixed } else { format!("_{fixed}") })
}

/// Parsers of the standard's older editions refuse many letters that are not ASCII in names, so
/// there are none.
fn is_name_start(letter: char) -> bool {
    letter.is_ascii_alphabetic() || letter == '_'
}

fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.')
}

fn is_legal(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// The text with everything replaced that no XML document may hold, not even escaped.
fn legal(text: &str) -> Cow<'_, str> {
    // All bytes that can begin an illegal character; most texts have none of them.
    let suspect = |byte: u8| byte < b' ' || byte == 0xef;
    if !text.bytes().fold(false, |found, byte| found | suspect(byte)) || text.chars().all(is_legal)
    {
        return Cow::Borrowed(text);
    }
    let replaced = |letter| if is_legal(letter) { letter } else { char::REPLACEMENT_CHARACTER };
    Cow::Owned(text.chars().map(replaced).collect())
}

impl Target for XmlText<'_> {
    fn lost(&self) -> bool {
        self.buffer.lost()
    }
}

impl Sink for XmlText<'_> {
    fn null(&mut self) {
        self.leaf(b"");
    }
    fn int(&mut self, number: i64) {
        self.leaf(itoa::Buffer::new().format(number).as_bytes());
    }
    fn number(&mut self, number: f64) {
        self.leaf(serde_json::Value::from(number).to_string().as_bytes());
    }
    fn text(&mut self, text: &str) {
        self.leaf(partial_escape(legal(text)).as_bytes());
    }
    fn open_list(&mut self) {
        self.begin();
        let is_keyed = matches!(self.open.last(), Some(Open::Object(_)));
        if !is_keyed {
            self.tag(b"<");
        }
        let name = mem::take(&mut self.name);
        self.open.push(if is_keyed {
            Open::List { name, empty: true }
        } else {
            Open::Nested { name }
        });
    }
    fn close_list(&mut self) {
        match self.open.pop() {
            Some(Open::List { name, empty: true }) if !self.drops_empty_lists => {
                self.name = name;
                self.leaf(b"");
            }
            Some(Open::Nested { name }) => self.end(name),
            _ => {}
        }
    }
    fn open_object(&mut self) {
        self.begin();
        self.tag(b"<");
        self.open.push(Open::Object(mem::take(&mut self.name)));
    }
    fn key(&mut self, key: &str) {
        self.name.clear();
        self.name.push_str(&name_of(key));
    }
    fn close_object(&mut self) {
        if let Some(Open::Object(name)) = self.open.pop() {
            self.end(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use api::{Output, Value};
    use proptest::prelude::*;
    use quick_xml::{Reader, events::Event};
    use serde_json::json;

    use super::*;
    use crate::answer::tests::trees;

    fn written(tree: &Value, root: &str) -> String {
        let mut out = Vec::new();
        let mut text = XmlText::new(&mut out, root);
        Output::put(tree, &mut text);
        text.finish().unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn objects_lists_and_nothing() {
        let tree =
            json!({"a": [1, "x<&>y", null], "none": [], "o": {"k": 1.5, "e": ""}, "n": null});
        assert_eq!(
            written(&tree, "result"),
            "<?xml version=\"1.0\" ?><result><a>1</a><a>x&lt;&amp;&gt;y</a><a></a>\
             <o><k>1.5</k><e></e></o><n></n></result>"
        );
    }

    #[test]
    fn api_0_shows_empty_lists() {
        let expected = "<?xml version=\"1.0\" ?><listaccts><acct></acct></listaccts>";
        assert_eq!(written(&json!({"acct": []}), "listaccts"), expected);
    }

    #[test]
    fn lists_in_lists_keep_their_bounds() {
        let tree = json!({"a": [[1, 2], [], [{"b": [3]}]]});
        assert_eq!(
            written(&tree, "result"),
            "<?xml version=\"1.0\" ?><result><a><item>1</item><item>2</item></a><a></a>\
             <a><item><b>3</b></item></a></result>"
        );
        let expected = "<?xml version=\"1.0\" ?><f><item>1</item></f>";
        assert_eq!(written(&json!([1]), "f"), expected);
    }

    #[test]
    fn keys_become_names() {
        let names = [
            ("a.test", "a.test"),
            ("1", "_1"),
            ("-x", "_-x"),
            ("a b:c/é", "a_b_c__"),
            ("", "_"),
            ("*", "_"),
            ("<x>", "_x_"),
        ];
        for (key, name) in names {
            assert_eq!(name_of(key), name);
        }
    }

    #[test]
    fn no_text_breaks_the_document() {
        let tree = json!({"t": "\u{0}a\u{b}\r\n\t\u{fffe}]]>\u{1f600}"});
        assert_eq!(
            written(&tree, "r"),
            "<?xml version=\"1.0\" ?><r><t>\u{fffd}a\u{fffd}&#13;\n\t\u{fffd}]]&gt;\u{1f600}</t></r>"
        );
    }

    /// The document as a tree of elements, read by another's parser.
    fn read(document: &str) -> Vec<(String, String)> {
        let mut reader = Reader::from_str(document);
        reader.config_mut().check_end_names = true;
        let (mut path, mut found) = (Vec::new(), Vec::new());
        loop {
            match reader.read_event().unwrap() {
                Event::Start(tag) => {
                    path.push(tag.name().as_ref().to_owned());
                    found.push((path.join("/"), String::new()));
                }
                Event::End(_) => drop(path.pop().unwrap()),
                Event::Text(text) => found.last_mut().unwrap().1 += &*text,
                Event::GeneralRef(entity) => {
                    let escaped = format!("&{};", &*entity);
                    let plain = quick_xml::escape::unescape(&escaped).unwrap().into_owned();
                    found.last_mut().unwrap().1 += &plain;
                }
                Event::Decl(_) => {}
                Event::Eof => break,
                other => panic!("{other:?}"),
            }
        }
        assert!(path.is_empty(), "an element is open: {path:?}");
        found
    }

    /// What [`read`] must find, from the tree alone.
    fn expected(tree: &Value, path: &str, found: &mut Vec<(String, String)>) {
        let place = found.len();
        found.push((path.to_owned(), String::new()));
        match tree {
            Value::Object(map) => {
                for (key, value) in map {
                    let name = format!("{path}/{}", name_of(key));
                    match value {
                        Value::Array(list) => list.iter().for_each(|v| expected(v, &name, found)),
                        other => expected(other, &name, found),
                    }
                }
            }
            Value::Array(list) => {
                for item in list {
                    expected(item, &format!("{path}/item"), found);
                }
            }
            Value::Null => {}
            Value::String(text) => found[place].1 = legal(text).into_owned(),
            other => found[place].1 = other.to_string(),
        }
    }

    proptest! {
        #[test]
        fn any_tree_is_a_document_that_says_the_same(tree in trees()) {
            let mut known = Vec::new();
            expected(&tree, "result", &mut known);
            prop_assert_eq!(read(&written(&tree, "result")), known);
        }

        #[test]
        fn legal_text_is_legal_and_no_longer(text in any::<String>()) {
            let fixed = legal(&text);
            prop_assert!(fixed.chars().all(is_legal));
            prop_assert_eq!(fixed.chars().count(), text.chars().count());
        }
    }
}

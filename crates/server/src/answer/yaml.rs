//! YAML in the bytes that scripts cut with patterns: `---`, sorted keys, two-space steps, items
//! below their key, the `-` of an object or list on a line of its own, numbers bare. No crate
//! writes this style. Text is bare only where no reader, of YAML 1.1 or 1.2, could take it for
//! something else.

use std::io::{self, Write};

use api::Value;

/// Words that some reader takes for a truth value or nothing.
const RESERVED: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];

/// Writes the document.
pub(super) fn write(tree: &Value, out: &mut dyn Write) -> io::Result<()> {
    let mut text = String::from("---");
    put(tree, 0, &mut text);
    out.write_all(text.as_bytes())
}

/// Writes a value after its key, its `-` or the `---`, through the end of its line.
fn put(tree: &Value, depth: usize, text: &mut String) {
    match tree {
        Value::Object(map) if !map.is_empty() => {
            text.push('\n');
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_by_key(|(key, _)| *key);
            for (key, value) in entries {
                indent(depth, text);
                put_text(key, text);
                text.push(':');
                put(value, depth + 1, text);
            }
        }
        Value::Array(list) if !list.is_empty() => {
            text.push('\n');
            for value in list {
                indent(depth, text);
                text.push('-');
                put(value, depth + 1, text);
            }
        }
        leaf => {
            text.push(' ');
            put_leaf(leaf, text);
            text.push('\n');
        }
    }
}

fn indent(depth: usize, text: &mut String) {
    text.extend(std::iter::repeat_n("  ", depth));
}

fn put_leaf(leaf: &Value, text: &mut String) {
    match leaf {
        Value::Object(_) => text.push_str("{}"),
        Value::Array(_) => text.push_str("[]"),
        Value::Null => text.push('~'),
        Value::Bool(truth) => text.push(if *truth { '1' } else { '0' }),
        Value::Number(number) => put_number(number, text),
        Value::String(content) => put_text(content, text),
    }
}

fn put_number(number: &serde_json::Number, text: &mut String) {
    match number.as_f64() {
        Some(fraction) if number.is_f64() => {
            // Never with an exponent, which YAML 1.1 reads only in one spelling.
            let digits = fraction.to_string();
            text.push_str(&digits);
            if !digits.contains('.') {
                text.push_str(".0");
            }
        }
        _ => text.push_str(&number.to_string()),
    }
}

fn put_text(content: &str, text: &mut String) {
    if is_bare(content) {
        text.push_str(content);
    } else if content.chars().any(is_unprintable) {
        put_escaped(content, text);
    } else {
        text.push('\'');
        text.push_str(&content.replace('\'', "''"));
        text.push('\'');
    }
}

/// Whether the text stands for itself without quotes. Texts that begin with a digit or a sign do
/// not: too many of them are numbers, times or dates to some reader.
fn is_bare(content: &str) -> bool {
    let starts = content.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '/'));
    let plain = |c: char| c.is_ascii_alphanumeric() || " _-./@+,;()=$%^~!?*&<>|".contains(c);
    starts
        && content.chars().all(|c| plain(c) || c == ':')
        && !content.ends_with([' ', ':'])
        && !content.contains(": ")
        && !RESERVED.iter().any(|word| word.eq_ignore_ascii_case(content))
}

/// Characters that YAML forbids, or that some reader takes for the end of a line.
fn is_unprintable(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn put_escaped(content: &str, text: &mut String) {
    text.push('"');
    for letter in content.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            other if is_unprintable(other) => {
                text.extend(["\\u", &format!("{:04X}", u32::from(other))]);
            }
            other => text.push(other),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::answer::tests::trees;

    fn written(tree: &Value) -> String {
        let mut out = Vec::new();
        write(tree, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn the_style_that_scripts_know() {
        let tree = json!({
            "metadata": {"version": 1, "result": 1, "reason": "OK", "command": "listaccts"},
            "data": {"acct": [{"user": "amy", "ip": "192.0.2.1"}, {"user": "bob", "ip": null}],
                "flags": [1, "two"], "none": [], "empty": {}},
        });
        let expected = "\
---
data:
  acct:
    -
      ip: '192.0.2.1'
      user: amy
    -
      ip: ~
      user: bob
  empty: {}
  flags:
    - 1
    - two
  none: []
metadata:
  command: listaccts
  reason: OK
  result: 1
  version: 1
";
        assert_eq!(written(&tree), expected);
    }

    #[test]
    fn texts_that_look_like_something_else_are_quoted() {
        let tree = json!({"a": "no", "b": "5", "c": "", "d": "a: b", "e": "x\ny", "f": "it's #1",
            "g": "-", "h": 1.0, "i": "a.test", "j": "0x1F", "k": "12:30", "l": " x", "1": "~"});
        let expected = "---\n'1': '~'\na: 'no'\nb: '5'\nc: ''\nd: 'a: b'\ne: \"x\\ny\"\n\
            f: 'it''s #1'\ng: '-'\nh: 1.0\ni: a.test\nj: '0x1F'\nk: '12:30'\nl: ' x'\n";
        assert_eq!(written(&tree), expected);
    }

    proptest! {
        #[test]
        fn any_tree_reads_back(tree in trees()) {
            let text = written(&tree);
            let back: Value = serde_saphyr::from_str(&text)
                .map_err(|err| TestCaseError::fail(format!("{err}\n{text}")))?;
            prop_assert_eq!(back, tree, "{}", text);
        }
    }
}

//! Character-strings: the texts of TXT records as zone files write them (RFC 1035, section 5.1).

use std::fmt::Write;

use super::RecordType;

/// The longest character-string, in bytes.
const STRING_MAX: usize = 255;
/// The most bytes that a record's texts may have together, so that an answer fits a message.
const TOTAL_MAX: usize = 32_768;

/// The text as quoted character-strings parted by spaces, each of at most 255 bytes.
pub fn quote(text: impl AsRef<[u8]>) -> String {
    let text = text.as_ref();
    if text.is_empty() {
        return "\"\"".to_owned();
    }
    write_strings(text.chunks(STRING_MAX))
}

/// Character-strings, quoted and parted by spaces.
fn write_strings(strings: impl Iterator<Item = impl AsRef<[u8]>>) -> String {
    strings.map(|string| quoted(string.as_ref())).collect::<Vec<_>>().join(" ")
}

/// An item that is no text, as zone files write it: bare, but for what must be escaped. In a
/// parameter of a service the value is quoted, not its key.
pub(super) fn bare(bytes: &[u8]) -> String {
    let ordinary = |byte: &u8| byte.is_ascii_graphic() && !b"\"\\;()".contains(byte);
    let text = String::from_utf8_lossy(bytes);
    match text.split_once('=') {
        Some((key, value)) if !value.bytes().all(|byte| ordinary(&byte)) => {
            format!("{key}={}", quoted(bytes.get(key.len() + 1..).unwrap_or_default()))
        }
        _ => text.into_owned(),
    }
}

pub(super) fn quoted(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() + 2);
    out.push('"');
    for &byte in bytes {
        match byte {
            b'"' | b'\\' => out.extend(['\\', char::from(byte)]),
            b' '..=b'~' => out.push(char::from(byte)),
            // Writing to a string cannot fail.
            other => drop(write!(out, "\\{other:03}")),
        }
    }
    out.push('"');
    out
}

/// The items of a value of that type, parted by blanks, texts bare. Names keep their escapes.
pub(super) fn items(value: &str, kind: RecordType) -> Result<Vec<Vec<u8>>, String> {
    if kind == RecordType::Txt {
        return unquote(value);
    }
    let mut items: Vec<Vec<u8>> = Vec::new();
    for item in split(value) {
        let place = items.len();
        let service = matches!(kind, RecordType::Svcb | RecordType::Https);
        items.push(match () {
            () if kind.has_text_at(place) => one_string(item)?,
            () if service && place > 1 => joined(item)?,
            () => item.as_bytes().to_vec(),
        });
    }
    Ok(items)
}

/// The text of one item.
fn one_string(item: &str) -> Result<Vec<u8>, String> {
    match <[Vec<u8>; 1]>::try_from(unquote(item)?) {
        Ok([string]) => Ok(string),
        Err(_) => Err(format!("a text may have at most {STRING_MAX} bytes")),
    }
}

/// An item of which a part may be quoted: `key="value"`.
fn joined(item: &str) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let mut bytes = item.bytes().peekable();
    let mut inside = false;
    while let Some(byte) = bytes.next() {
        match byte {
            b'"' => inside = !inside,
            b'\\' => out.push(escaped(&mut bytes)?),
            b';' | b'(' | b')' if !inside => {
                return Err("semicolons and brackets must be quoted".to_owned());
            }
            byte => out.push(plain(byte)?),
        }
    }
    if inside { Err("a quotation mark is missing at the end".to_owned()) } else { Ok(out) }
}

/// The items as they stand, parted by blanks that are not quoted.
fn split(value: &str) -> impl Iterator<Item = &str> {
    let (mut inside, mut escape) = (false, false);
    let parts = value.split(move |c: char| {
        let parts = c.is_ascii_whitespace() && !inside;
        inside ^= c == '"' && !escape;
        escape = c == '\\' && !escape;
        parts
    });
    parts.filter(|part| !part.is_empty())
}

/// The strings of a TXT record, those of more than 255 bytes as several.
pub(super) fn strings(items: &[Vec<u8>]) -> Result<Vec<Vec<u8>>, String> {
    let total: usize = items.iter().map(|item| item.len() + 1 + item.len() / STRING_MAX).sum();
    if total > TOTAL_MAX {
        return Err(format!("its texts may have at most {TOTAL_MAX} bytes together"));
    }
    let mut strings = Vec::new();
    for item in items {
        split_onto(&mut strings, item.clone());
    }
    if strings.is_empty() { Err("it must have a text".to_owned()) } else { Ok(strings) }
}

/// Reads character-strings, quoted or bare, parted by blanks. A quoted one of more than 255 bytes
/// comes out as several.
pub fn unquote(text: &str) -> Result<Vec<Vec<u8>>, String> {
    let mut strings = Vec::new();
    let mut total = 0;
    let mut bytes = text.bytes().peekable();
    loop {
        while bytes.next_if(u8::is_ascii_whitespace).is_some() {}
        let Some(first) = bytes.peek() else { break };
        let string = if *first == b'"' { read_quoted(&mut bytes)? } else { read_bare(&mut bytes)? };
        total += string.len() + 1;
        if total > TOTAL_MAX {
            return Err(format!("its texts may have at most {TOTAL_MAX} bytes together"));
        }
        split_onto(&mut strings, string);
    }
    if strings.is_empty() { Err("it must have a text".to_owned()) } else { Ok(strings) }
}

type Bytes<'a> = std::iter::Peekable<std::str::Bytes<'a>>;

fn read_quoted(bytes: &mut Bytes<'_>) -> Result<Vec<u8>, String> {
    let mut string = Vec::new();
    bytes.next();
    loop {
        match bytes.next() {
            None => return Err("a quotation mark is missing at the end".to_owned()),
            Some(b'"') => break,
            Some(b'\\') => string.push(escaped(bytes)?),
            Some(byte) => string.push(plain(byte)?),
        }
    }
    match bytes.peek() {
        Some(next) if !next.is_ascii_whitespace() => {
            Err("a blank must follow a closing quotation mark".to_owned())
        }
        _ => Ok(string),
    }
}

fn read_bare(bytes: &mut Bytes<'_>) -> Result<Vec<u8>, String> {
    let mut string = Vec::new();
    while let Some(byte) = bytes.next_if(|byte| !byte.is_ascii_whitespace()) {
        match byte {
            b'\\' => string.push(escaped(bytes)?),
            b'"' | b';' | b'(' | b')' => {
                return Err(
                    "a text with quotation marks, semicolons or brackets must be quoted".to_owned()
                );
            }
            byte => string.push(plain(byte)?),
        }
    }
    Ok(string)
}

/// Control characters must be escaped: a line feed would start another record.
fn plain(byte: u8) -> Result<u8, String> {
    if byte.is_ascii_control() {
        Err("control characters must be written as \\ and three digits".to_owned())
    } else {
        Ok(byte)
    }
}

fn escaped(bytes: &mut Bytes<'_>) -> Result<u8, String> {
    let fault = || "a \\ must be followed by a character, or by three digits up to 255".to_owned();
    let first = bytes.next().ok_or_else(fault)?;
    if !first.is_ascii_digit() {
        return plain(first);
    }
    let mut number = u16::from(first - b'0');
    for _ in 0..2 {
        let digit = bytes.next_if(u8::is_ascii_digit).ok_or_else(fault)?;
        number = number * 10 + u16::from(digit - b'0');
    }
    u8::try_from(number).map_err(|_| fault())
}

fn split_onto(strings: &mut Vec<Vec<u8>>, string: Vec<u8>) {
    if string.len() <= STRING_MAX {
        strings.push(string);
    } else {
        strings.extend(string.chunks(STRING_MAX).map(<[u8]>::to_vec));
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn texts_are_quoted_and_escaped() {
        assert_eq!(quote("v=spf1 -all"), r#""v=spf1 -all""#);
        assert_eq!(quote("a\"b\\c\nd"), r#""a\"b\\c\010d""#);
        assert_eq!(quote(""), "\"\"");
        let long = quote("x".repeat(256));
        assert_eq!(long, format!("\"{}\" \"x\"", "x".repeat(255)));
    }

    #[test]
    fn bare_and_quoted_texts_are_read() {
        assert_eq!(unquote(r#"abc "d e;" \"f\255"#).unwrap(), [&b"abc"[..], b"d e;", b"\"f\xff"]);
        assert_eq!(unquote("\"ü\"").unwrap(), ["ü".as_bytes()]);
    }

    #[test]
    fn broken_texts_are_refused() {
        let long = quote("x".repeat(TOTAL_MAX));
        for bad in [
            "",
            "  ",
            "\"a",
            "\"a\"b",
            "\"\\",
            "\\25",
            "\\256",
            "a;b",
            "\"a\nb\"",
            "\"a\\\nb\"",
            &long,
        ] {
            assert!(unquote(bad).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn what_is_quoted_is_read_back(text in proptest::collection::vec(any::<u8>(), 0..2000)) {
            let quoted = quote(&text);
            prop_assert!(quoted.bytes().all(|byte| (b' '..=b'~').contains(&byte)));
            let strings = unquote(&quoted).unwrap();
            prop_assert!(strings.iter().all(|string| string.len() <= STRING_MAX));
            prop_assert_eq!(strings.concat(), text);
        }

        #[test]
        fn reading_never_fails_otherwise_than_by_saying_so(text in ".*") {
            if let Ok(strings) = unquote(&text) {
                prop_assert!(strings.iter().all(|string| string.len() <= STRING_MAX));
                let again = write_strings(strings.iter());
                prop_assert_eq!(unquote(&again).unwrap(), strings);
            }
        }
    }
}

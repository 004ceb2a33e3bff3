//! Texts in charsets, and from one to another.

use std::borrow::Cow;

use api::{Error, Kind, Result, values::text};
use encoding_rs::{Encoding, UTF_8};

/// A charset by one of its names; `param` is where it was given. The words that leave the choice to
/// the server mean UTF-8.
pub fn find(param: &str, name: &str) -> Result<&'static Encoding> {
    if is_left_open(name) {
        return Ok(UTF_8);
    }
    Encoding::for_label(name.as_bytes()).ok_or_else(|| {
        Error::param(param, format!("“{}” is no charset that is known here.", text::shown(name)))
    })
}

/// Whether a name leaves the choice to the server.
pub fn is_left_open(name: &str) -> bool {
    ["", "_DETECT_", "_LOCALE_"].contains(&name)
}

/// The charset of some bytes: as named, or what they look like. Bytes that are no UTF-8 are taken
/// for the charset in which every byte is a character.
pub fn of(param: &str, name: &str, bytes: &[u8]) -> Result<&'static Encoding> {
    if !is_left_open(name) {
        return find(param, name);
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding);
    }
    let text = str::from_utf8(bytes).is_ok();
    Ok(if text { UTF_8 } else { encoding_rs::WINDOWS_1252 })
}

/// Bytes of a charset as text; fails where they are none of it.
pub fn decode(param: &str, encoding: &'static Encoding, bytes: &[u8]) -> Result<String> {
    let (text, _, wrong) = encoding.decode(bytes);
    if wrong {
        let problem = format!("{param}: the file is not in the charset {}.", encoding.name());
        return Err(Error::new(Kind::Conflict, problem));
    }
    Ok(text.into_owned())
}

/// Text as bytes of a charset; none where the charset lacks one of its characters.
pub fn encode<'a>(encoding: &'static Encoding, text: &'a str) -> Option<Cow<'a, [u8]>> {
    // What comes out of it when text goes in is UTF-8 for these two.
    if [encoding_rs::UTF_16LE, encoding_rs::UTF_16BE].contains(&encoding) {
        let big = encoding == encoding_rs::UTF_16BE;
        let unit = |unit: u16| if big { unit.to_be_bytes() } else { unit.to_le_bytes() };
        return Some(text.encode_utf16().flat_map(unit).collect::<Vec<u8>>().into());
    }
    let (bytes, _, wrong) = encoding.encode(text);
    (!wrong).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_go_there_and_back() {
        for name in ["UTF-8", "iso-8859-1", "utf-16le", "utf-16be", "Shift_JIS"] {
            let charset = find("charset", name).unwrap();
            let bytes = encode(charset, "grid").unwrap();
            assert_eq!(decode("charset", charset, &bytes).unwrap(), "grid", "{name}");
        }
        let latin = find("charset", "latin1").unwrap();
        assert_eq!(&*encode(latin, "é").unwrap(), b"\xe9");
        assert!(encode(latin, "日").is_none());
        assert!(find("charset", "klingon").unwrap_err().to_string().starts_with("charset: "));
    }

    #[test]
    fn a_charset_is_seen_by_the_bytes() {
        assert_eq!(of("c", "_DETECT_", "ü".as_bytes()).unwrap().name(), "UTF-8");
        assert_eq!(of("c", "_DETECT_", b"\xfc").unwrap().name(), "windows-1252");
        assert_eq!(of("c", "_DETECT_", b"\xff\xfea\0").unwrap().name(), "UTF-16LE");
        assert!(decode("c", UTF_8, b"\xfc").is_err());
    }
}

//! Parameters on the command line, coded as in forms.

use std::{ffi::OsStr, os::unix::ffi::OsStrExt as _};

use percent_encoding::percent_decode;

/// A parameter: what stands before and after the first `=`, decoded.
pub(super) fn argument(word: &OsStr) -> Result<(String, String), String> {
    let bytes = word.as_bytes();
    let mut parts = bytes.splitn(2, |byte| *byte == b'=');
    match (parts.next(), parts.next()) {
        (Some(name), Some(value)) if !name.is_empty() => Ok((decode(name), decode(value))),
        _ => Err(format!("“{}” is no parameter: write NAME=VALUE.", word.to_string_lossy())),
    }
}

/// `+` is a blank and `%XX` a byte; a `%` that begins no byte stays.
fn decode(coded: &[u8]) -> String {
    let blanks: Vec<u8> =
        coded.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    String::from_utf8_lossy(&percent_decode(&blanks).collect::<Vec<u8>>()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(word: &str) -> (String, String) {
        argument(OsStr::new(word)).unwrap()
    }

    #[test]
    fn values_are_decoded_as_in_forms() {
        for (word, value) in [
            ("a=b+c", "b c"),
            ("a=b%2Bc%3D", "b+c="),
            ("a=%C3%A4", "ä"),
            ("a=100%", "100%"),
            ("a=%zz%4", "%zz%4"),
            ("a=x & y/z=1", "x & y/z=1"),
            ("a=", ""),
        ] {
            assert_eq!(decoded(word), ("a".to_owned(), value.to_owned()), "{word}");
        }
        assert_eq!(decoded("a%2Db=1").0, "a-b");
    }

    #[test]
    fn bytes_that_are_no_text_are_replaced() {
        assert_eq!(decoded("a=%FF").1, "\u{fffd}");
    }

    #[test]
    fn a_word_without_a_name_is_refused() {
        assert!(argument(OsStr::new("a")).is_err());
        assert!(argument(OsStr::new("=a")).is_err());
    }
}

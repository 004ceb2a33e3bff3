//! Names that may stand in a path.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// The name of a user, a domain or a mailbox as it may stand in a path and in a line of any service's
/// configuration: letters, digits, `.`, `-`, `_`, `@`, `+` and `*`, beginning with a letter, a digit,
/// `_` or `*`, and at most 255 bytes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

impl Name {
    /// It as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Name {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        Self::try_from(text.to_owned())
    }
}

impl TryFrom<String> for Name {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let inner =
            |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '@' | '+' | '*');
        let first = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '*');
        if text.len() <= 255 && text.starts_with(first) && text.chars().all(inner) {
            return Ok(Self(text));
        }
        Err("is no name that may stand in a path".to_owned())
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_leave_a_folder_or_a_line_is_no_name() {
        for good in ["shop", "a.test", "*.a.test", "_dmarc", "info@a.test", "x+y"] {
            assert_eq!(good.parse::<Name>().map(String::from), Ok(good.to_owned()));
        }
        for bad in
            ["", ".", "..", "a/b", "a\nb", "a b", "-x", "@a", "ä", "a:b", "a\0", &"x".repeat(256)]
        {
            assert!(bad.parse::<Name>().is_err(), "{bad:?}");
        }
    }
}

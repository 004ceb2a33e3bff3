//! The pattern that lists of mail take.

use api::{Error, Result};
use regex::{Regex, RegexBuilder};

/// The largest compiled pattern in bytes.
const LARGEST: usize = 1 << 20;

/// A pattern, or none; it is found anywhere in a text.
pub struct Pattern(Option<Regex>);

impl Pattern {
    /// The pattern that `regex` gives.
    pub fn of(given: Option<&str>) -> Result<Self> {
        let Some(text) = given.filter(|text| !text.is_empty()) else { return Ok(Self(None)) };
        let built = RegexBuilder::new(text).size_limit(LARGEST).case_insensitive(true).build();
        match built {
            Ok(pattern) => Ok(Self(Some(pattern))),
            Err(_) => Err(Error::param("regex", "is no pattern that can be searched for")),
        }
    }

    /// Whether a text has it.
    pub fn fits(&self, text: &str) -> bool {
        self.0.as_ref().is_none_or(|pattern| pattern.is_match(text))
    }
}

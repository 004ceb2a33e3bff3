//! The patterns that lists of domains are narrowed by.

use api::{Error, Result};
use regex::{Regex, RegexBuilder};

/// The largest compiled pattern in bytes.
const LARGEST: usize = 1 << 20;

/// A pattern that names are matched against in any case; without one, all match.
pub struct Pattern(Option<Regex>);

impl Pattern {
    /// Reads it; `param` is where it was given.
    pub fn read(param: &str, text: Option<&str>) -> Result<Self> {
        let Some(text) = text.filter(|text| !text.is_empty()) else { return Ok(Self(None)) };
        let pattern = RegexBuilder::new(text).case_insensitive(true).size_limit(LARGEST).build();
        let fault = |_| Error::param(param, "is no regular expression that this server takes.");
        Ok(Self(Some(pattern.map_err(fault)?)))
    }

    /// Whether a name matches.
    pub fn matches(&self, name: &str) -> bool {
        self.0.as_ref().is_none_or(|pattern| pattern.is_match(name))
    }
}

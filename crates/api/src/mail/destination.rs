//! Where a forwarder or a catch-all sends mail, and how that is written.

use std::{fmt, str::FromStr};

use crate::{EmailAddress, UserName, values::text};

/// The longest destination in bytes.
const LONGEST: usize = 1000;

/// Where mail goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// To an address.
    Address(EmailAddress),
    /// To the mailbox of an account.
    Account(UserName),
    /// Back, with this text.
    Fail(String),
    /// Nowhere.
    Discard,
    /// To a program of the account's.
    Program(String),
}

impl fmt::Display for Destination {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(address) => f.write_str(address.as_str()),
            Self::Account(name) => f.write_str(name.as_str()),
            Self::Fail(text) => write!(f, ":fail: {text}"),
            Self::Discard => f.write_str(":blackhole:"),
            Self::Program(path) => write!(f, "|{path}"),
        }
    }
}

impl FromStr for Destination {
    type Err = String;
    fn from_str(given: &str) -> Result<Self, String> {
        text::check(given)?;
        if given.len() > LONGEST {
            return Err(format!("is longer than {LONGEST} bytes"));
        }
        if let Some(said) = given.strip_prefix(":fail:") {
            return Ok(Self::Fail(said.trim().to_owned()));
        }
        if given == ":blackhole:" {
            return Ok(Self::Discard);
        }
        if let Some(path) = given.strip_prefix('|') {
            return Ok(Self::Program(path.trim().to_owned()));
        }
        if given.contains('@') {
            return given.parse().map(Self::Address);
        }
        given.parse().map(Self::Account)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_destination_comes_back_as_it_is_written() {
        for text in
            ["a@b.test", ":fail: No such person", ":blackhole:", "|/home/amy/sort.pl", "amy"]
        {
            assert_eq!(text.parse::<Destination>().unwrap().to_string(), text);
        }
        for bad in ["", "a@", "a b", "a@b.test\nx", &"a".repeat(2000)] {
            assert!(bad.parse::<Destination>().is_err(), "{bad}");
        }
    }
}

//! What Exim's files say of domains and accounts, read as Exim reads them: a line for each key, the key in
//! quotes where it may have any sign in it.

use std::{fs, io};

use crate::{Kind, Layout, Managed, Name, Refusal};

/// Whether mail may be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum May {
    Allowed,
    Held,
    Suspended,
}

impl May {
    fn of(word: Option<&str>) -> Self {
        match word {
            Some("allowed") => Self::Allowed,
            Some("held") => Self::Held,
            _ => Self::Suspended,
        }
    }
}

/// The lines of a file: keys and values.
pub(super) struct Lines(Vec<(String, String)>);

impl Lines {
    /// The file of a domain or an account; none where there is no such file.
    pub(super) fn read(layout: &Layout, kind: Kind, name: &str) -> Result<Option<Self>, Refusal> {
        let Ok(name) = name.parse::<Name>() else { return Ok(None) };
        match fs::read_to_string(Managed { kind, name }.path(layout)) {
            Ok(text) => Ok(Some(Self::parse(&text))),
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(cause) => Err(Refusal::failed("what Exim knows could not be read", cause)),
        }
    }

    fn parse(text: &str) -> Self {
        let pair = |line: &str| {
            let (key, value) = match line.strip_prefix('"') {
                Some(rest) => rest.split_once("\":")?,
                None => line.split_once(':')?,
            };
            Some((key.to_owned(), value.trim().to_owned()))
        };
        Self(text.lines().filter_map(pair).collect())
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        let found = self.0.iter().find(|(one, _)| one.eq_ignore_ascii_case(key));
        found.map(|(_, value)| value.as_str())
    }

    /// Whether the account of this file may send.
    pub(super) fn account_may(&self) -> May {
        May::of(self.get("outgoing"))
    }

    /// Whether an address of this file's domain may send, where its account may.
    pub(super) fn address_may(&self, local: &str) -> May {
        self.get(&format!("outgoing {local}")).map_or(May::Allowed, |word| May::of(Some(word)))
    }

    /// Whether some address of this file's domain answers by itself, and not each message.
    pub(super) fn answers(&self) -> bool {
        self.0.iter().any(|(key, _)| key.starts_with("answer-once "))
    }

    /// Whether that holds of some address of this file's domain.
    pub(super) fn has_some(&self, may: May) -> bool {
        let mut addresses = self.0.iter().filter(|(key, _)| key.starts_with("outgoing "));
        addresses.any(|(_, value)| May::of(Some(value)) == may)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_with_and_without_quotes() {
        let lines =
            Lines::parse("account: amy\n\"outgoing a:b\": held\n\"outgoing c\": suspended\n");
        assert_eq!((lines.get("ACCOUNT"), lines.get("state")), (Some("amy"), None));
        assert_eq!(lines.address_may("a:b"), May::Held);
        assert_eq!(lines.address_may("C"), May::Suspended);
        assert_eq!(lines.address_may("d"), May::Allowed);
        assert_eq!(lines.account_may(), May::Suspended, "what is not said may not be done");
        assert!(lines.has_some(May::Held) && lines.has_some(May::Suspended));
    }
}

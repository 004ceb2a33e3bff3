//! What databases are called, who may do what with them, and from where.

use std::{collections::BTreeSet, fmt, net::Ipv4Addr, str::FromStr};

use crate::{
    Output, Sink, Word,
    form::{Param, Type, one},
    records::{Cell, Column, Row, parse_text},
    values::{names::name, text::shown},
};

/// A kind of database server.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    Word,
)]
pub enum Engine {
    /// MySQL, and `MariaDB`, which speaks the same language.
    #[word("mysql")]
    Mysql,
    /// PostgreSQL.
    #[word("postgresql")]
    Postgresql,
}

/// The name of a database or of a database's user, as its server keeps it. How long it may be, and
/// how it must begin, is a rule of the server and of the account.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(try_from = "String")]
pub struct DatabaseName(String);

/// The most bytes that such a name has on any server.
const LONGEST: usize = 64;

impl FromStr for DatabaseName {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let ordinary = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if (1..=LONGEST).contains(&text.len())
            && text.chars().all(ordinary)
            && text.starts_with(|c: char| c.is_ascii_alphanumeric())
        {
            return Ok(Self(text.to_owned()));
        }
        Err(format!(
            "“{}” is no name of a database or a database user: 1 to {LONGEST} letters, digits, \
             underscores and hyphens, the first a letter or a digit",
            shown(text)
        ))
    }
}

impl TryFrom<String> for DatabaseName {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

name!(DatabaseName, Type::Text);

/// What a user may do with a database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Word)]
pub enum Privilege {
    /// Change tables.
    #[word("ALTER")]
    Alter,
    /// Change and remove routines.
    #[word("ALTER ROUTINE")]
    AlterRoutine,
    /// Make tables.
    #[word("CREATE")]
    Create,
    /// Make routines.
    #[word("CREATE ROUTINE")]
    CreateRoutine,
    /// Make tables that go with the connection.
    #[word("CREATE TEMPORARY TABLES")]
    CreateTemporaryTables,
    /// Make views.
    #[word("CREATE VIEW")]
    CreateView,
    /// Remove rows.
    #[word("DELETE")]
    Delete,
    /// Remove tables.
    #[word("DROP")]
    Drop,
    /// Make and change events.
    #[word("EVENT")]
    Event,
    /// Run routines.
    #[word("EXECUTE")]
    Execute,
    /// Make and remove indexes.
    #[word("INDEX")]
    Index,
    /// Add rows.
    #[word("INSERT")]
    Insert,
    /// Lock tables.
    #[word("LOCK TABLES")]
    LockTables,
    /// Make foreign keys.
    #[word("REFERENCES")]
    References,
    /// Read rows.
    #[word("SELECT")]
    Select,
    /// See how views are made.
    #[word("SHOW VIEW")]
    ShowView,
    /// Make and remove triggers.
    #[word("TRIGGER")]
    Trigger,
    /// Change rows.
    #[word("UPDATE")]
    Update,
}

/// The privileges of a user on a database, written as a list parted by commas, or as
/// `ALL PRIVILEGES`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Privileges(BTreeSet<Privilege>);

/// How all of them are written.
const ALL: &str = "ALL PRIVILEGES";

impl Privileges {
    /// All that there are.
    pub fn all() -> Self {
        Self(Privilege::ALL.iter().copied().collect())
    }

    /// Whether they are all that there are.
    pub fn is_all(&self) -> bool {
        self.0.len() == Privilege::ALL.len()
    }

    /// Whether this is one of them.
    pub fn has(&self, privilege: Privilege) -> bool {
        self.0.contains(&privilege)
    }

    /// Them as a server lists them: `ALL PRIVILEGES` alone, or each.
    pub fn words(&self) -> Vec<&'static str> {
        if self.is_all() {
            return vec![ALL];
        }
        self.0.iter().map(|privilege| privilege.as_str()).collect()
    }
}

impl FromStr for Privileges {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        // A client parts even the words of `ALL PRIVILEGES` by a comma.
        let text = text.to_ascii_uppercase().replace("ALL,PRIVILEGES", ALL);
        let words = text.split(',').map(|word| word.trim().to_owned());
        let mut privileges = BTreeSet::new();
        for word in words.filter(|word| !word.is_empty()) {
            match word.as_str() {
                ALL | "ALL" => privileges.extend(Privilege::ALL),
                word => {
                    privileges.insert(word.parse()?);
                }
            }
        }
        if privileges.is_empty() {
            return Err(format!("names no privilege; give {ALL}, or some parted by commas"));
        }
        Ok(Self(privileges))
    }
}

impl fmt::Display for Privileges {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words().join(","))
    }
}

impl Param for Privileges {
    const TYPE: Type = Type::Text;
    fn read(texts: &[&str]) -> Result<Self, String> {
        one(texts)?.parse()
    }
}

impl Column for Privileges {
    fn read(row: &dyn Row, place: usize) -> crate::Result<Self> {
        parse_text(row, place)
    }
    fn cell(&self) -> Cell<'_> {
        Cell::Text(self.to_string().into())
    }
}

/// From where a database server is reached: an address, a range of them, a host's name, or a
/// pattern of either, in which `%` stands for anything.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct AccessHost(String);

impl FromStr for AccessHost {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let host = text.to_ascii_lowercase();
        let sound = match host.split_once('/') {
            Some((network, mask)) => is_network(network, mask),
            None => is_host(&host),
        };
        if sound && host.len() <= LONGEST - 4 {
            return Ok(Self(host));
        }
        Err(format!(
            "“{}” is neither an address, a range such as 192.0.2.0/24, nor a host name; “%” may \
             stand for any part of one",
            shown(text)
        ))
    }
}

fn is_network(network: &str, mask: &str) -> bool {
    let Ok(network) = network.parse::<Ipv4Addr>() else { return false };
    let bits = match (mask.parse::<u32>(), mask.parse::<Ipv4Addr>()) {
        (Ok(length), _) if length <= 32 => u32::MAX.checked_shl(32 - length).unwrap_or_default(),
        (_, Ok(mask)) if (!mask.to_bits()).wrapping_add(1).is_power_of_two() => mask.to_bits(),
        _ => return false,
    };
    network.to_bits() & !bits == 0
}

fn is_host(host: &str) -> bool {
    let ordinary = |c: char| c.is_ascii_alphanumeric() || "-_%".contains(c);
    let label = |label: &str| (1..=63).contains(&label.len()) && label.chars().all(ordinary);
    host.parse::<std::net::IpAddr>().is_ok() || host.split('.').all(label)
}

name!(AccessHost, Type::Text);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_of_plain_letters() {
        for good in ["a", "alice_db", "Alice-2", "1x", &"x".repeat(64)] {
            assert_eq!(good.parse::<DatabaseName>().unwrap().as_str(), good);
        }
        for bad in ["", "_x", "a b", "a`b", "a'b", "a.b", "ä", "a%", &"x".repeat(65)] {
            assert!(bad.parse::<DatabaseName>().unwrap_err().contains("letters"), "{bad}");
        }
    }

    #[test]
    fn privileges_are_read_in_any_case_and_kept_in_order() {
        let some: Privileges = "update, ALTER,select,select".parse().unwrap();
        assert_eq!(some.to_string(), "ALTER,SELECT,UPDATE");
        for all in ["ALL PRIVILEGES", "all", "all,privileges", &Privilege::WORDS.join(",")] {
            assert_eq!(all.parse::<Privileges>().unwrap().words(), ["ALL PRIVILEGES"]);
        }
        assert!("".parse::<Privileges>().unwrap_err().contains("ALL PRIVILEGES"));
        assert!("GRANT OPTION".parse::<Privileges>().unwrap_err().contains("GRANT OPTION"));
    }

    #[test]
    fn hosts_are_addresses_ranges_names_and_patterns() {
        for good in [
            "192.0.2.7",
            "2001:db8::7",
            "192.168.%.%",
            "%",
            "%.example.com",
            "192.0.2.0/24",
            "192.0.2.0/255.255.255.0",
            "0.0.0.0/0",
            "app.example.com",
        ] {
            assert_eq!(good.parse::<AccessHost>().unwrap().as_str(), good);
        }
        for bad in
            ["", "a b", "192.0.2.7/24", "192.0.2.0/33", "192.0.2.0/255.0.255.0", "a'@%", "a..b"]
        {
            assert!(bad.parse::<AccessHost>().is_err(), "{bad}");
        }
    }
}

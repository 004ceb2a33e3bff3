//! The lines of a zone as a file, which calls number: from 1, or from 0 as an index. A record keeps
//! its line as long as it is there; one that went leaves an empty line, so that who read the zone
//! before does not hit another record.

use std::fmt;

use super::{Zone, absolute_owner};
use crate::records::{ZoneLine, ZoneRecord};

/// How many lines stand before the records: a comment, the default time to live, the start of
/// authority.
pub const HEAD_LINES: u32 = 3;

/// How many empty lines are told, the first ones: who looks for a record goes by the number on its line.
const MOST_EMPTY: usize = 1000;

/// What is on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry<'a> {
    /// A comment.
    Comment(String),
    /// A control, with its text.
    Control(String),
    /// The start of authority.
    Start(&'a ZoneRecord),
    /// A record.
    Record(&'a ZoneLine),
    /// Nothing: a record was there.
    Empty,
}

impl Zone {
    /// The zone's lines, each with its index from 0.
    pub fn entries(&self) -> impl Iterator<Item = (u32, Entry<'_>)> {
        // Clients look for the words that the first line begins with.
        let first = format!("; cPanel first: the zone of {}, kept by Innkeeper", self.name());
        let head = [
            Entry::Comment(first),
            Entry::Control(format!("$TTL {}", self.soa.ttl)),
            Entry::Start(&self.soa),
        ];
        let (mut next, mut left) = (HEAD_LINES, MOST_EMPTY);
        let records = self.lines.iter().flat_map(move |line| {
            let gap = next..line.index();
            next = line.index().saturating_add(1);
            let empty = gap.take(left).map(|index| (index, Entry::Empty));
            left = left.saturating_sub(empty.len());
            empty.chain([(line.index(), Entry::Record(line))])
        });
        (0..).zip(head).chain(records)
    }
}

impl ZoneLine {
    /// The index of the record's line, from 0.
    pub fn index(&self) -> u32 {
        self.place.saturating_add(HEAD_LINES)
    }
}

impl ZoneRecord {
    /// The items of the start of authority in the order of zone files, names with their final dot.
    pub fn items(&self) -> [String; 7] {
        [
            format!("{}.", self.primary),
            format!("{}.", self.contact),
            self.serial.to_string(),
            self.refresh.to_string(),
            self.retry.to_string(),
            self.expire.to_string(),
            self.minimum.to_string(),
        ]
    }
}

/// The line as it stands in the file.
impl fmt::Display for Entry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Comment(text) | Self::Control(text) => f.write_str(text),
            Self::Start(soa) => {
                let ZoneRecord { name, ttl, .. } = soa;
                let [primary, contact, numbers @ ..] = soa.items();
                write!(f, "{name}.\t{ttl}\tIN\tSOA\t{primary}\t{contact}\t{}", numbers.join(" "))
            }
            Self::Record(line) => {
                let owner = absolute_owner(&line.name, &line.zone);
                write!(f, "{owner}\t{}\tIN\t{}\t{}", line.ttl, line.kind, line.value)
            }
            Self::Empty => Ok(()),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::zone::{ZoneOptions, initial};

    pub(crate) fn line(name: &str, kind: &str, value: &str) -> ZoneLine {
        let zone = "example.test".parse().unwrap();
        ZoneLine {
            zone,
            place: 3,
            name: name.into(),
            ttl: 14400,
            kind: kind.into(),
            value: value.into(),
        }
    }

    #[test]
    fn a_zone_is_printed_as_a_zone_file() {
        let mut zone = initial::tests::zone(ZoneOptions::default());
        zone.lines.truncate(2);
        zone.lines.push(line("www", "CNAME", "example.test."));
        assert_eq!(
            zone.to_string(),
            "; cPanel first: the zone of example.test, kept by Innkeeper\n\
             $TTL 14400\n\
             example.test.\t14400\tIN\tSOA\tns1.host.test.\tfirst\\.last.mail.test.\t\
             2026010203 3600 1800 1209600 86400\n\
             example.test.\t86400\tIN\tNS\tns1.host.test.\n\
             example.test.\t86400\tIN\tNS\tns2.host.test.\n\
             \n\
             www.example.test.\t14400\tIN\tCNAME\texample.test.\n"
        );
        let (index, entry) = zone.entries().last().unwrap();
        assert_eq!((index, entry), (zone.lines[2].index(), Entry::Record(&zone.lines[2])));
    }
}

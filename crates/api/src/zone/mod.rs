//! DNS zones: what a record may be, how it is written, what a new account's zone holds. Pure; what
//! serves zones is an adapter's.

mod binding;
mod check;
mod initial;
mod kind;
mod lines;
mod location;
mod names;
mod policy;
mod read;
#[cfg(test)]
mod roundtrip;
#[cfg(test)]
mod samples;
mod serial;
mod signing;
mod text;
mod value;
mod wire;

use std::fmt;

use crate::{
    DomainName,
    records::{ZoneLine, ZoneRecord},
};

pub use binding::Binding;
pub use check::{RECORDS_MAX, TTL_MAX, TTL_MIN, check_count, check_seconds, check_ttl};
pub use initial::{InitialZone, SERVICE_NAMES, ZoneOptions};
pub use kind::RecordType;
pub use lines::{Entry, HEAD_LINES};
pub use location::Location;
pub use names::{absolute, absolute_owner, mailbox, relative_owner};
pub use policy::Policy;
pub use serial::next_serial;
pub use signing::{DigestKind, KeyAlgorithm, PrivateKey, Signing};
pub use text::{quote, unquote};
pub use value::{RecordValue, hex};

/// A zone with all its records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Its start of authority.
    pub soa: ZoneRecord,
    /// Its records by place.
    pub lines: Vec<ZoneLine>,
    /// How it is signed, if it is.
    pub signing: Option<Signing>,
}

impl Zone {
    /// The zone's name.
    pub fn name(&self) -> &DomainName {
        &self.soa.name
    }
}

/// The zone as a zone file, whose lines are its [`Entry`]s.
impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.entries().try_for_each(|(_, entry)| writeln!(f, "{entry}"))
    }
}

//! DNS zones as rows.

use crate::{DomainName, Record, UserName};

/// A zone; its start of authority.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "zones", key = "name")]
pub struct ZoneRecord {
    /// Its name.
    pub name: DomainName,
    /// The account whose domain it is, where it is one's.
    pub account: Option<UserName>,
    /// The serial, as the date convention has it.
    pub serial: u32,
    /// The primary nameserver, without a final dot.
    pub primary: String,
    /// The contact's address as a domain name, without a final dot.
    pub contact: String,
    /// Seconds between refreshes.
    pub refresh: u32,
    /// Seconds between retries.
    pub retry: u32,
    /// Seconds until secondaries give up.
    pub expire: u32,
    /// Seconds that absence may be kept.
    pub minimum: u32,
    /// The default time to live in seconds.
    pub ttl: u32,
}

/// A record of a zone.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "zone_lines", key = "zone,place")]
pub struct ZoneLine {
    /// The zone.
    pub zone: DomainName,
    /// Its place among the zone's records; kept when others go.
    pub place: u32,
    /// Its owner name relative to the zone; empty for the zone's own.
    pub name: String,
    /// Its time to live in seconds.
    pub ttl: u32,
    /// Its type in capital letters.
    pub kind: String,
    /// Its value as zone files write it.
    pub value: String,
}

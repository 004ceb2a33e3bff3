//! DNS zones and the keys that sign them, as rows.

use crate::{DomainName, Flag, Record, UnixTime, UserName, Word, zone::PrivateKey};

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

/// Behind which place a zone's new records go; a zone without such a row has lost none of its last ones.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "zone_ends", key = "zone")]
pub struct ZoneEnd {
    /// The zone.
    pub zone: DomainName,
    /// The first place that no record ever had.
    pub place: u32,
}

/// How a zone is signed; a zone without such a row is not.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "zone_signing", key = "zone")]
pub struct ZoneSigning {
    /// The zone.
    pub zone: DomainName,
    /// Whether NSEC3 records prove what is not there; else NSEC records do.
    pub nsec3: Flag,
    /// How often NSEC3 hashes a name again.
    pub iterations: u16,
    /// What NSEC3 adds to a name, in hexadecimal; empty for nothing.
    pub salt: String,
    /// Whether an NSEC3 record tells no more than the answer needs, so that nobody can list names.
    pub narrow: Flag,
    /// Whether NSEC3 records may leave out zones below that are not signed.
    pub opt_out: Flag,
    /// The highest number that a key of the zone ever had.
    pub last_key: u32,
}

/// A key of a signed zone.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "zone_keys", key = "zone,id")]
pub struct ZoneKey {
    /// The zone.
    pub zone: DomainName,
    /// Its number, from 1; no other key of the zone ever has it.
    pub id: u32,
    /// What it signs.
    pub kind: KeyKind,
    /// Its algorithm, by the number of DNSKEY records.
    pub algorithm: u8,
    /// Its size in bits.
    pub bits: u16,
    /// Its public half as DNSKEY records have it, in Base64.
    pub public: String,
    /// Its private half: sealed in the store, open in a zone that the DNS server is given.
    pub private: PrivateKey,
    /// Whether it signs; else it is only published.
    pub active: Flag,
    /// When it was made or came here.
    pub created: UnixTime,
}

/// What a key signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum KeyKind {
    /// Everything.
    #[word("CSK")]
    Combined,
    /// The keys.
    #[word("KSK")]
    KeySigning,
    /// All but the keys.
    #[word("ZSK")]
    ZoneSigning,
}

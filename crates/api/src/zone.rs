//! A zone as the DNS port takes it: whole, ready to be served.

use crate::records::{ZoneLine, ZoneRecord};

/// A zone with all its records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Its start of authority.
    pub soa: ZoneRecord,
    /// Its records by place.
    pub lines: Vec<ZoneLine>,
}

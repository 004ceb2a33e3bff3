//! A record as it is asked for: free names, of which those count that its type has.

use std::collections::BTreeMap;

use api::{
    DomainName, Result,
    zone::{RecordType, RecordValue},
};
use functions::domain::dns::fields::{self, Fields};

/// What of the given names a type has.
pub fn fields(kind: RecordType, given: &BTreeMap<String, String>) -> Fields {
    let keys = fields::keys(kind).iter();
    keys.filter_map(|key| Some((*key, given.get(*key)?.clone()))).collect()
}

/// The value of a new record.
pub fn value(
    kind: RecordType,
    given: &BTreeMap<String, String>,
    zone: &DomainName,
) -> Result<RecordValue> {
    fields::value(kind, &fields(kind, given), zone)
}

/// An owner as clients give it: relative, or the whole name with a final dot or without.
pub fn owner(given: &str, zone: &DomainName) -> String {
    let bare = given.trim_end_matches('.');
    let whole = bare.len() < given.len()
        || bare.eq_ignore_ascii_case(zone.as_str())
        || bare.to_ascii_lowercase().ends_with(&format!(".{zone}"));
    if whole { format!("{bare}.") } else { bare.to_owned() }
}

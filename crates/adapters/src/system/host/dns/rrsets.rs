//! A zone as sets of records of one name and type, which is how the server takes and tells it; what is
//! the same on both sides is left alone.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use api::{
    records::KeyKind,
    zone::{DigestKind, Signing, Zone, absolute_owner, hex},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::content;

/// A set's name and type.
type Key = (String, String);

/// A set: its time to live, and its values.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Set {
    ttl: u32,
    values: BTreeSet<String>,
}

/// All sets of a zone.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct RrSets(BTreeMap<Key, Set>);

/// A set as the server tells it.
#[derive(Debug, Deserialize)]
pub(super) struct Found {
    name: String,
    #[serde(rename = "type")]
    kind: String,
    ttl: u32,
    records: Vec<FoundRecord>,
}

#[derive(Debug, Deserialize)]
struct FoundRecord {
    content: String,
    disabled: bool,
}

impl RrSets {
    /// The sets of a zone. A set has each value once, and one time to live: the least of its records.
    pub(super) fn of(zone: &Zone) -> Self {
        let mut sets = Self(BTreeMap::new());
        let apex = absolute_owner("", zone.name());
        sets.add(apex.clone(), "SOA", zone.soa.ttl, content::start(&zone.soa));
        for line in &zone.lines {
            match line.check(zone.name()) {
                Ok(value) => {
                    let name = absolute_owner(&line.name, zone.name());
                    sets.add(name, value.kind().as_str(), line.ttl, content::of(&value));
                }
                Err(error) => {
                    tracing::warn!(zone = %zone.name(), line.place, %error, "a record is not served");
                }
            }
        }
        if let Some(signing) = &zone.signing {
            sets.add_keys(&apex, zone.soa.ttl, signing);
        }
        sets
    }

    fn add(&mut self, name: String, kind: &str, ttl: u32, value: String) {
        let new = || Set { ttl, values: BTreeSet::new() };
        let set = self.0.entry((name, kind.to_owned())).or_insert_with(new);
        set.ttl = set.ttl.min(ttl);
        set.values.insert(value);
    }

    /// What the zone above is to know of the keys (RFC 7344): those that sign the keys.
    fn add_keys(&mut self, apex: &str, ttl: u32, signing: &Signing) {
        let enters = signing.keys.iter().filter(|key| key.active.0);
        for key in enters.filter(|key| key.kind != KeyKind::ZoneSigning) {
            let digest = hex(&key.digest(DigestKind::Sha256));
            let number = DigestKind::Sha256.number();
            let digest = format!("{} {} {number} {digest}", key.tag(), key.algorithm);
            self.add(apex.to_owned(), "CDS", ttl, digest);
            let whole = format!("{} 3 {} {}", key.kind.flags(), key.algorithm, key.public);
            self.add(apex.to_owned(), "CDNSKEY", ttl, whole);
        }
    }

    /// All of them, for a zone that is new.
    pub(super) fn whole(&self) -> Value {
        self.0.iter().map(|(key, set)| replaced(key, set)).collect()
    }

    /// What has to change for the zone to have these sets instead of those.
    pub(super) fn changes(&self, found: &[Found]) -> Vec<Value> {
        let mut there: HashMap<(&str, &str), &Found> = HashMap::new();
        there.extend(found.iter().map(|set| ((set.name.as_str(), set.kind.as_str()), set)));
        let mut changes = Vec::new();
        for (key, set) in &self.0 {
            let found = there.remove(&(key.0.as_str(), key.1.as_str()));
            if !found.is_some_and(|found| found.is(set)) {
                changes.push(replaced(key, set));
            }
        }
        changes.extend(there.into_keys().map(|(name, kind)| removed(name, kind)));
        changes
    }

    /// What has to change for the zone to have these sets instead of those.
    pub(super) fn changes_since(&self, before: &Self) -> Vec<Value> {
        let changed = self.0.iter().filter(|(key, set)| before.0.get(*key) != Some(*set));
        let mut changes: Vec<Value> = changed.map(|(key, set)| replaced(key, set)).collect();
        let gone = before.0.keys().filter(|key| !self.0.contains_key(*key));
        changes.extend(gone.map(|(name, kind)| removed(name, kind)));
        changes
    }
}

impl Found {
    fn is(&self, set: &Set) -> bool {
        self.ttl == set.ttl
            && self.records.len() == set.values.len()
            && self.records.iter().all(|one| !one.disabled && set.values.contains(&one.content))
    }
}

fn replaced((name, kind): &Key, set: &Set) -> Value {
    let records = set.values.iter().map(|value| json!({ "content": value, "disabled": false }));
    json!({
        "name": name,
        "type": kind,
        "ttl": set.ttl,
        "changetype": "REPLACE",
        "records": records.collect::<Value>(),
    })
}

fn removed(name: &str, kind: &str) -> Value {
    json!({ "name": name, "type": kind, "changetype": "DELETE", "records": [] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::host::dns::samples;

    fn found(sets: &RrSets) -> Vec<Found> {
        serde_json::from_value(sets.whole()).unwrap()
    }

    #[test]
    fn what_is_there_is_not_written_again() {
        let zone = samples::zone("a.test", &[("", "NS", "ns1.a.test."), ("www", "A", "192.0.2.1")]);
        let sets = RrSets::of(&zone);
        assert!(sets.changes(&found(&sets)).is_empty());
        assert_eq!(sets.whole().as_array().unwrap().len(), 3);
    }

    #[test]
    fn what_differs_is_replaced_and_what_is_not_ours_goes() {
        let before = samples::zone("a.test", &[("", "NS", "ns1.a.test."), ("x", "A", "192.0.2.1")]);
        let mut after =
            samples::zone("a.test", &[("", "NS", "ns1.a.test."), ("y", "A", "192.0.2.1")]);
        after.soa.serial += 1;
        let (before, after) = (RrSets::of(&before), RrSets::of(&after));
        let acts = |changes: Vec<Value>| -> BTreeSet<String> {
            let word = |change: &Value, key: &str| change[key].as_str().unwrap().to_owned();
            let act = |change| word(change, "changetype") + " " + &word(change, "name");
            changes.iter().map(act).collect()
        };
        let expected = ["DELETE x.a.test.", "REPLACE a.test.", "REPLACE y.a.test."];
        let expected: BTreeSet<String> = expected.map(str::to_owned).into();
        assert_eq!(acts(after.changes(&found(&before))), expected);
        assert_eq!(acts(after.changes_since(&before)), expected);
    }

    #[test]
    fn a_set_has_each_value_once_and_the_least_time_to_live() {
        let mut zone = samples::zone("a.test", &[("w", "A", "192.0.2.1"), ("w", "A", "192.0.2.1")]);
        zone.lines[1].ttl = 60;
        let key = ("w.a.test.".to_owned(), "A".to_owned());
        let set = Set { ttl: 60, values: BTreeSet::from(["192.0.2.1".to_owned()]) };
        assert_eq!(RrSets::of(&zone).0.get(&key), Some(&set));
    }
}

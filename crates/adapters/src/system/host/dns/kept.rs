//! The zones that were applied last, by which an edit knows what was at the places that it names. The
//! server itself knows no places.

use std::collections::{BTreeMap, VecDeque};

use api::{DomainName, ports::ZonePart, zone::Zone};

/// How many records are kept in all.
const MOST: usize = 200_000;

/// Zones without what signs them.
#[derive(Default)]
pub(super) struct Kept {
    /// The oldest first.
    zones: VecDeque<Zone>,
    lines: usize,
}

impl Kept {
    /// Keeps a zone; the oldest go where there are too many records.
    pub(super) fn keep(&mut self, zone: &Zone) {
        self.forget(zone.name());
        self.lines += zone.lines.len();
        let (soa, lines) = (zone.soa.clone(), zone.lines.clone());
        self.zones.push_back(Zone { soa, lines, signing: None });
        while self.lines > MOST
            && let Some(oldest) = self.zones.pop_front()
        {
            self.lines -= oldest.lines.len();
        }
    }

    /// Keeps a zone no longer.
    pub(super) fn forget(&mut self, name: &DomainName) -> Option<Zone> {
        let place = self.zones.iter().position(|zone| zone.name() == name)?;
        let zone = self.zones.remove(place)?;
        self.lines -= zone.lines.len();
        Some(zone)
    }

    /// Gives the zone that a part was made on, if it is kept, and keeps it no longer. What a signed
    /// zone has beside its records lives as long as its start of authority: a part that changes that is
    /// not for here.
    pub(super) fn take(&mut self, part: &ZonePart) -> Option<Zone> {
        let zone = self.forget(&part.start.name)?;
        (zone.soa.serial == part.before && zone.soa.ttl == part.start.ttl).then_some(zone)
    }
}

/// A zone with a part of it changed.
pub(super) fn with(zone: &Zone, part: &ZonePart) -> Zone {
    let mut lines: BTreeMap<u32, _> = zone.lines.iter().map(|line| (line.place, line)).collect();
    lines.extend(part.lines.iter().map(|line| (line.place, line)));
    lines.retain(|place, _| !part.gone.contains(place));
    let lines = lines.into_values().cloned().collect();
    Zone { soa: part.start.clone(), lines, signing: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::host::dns::samples;

    #[test]
    fn an_edit_changes_adds_and_removes_by_place() {
        let zone = samples::zone("a.test", &[("x", "A", "192.0.2.1"), ("y", "A", "192.0.2.2")]);
        let mut after = samples::zone(
            "a.test",
            &[("x", "A", "192.0.2.9"), ("", "", ""), ("z", "A", "192.0.2.3")],
        );
        after.lines.remove(1);
        after.soa.serial += 1;
        let part = ZonePart {
            before: zone.soa.serial,
            start: after.soa.clone(),
            lines: after.lines.clone(),
            gone: vec![1],
        };
        assert_eq!(with(&zone, &part), after);
        let mut kept = Kept::default();
        kept.keep(&zone);
        assert_eq!(kept.take(&part), Some(zone.clone()));
        assert_eq!(kept.take(&part), None, "it is kept once");
        kept.keep(&after);
        assert_eq!(kept.take(&part), None, "another serial");
    }

    #[test]
    fn no_more_records_are_kept_than_may_be() {
        let mut kept = Kept::default();
        let records = vec![("x", "A", "192.0.2.1"); 10_000];
        for number in 0..30 {
            kept.keep(&samples::zone(&format!("z{number}.test"), &records));
        }
        assert_eq!((kept.lines, kept.zones.len()), (200_000, 20));
        assert!(kept.forget(&"z29.test".parse().unwrap()).is_some());
        assert!(kept.forget(&"z0.test".parse().unwrap()).is_none());
    }
}

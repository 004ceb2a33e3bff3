//! `ZoneEdit::remove_zone_record`

use std::collections::BTreeMap;

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::dns::edit::ZoneEdit;

use super::outcome::{self, Row};

/// Removes a record of a zone of the account; the lines of others stay. The row says how it went.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
    /// The record's line, from 1.
    #[param(alias = "Line")]
    pub line: u32,
    /// What clients say of the record besides; only its line counts.
    #[param(rest)]
    pub more: BTreeMap<String, String>,
}

/// See [`Params`].
pub struct RemoveZoneRecord;

impl Function for RemoveZoneRecord {
    const NAME: &'static str = "remove_zone_record";
    const NEEDS: Needs = super::NEEDS;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Row>> {
        let written = remove(cx, &params.domain, params.line);
        Ok(outcome::of(cx, &params.domain, written))
    }
}

fn remove(cx: &Cx<'_>, zone: &DomainName, line: u32) -> Result<u32> {
    let mut edit = ZoneEdit::begin(cx, zone)?;
    edit.remove(line.saturating_sub(1))?;
    edit.commit()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn the_record_on_the_line_goes() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let call = |user: &str, line: &str| {
            let form =
                [("domain", "alice.test"), ("line", line), ("type", "CNAME"), ("name", "www")];
            let told = world.api2(user, "ZoneEdit", "remove_zone_record", &form).unwrap().data;
            told[0]["result"].clone()
        };
        assert_eq!(call("bob", "7")["statusmsg"], "There is no zone “alice.test”.");
        assert_eq!(call("alice", "7")["newserial"], 2_026_010_101);
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        assert!(zone.lines.iter().all(|line| line.name != "www"));
        let again = call("alice", "7");
        assert_eq!((&again["status"], &again["newserial"]), (&json!(0), &json!(null)));
        let start = call("alice", "3");
        assert!(start["statusmsg"].as_str().unwrap().starts_with("line: "), "{start}");
    }
}

//! `getzonerecord`

use api::{
    Acl, Cx, DomainName, Effect, Error, Function, Input, Legacy, Needs, Output, Result,
    zone::{Entry, Zone},
};

use crate::domain::dns::{access, view::Record};

/// Gives the record on a line of a zone.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
    /// The line, as `dumpzone` numbers it from 1.
    #[param(alias = "Line")]
    pub line: u32,
}

/// What `getzonerecord` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// The one record.
    pub record: Vec<Record>,
}

/// See [`Params`].
pub struct Getzonerecord;

impl Function for Getzonerecord {
    const NAME: &'static str = "getzonerecord";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let zone = access::zone(cx, &params.domain)?;
        let record = on_line(&zone, params.line)?;
        cx.reason("Record obtained.");
        Ok(Reply { record: vec![record] })
    }
}

fn on_line(zone: &Zone, line: u32) -> Result<Record> {
    let found = line
        .checked_sub(1)
        .and_then(|index| zone.entries().find(|(at, _)| *at == index).map(|(_, entry)| entry));
    match found {
        Some(Entry::Start(soa)) => Ok(Record::of_start(soa)),
        Some(Entry::Record(line)) => Record::of(line),
        _ => Err(Error::not_found(format!("line: there is no record on line {line} of the zone."))),
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn the_record_of_a_line_is_told() {
        let world = World::new().account("anna", "root");
        let form = [("domain", "anna.test"), ("Line", "6")];
        let answer = world.call("root", "getzonerecord", &form).unwrap();
        assert_eq!(answer.notes.reason.unwrap(), "Record obtained.");
        assert_eq!(
            answer.data,
            json!({"record": [{"Line": 6, "class": "IN", "name": "anna.test.", "ttl": 14400, "type": "A", "address": "192.0.2.10"}]})
        );
        let soa = world.data("root", "getzonerecord", &[("domain", "anna.test"), ("line", "3")]);
        assert_eq!(soa["record"][0]["minimum"], 86400);
    }

    #[test]
    fn a_line_without_a_record_and_a_strange_zone_are_refused() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        for line in ["0", "1", "2", "4000"] {
            let form = [("domain", "anna.test"), ("line", line)];
            assert!(world.refusal("root", "getzonerecord", &form).starts_with("line: "));
        }
        let form = [("domain", "anna.test"), ("line", "4")];
        assert_eq!(world.refusal("bob", "getzonerecord", &form), "There is no zone “anna.test”.");
    }
}

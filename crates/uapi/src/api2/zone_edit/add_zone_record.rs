//! `ZoneEdit::add_zone_record`

use std::collections::BTreeMap;

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, zone::RecordType};
use functions::domain::dns::{
    edit::{Draft, ZoneEdit},
    form::{Class, Seconds, TypeName},
};

use super::{
    asked,
    outcome::{self, Row},
};

/// Adds a record to a zone of the account. The row says how it went.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
    /// The owner: relative to the zone, or the whole name.
    pub name: String,
    /// The type.
    #[param(name = "type")]
    pub kind: TypeName,
    /// How long the record may be kept, in seconds.
    #[param(default = 14400)]
    pub ttl: Seconds,
    /// The class, which is `IN`.
    #[param(default = "IN")]
    pub class: Class,
    /// The value, name by name: `address`, `cname`, `exchange` and `preference`, `txtdata`, ...
    #[param(rest)]
    pub value: BTreeMap<String, String>,
}

/// See [`Params`].
pub struct AddZoneRecord;

impl Function for AddZoneRecord {
    const NAME: &'static str = "add_zone_record";
    const NEEDS: Needs = super::NEEDS;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Row>> {
        let written = add(cx, &params);
        Ok(outcome::of(cx, &params.domain, written))
    }
}

fn add(cx: &Cx<'_>, params: &Params) -> Result<u32> {
    let zone = &params.domain;
    let kind: RecordType = params.kind.0;
    let value = asked::value(kind, &params.value, zone)?;
    let mut edit = ZoneEdit::begin(cx, zone)?;
    edit.add(Draft { name: asked::owner(&params.name, zone), ttl: params.ttl.0, value })?;
    edit.commit()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    fn add(world: &World, user: &str, name: &str, more: &[(&str, &str)]) -> serde_json::Value {
        let form = [&[("domain", "alice.test"), ("name", name)], more].concat();
        world.api2(user, "ZoneEdit", "add_zone_record", &form).unwrap().data[0]["result"].clone()
    }

    #[test]
    fn names_are_taken_as_clients_give_them() {
        let world = World::new().account("alice", "root");
        for (name, ttl) in [
            ("_acme-challenge", "1"),
            ("_acme-challenge.sub", "60"),
            ("_acme-challenge.sub.alice.test.", "900"),
            ("_acme-challenge.alice.test", "60"),
        ] {
            let more = [("type", "TXT"), ("txtdata", name), ("ttl", ttl)];
            let told = add(&world, "alice", name, &more);
            assert_eq!(told["status"], 1, "{told}");
        }
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        let names = zone.lines.iter().filter(|line| line.name.starts_with("_acme"));
        let names: Vec<_> = names.map(|line| line.name.as_str()).collect();
        let (plain, sub) = ("_acme-challenge", "_acme-challenge.sub");
        assert_eq!(names, [plain, sub, sub, plain]);
        assert_eq!(zone.soa.serial, 2_026_010_104);
    }

    #[test]
    fn a_failure_is_a_row_with_its_reason() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let told = add(&world, "alice", "x", &[("type", "A"), ("address", "1")]);
        let reason = "address: “1” is not an IPv4 address";
        assert_eq!(told, json!({"status": 0, "statusmsg": reason, "newserial": null}));
        let told = add(&world, "bob", "x", &[("type", "A"), ("address", "192.0.2.1")]);
        assert_eq!(told["statusmsg"], "There is no zone “alice.test”.");
        let told = add(
            &world,
            "alice",
            "x",
            &[("type", "MX"), ("exchange", "mx.host.test"), ("preference", "10")],
        );
        assert_eq!((&told["status"], &told["newserial"]), (&json!(1), &json!(2_026_010_101)));
    }
}

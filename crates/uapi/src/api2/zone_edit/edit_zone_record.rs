//! `ZoneEdit::edit_zone_record`

use std::collections::BTreeMap;

use api::{
    Cx, DomainName, Effect, Error, Function, Input, Needs, Result,
    records::ZoneLine,
    zone::{HEAD_LINES, absolute_owner},
};
use functions::domain::dns::{
    edit::{Draft, ZoneEdit},
    fields,
    form::{Class, TypeName},
};

use super::{
    asked,
    outcome::{self, Row},
};

/// Changes a record of a zone of the account; what is not given stays. The row says how it went.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
    /// The record's line, from 1.
    #[param(alias = "Line")]
    pub line: u32,
    /// The owner: relative to the zone, or the whole name.
    pub name: Option<String>,
    /// The type.
    #[param(name = "type")]
    pub kind: Option<TypeName>,
    /// How long the record may be kept, in seconds.
    pub ttl: Option<u32>,
    /// The class, which is `IN`.
    #[param(default = "IN")]
    pub class: Class,
    /// The zone's serial as it was read; the call fails where it is another by now.
    pub serialnum: Option<String>,
    /// The value, name by name: `address`, `cname`, `exchange` and `preference`, `txtdata`, ...
    #[param(rest)]
    pub value: BTreeMap<String, String>,
}

/// See [`Params`].
pub struct EditZoneRecord;

impl Function for EditZoneRecord {
    const NAME: &'static str = "edit_zone_record";
    const NEEDS: Needs = super::NEEDS;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Row>> {
        let written = edit(cx, &params);
        Ok(outcome::of(cx, &params.domain, written))
    }
}

fn edit(cx: &Cx<'_>, params: &Params) -> Result<u32> {
    let mut edit = ZoneEdit::begin(cx, &params.domain)?;
    if let Some(given) = params.serialnum.as_deref().filter(|given| !given.is_empty()) {
        let serial = given.parse();
        let serial = serial.map_err(|_| Error::param("serialnum", "it must be a number"))?;
        edit.check_serial("serialnum", serial)?;
    }
    let index = params.line.saturating_sub(1);
    if params.line == HEAD_LINES {
        let given = asked::fields(api::zone::RecordType::Soa, &params.value);
        let start = fields::start(edit.start(), given)?;
        edit.set_start(start)?;
    } else {
        let draft = draft(edit.line(index)?, params)?;
        edit.replace(index, draft)?;
    }
    edit.commit()
}

/// The record as it is to be: what is given, over what there is.
fn draft(line: &ZoneLine, params: &Params) -> Result<Draft> {
    let zone = &params.domain;
    let present = line.check(zone)?;
    let kind = params.kind.map_or(present.kind(), |kind| kind.0);
    let given = asked::fields(kind, &params.value);
    let value = if kind == present.kind() {
        let mut fields = fields::of_value(&present);
        let same = given.is_empty();
        fields.extend(given);
        if same { present } else { fields::value(kind, &fields, zone)? }
    } else {
        fields::value(kind, &given, zone)?
    };
    let name = params.name.as_deref().map(|name| asked::owner(name, zone));
    let name = name.unwrap_or_else(|| absolute_owner(&line.name, zone));
    Ok(Draft { name, ttl: params.ttl.unwrap_or(line.ttl), value })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    fn edit(
        world: &World,
        user: &str,
        line: (&str, &str),
        more: &[(&str, &str)],
    ) -> serde_json::Value {
        let form = [&[("domain", "alice.test"), line], more].concat();
        world.api2(user, "ZoneEdit", "edit_zone_record", &form).unwrap().data[0]["result"].clone()
    }

    #[test]
    fn what_is_given_changes_and_the_rest_stays() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let told = edit(
            &world,
            "alice",
            ("Line", "6"),
            &[("address", "192.0.2.7"), ("serialnum", "2026010100")],
        );
        assert_eq!((&told["status"], &told["newserial"]), (&json!(1), &json!(2_026_010_101)));
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        let line = &zone.lines[2];
        assert_eq!((line.ttl, line.name.as_str(), line.value.as_str()), (14_400, "", "192.0.2.7"));
        let stale =
            edit(&world, "alice", ("line", "6"), &[("ttl", "60"), ("serialnum", "2026010100")]);
        assert_eq!((&stale["status"], &stale["newserial"]), (&json!(0), &json!(null)));
        let strange = edit(&world, "bob", ("line", "6"), &[("ttl", "60")]);
        assert_eq!(strange["statusmsg"], "There is no zone “alice.test”.");
        let none = edit(&world, "alice", ("line", "900"), &[("ttl", "60")]);
        assert!(none["statusmsg"].as_str().unwrap().starts_with("line: "), "{none}");
    }
}

//! `editzonerecord`

use api::{
    Acl, Cx, DomainName, Effect, Error, Flag, Function, Legacy, Needs, Result,
    records::{ZoneLine, ZoneRecord},
    zone::{HEAD_LINES, RecordType, absolute_owner, check_ttl},
};

use crate::domain::dns::{
    edit::{self, Draft, ZoneEdit},
    fields,
    form::{Class, TypeName, record_params},
};

record_params! {
    /// Changes the record on a line of a zone. What is not given stays, as long as the type does.
    Params {
        /// The zone.
        pub domain: DomainName,
        /// The line, as `dumpzone` numbers it from 1.
        #[param(alias = "Line")]
        pub line: u32,
        /// How long the record may be kept, in seconds; it stays where it is not given.
        pub ttl: Option<u32>,
        /// The new type of the record.
        #[param(name = "type")]
        pub kind: Option<TypeName>,
        /// The class, which is `IN`.
        pub class: Option<Class>,
        /// The new owner: relative to the zone, or absolute with a final dot.
        pub name: Option<String>,
        /// Refused: an alias at the zone's own name is flattened as it is added.
        pub flatten: Option<Flag>,
        /// Goes with `flatten`.
        pub flatten_to: Option<std::net::IpAddr>,
        /// SOA: how many lines the record takes; ignored.
        #[param(alias = "Lines")]
        pub lines: Option<u32>,
    }
}

/// See [`Params`].
pub struct Editzonerecord;

impl Function for Editzonerecord {
    const NAME: &'static str = "editzonerecord";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        if params.flatten.is_some() || params.flatten_to.is_some() {
            let rule = "is for addzonerecord: remove this record and add one with it";
            return Err(Error::param("flatten", rule));
        }
        let mut edit = ZoneEdit::begin(cx, &params.domain)?;
        if params.line == HEAD_LINES {
            let start = start(edit.start(), &params)?;
            edit.set_start(start)?;
        } else {
            let index = params.line.saturating_sub(1);
            let draft = draft(edit.line(index)?, &params)?;
            edit.replace(index, draft)?;
        }
        let serial = edit.commit()?;
        edit::tell(cx, &params.domain, serial);
        Ok(())
    }
}

/// The record as it is to be: what is given, over what there is.
fn draft(line: &ZoneLine, params: &Params) -> Result<Draft> {
    let zone = &params.domain;
    let present = line.check(zone)?;
    let kind = params.kind.map_or(present.kind(), |kind| kind.0);
    let given = params.fields();
    let touched = fields::keys(kind).iter().any(|key| given.contains_key(key));
    let value = if kind == present.kind() {
        let mut fields = fields::of_value(&present);
        fields.extend(given);
        if touched { fields::value(kind, &fields, zone)? } else { present }
    } else {
        fields::value(kind, &given, zone)?
    };
    let name = params.name.clone().unwrap_or_else(|| absolute_owner(&line.name, zone));
    Ok(Draft { name, ttl: params.ttl.unwrap_or(line.ttl), value })
}

/// The start of authority as it is to be.
fn start(present: &ZoneRecord, params: &Params) -> Result<ZoneRecord> {
    if params.kind.is_some_and(|kind| kind.0 != RecordType::Soa) {
        return Err(Error::param("type", "the start of authority can be no other record"));
    }
    let start = fields::start(present, params.fields())?;
    Ok(ZoneRecord { ttl: check_ttl(params.ttl.unwrap_or(present.ttl))?, ..start })
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    fn edit(world: &World, line: &str, more: &[(&str, &str)]) -> api::Result<()> {
        let form = [&[("domain", "anna.test"), ("Line", line)], more].concat();
        world.call("root", "editzonerecord", &form).map(|_| ())
    }

    fn record(world: &World, line: &str) -> api::Value {
        let data = world.data("root", "getzonerecord", &[("domain", "anna.test"), ("line", line)]);
        data["record"][0].clone()
    }

    #[test]
    fn what_is_given_changes_and_the_rest_stays() {
        let world = World::new().account("anna", "root");
        edit(&world, "6", &[("ttl", "300")]).unwrap();
        let wanted = json!({"Line": 6, "class": "IN", "name": "anna.test.", "ttl": 300, "type": "A", "address": "192.0.2.10"});
        assert_eq!(record(&world, "6"), wanted);
        edit(&world, "6", &[("address", "192.0.2.99"), ("ttl", "60"), ("class", "IN")]).unwrap();
        assert_eq!(record(&world, "6")["address"], "192.0.2.99");
        edit(
            &world,
            "7",
            &[("type", "TXT"), ("name", "note"), ("txtdata", "hello"), ("ttl", "60")],
        )
        .unwrap();
        assert_eq!(
            (&record(&world, "7")["name"], &record(&world, "7")["txtdata"]),
            (&json!("note.anna.test."), &json!("hello"))
        );
        let served = world.machine.find_zone("anna.test").unwrap().unwrap();
        assert_eq!(served.soa.serial, 2_026_010_103);
        assert!(served.lines.iter().any(|line| line.value == "192.0.2.99" && line.ttl == 60));
    }

    #[test]
    fn the_start_of_authority_is_edited_and_its_serial_never_goes_back() {
        let world = World::new().account("anna", "root");
        edit(
            &world,
            "3",
            &[
                ("ttl", "3600"),
                ("rname", "first.last@mail.test"),
                ("mname", "ns9.host.test"),
                ("serial", "2026010100"),
            ],
        )
        .unwrap();
        let soa = record(&world, "3");
        assert_eq!(
            (&soa["rname"], &soa["mname"]),
            (&json!("first\\.last.mail.test"), &json!("ns9.host.test"))
        );
        assert_eq!((&soa["serial"], &soa["ttl"]), (&json!(2_026_010_101_u32), &json!(3600)));
        edit(&world, "3", &[("serial", "2026020200")]).unwrap();
        assert_eq!(record(&world, "3")["serial"], 2_026_020_200_u32);
        for (name, value) in [
            ("serial", "2026010101"),
            ("refresh", "0"),
            ("rname", "a b"),
            ("mname", "."),
            ("type", "A"),
        ] {
            let said = edit(&world, "3", &[(name, value)]).unwrap_err().to_string();
            assert!(said.starts_with(&format!("{name}: ")), "{said}");
        }
        edit(&world, "6", &[("ttl", "60")]).unwrap();
        assert_eq!(record(&world, "3")["serial"], 2_026_020_201_u32);
    }

    #[test]
    fn a_line_that_another_removed_hits_no_other_record() {
        let world = World::new().account("anna", "root");
        let ftp = record(&world, "9");
        world.call("root", "removezonerecord", &[("domain", "anna.test"), ("Line", "8")]).unwrap();
        let said = edit(&world, "8", &[("ttl", "60")]).unwrap_err().to_string();
        assert!(said.starts_with("line: "), "{said}");
        assert_eq!(record(&world, "9"), ftp);
    }

    #[test]
    fn what_is_wrong_is_named_and_strangers_see_no_zone() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        for (line, form, said) in [
            ("1", &[("ttl", "60")][..], "line: "),
            ("6", &[("address", "x")], "address: "),
            ("6", &[("type", "MX")], "preference: is required"),
            ("6", &[("name", "www")], "cname: "),
            ("4", &[("type", "A"), ("address", "192.0.2.1"), ("name", "b a")], "name: "),
            ("6", &[("flatten", "1")], "flatten: "),
        ] {
            let told = edit(&world, line, form).unwrap_err().to_string();
            assert!(told.starts_with(said), "{told}");
        }
        let form = [("domain", "anna.test"), ("line", "6"), ("ttl", "60")];
        assert_eq!(world.refusal("bob", "editzonerecord", &form), "There is no zone “anna.test”.");
    }
}

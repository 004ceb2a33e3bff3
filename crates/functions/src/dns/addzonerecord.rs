//! `addzonerecord`

use api::{
    Acl, Cx, DomainName, Effect, Error, Flag, Function, Legacy, Needs, Result,
    zone::{RecordType, RecordValue, relative_owner},
};

use crate::domain::dns::{
    edit::{self, Draft, ZoneEdit},
    fields::{self, Fields},
    form::{Class, Seconds, TypeName, record_params},
    lookup,
};

record_params! {
    /// Adds a record to a DNS zone. Each type has its own parameters for the value.
    Params {
        /// The zone.
        pub domain: DomainName,
        /// The type of the record.
        #[param(name = "type")]
        pub kind: TypeName,
        /// The owner: relative to the zone, or absolute with a final dot.
        pub name: String,
        /// The class, which is `IN`.
        #[param(default = "IN")]
        pub class: Class,
        /// How long the record may be kept, in seconds.
        #[param(default = 86400)]
        pub ttl: Seconds,
        /// CNAME at the zone's own name: 1 stores the address that the name has now.
        pub flatten: Option<Flag>,
        /// CNAME with `flatten`: the address to store, instead of looking it up.
        pub flatten_to: Option<std::net::IpAddr>,
        /// PTR: the name of the reverse zone, which is the one that `domain` names.
        pub zone: Option<String>,
        /// SOA: how many lines the record takes; ignored.
        #[param(name = "Lines")]
        pub lines: Option<u32>,
    }
}

/// See [`Params`].
pub struct Addzonerecord;

impl Function for Addzonerecord {
    const NAME: &'static str = "addzonerecord";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let given = params.fields();
        let value = match params.flatten {
            Some(flatten) if params.kind.0 == RecordType::Cname => {
                flattened(cx, &params, flatten, given)?
            }
            _ => fields::value(params.kind.0, &given, &params.domain)?,
        };
        let mut edit = ZoneEdit::begin(cx, &params.domain)?;
        edit.add(Draft { name: params.name, ttl: params.ttl.0, value })?;
        let serial = edit.commit()?;
        edit::tell(cx, &params.domain, serial);
        Ok(())
    }
}

/// The address that a name has, in the place of an alias that may not stand there.
fn flattened(
    cx: &Cx<'_>,
    params: &Params,
    flatten: Flag,
    mut given: Fields,
) -> Result<RecordValue> {
    if !flatten.0 || !relative_owner(&params.name, &params.domain)?.is_empty() {
        let rule = "must be 1, and is for a CNAME at the zone's own name only";
        return Err(Error::param("flatten", rule));
    }
    let RecordValue::Cname(name) = fields::value(RecordType::Cname, &given, &params.domain)? else {
        return Err(Error::param("cname", "is required"));
    };
    let address = match params.flatten_to {
        Some(address) => address.to_string(),
        None => {
            let name = name.parse().map_err(|problem: String| Error::param("cname", problem))?;
            lookup::ipv4(cx, &name)?
                .ok_or_else(|| Error::param("cname", format!("“{name}” has no address")))?
        }
    };
    let kind = if address.contains(':') { RecordType::Aaaa } else { RecordType::A };
    given.insert("address", address);
    fields::value(kind, &given, &params.domain)
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    fn served(world: &World, name: &str, kind: &str) -> Vec<String> {
        let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
        let lines = zone.lines.iter().filter(|line| line.name == name && line.kind == kind);
        lines.map(|line| format!("{} {}", line.ttl, line.value)).collect()
    }

    #[test]
    fn records_of_every_kind_are_added_and_served() {
        type Case = (&'static str, &'static [(&'static str, &'static str)], &'static str);
        let world = World::new().account("anna", "root");
        let cases: &[Case] = &[
            ("A", &[("address", "192.0.2.1")], "192.0.2.1"),
            (
                "caa",
                &[("flag", "1"), ("tag", "issue"), ("value", "ca.test")],
                "128 issue \"ca.test\"",
            ),
            ("CNAME", &[("cname", "host.test")], "host.test."),
            (
                "LOC",
                &[
                    ("latitude", "41 51 54.305 N"),
                    ("longitude", "87 36 47.95 W"),
                    ("altitude", "178m"),
                ],
                "41 51 54.305 N 87 36 47.950 W 178m 1m 10000m 10m",
            ),
            ("MX", &[("preference", "10"), ("exchange", "mail.host.test")], "10 mail.host.test."),
            ("PTR", &[("ptrdname", "host.test."), ("zone", "anna.test")], "host.test."),
            (
                "SRV",
                &[("priority", "1"), ("weight", "2"), ("port", "3"), ("target", "sip")],
                "1 2 3 sip.anna.test.",
            ),
            (
                "HTTPS",
                &[("priority", "1"), ("target", "."), ("params", "alpn=\"h2,h3\"")],
                "1 . alpn=h2,h3",
            ),
            ("TXT", &[("txtdata", "\"a b\"")], "\"a b\""),
        ];
        for (kind, fields, value) in cases {
            let mut form = vec![("domain", "anna.test"), ("type", *kind), ("ttl", "300")];
            let name = format!("new-{}", kind.to_lowercase());
            form.push(("name", &name));
            form.extend_from_slice(fields);
            let answer = world.call("root", "addzonerecord", &form).unwrap();
            assert!(answer.notes.reason.unwrap().starts_with("The zone anna.test is reloaded"));
            assert_eq!(served(&world, &name, &kind.to_uppercase()), [format!("300 {value}")]);
        }
    }

    #[test]
    fn an_alias_at_the_zones_own_name_becomes_an_address() {
        let world = World::new().account("anna", "root");
        let add = |name, more: &[(&str, &str)]| {
            let form = [
                ("domain", "anna.test"),
                ("type", "CNAME"),
                ("name", name),
                ("cname", "ns1.host.test"),
            ];
            world.call("root", "addzonerecord", &[&form[..], more].concat())
        };
        assert!(add("anna.test.", &[]).unwrap_err().to_string().starts_with("cname: "));
        assert!(
            add("anna.test.", &[("flatten", "0")])
                .unwrap_err()
                .to_string()
                .starts_with("flatten: ")
        );
        assert!(add("www2", &[("flatten", "1")]).unwrap_err().to_string().starts_with("flatten: "));
        add("anna.test.", &[("flatten", "1")]).unwrap();
        add("anna.test.", &[("flatten", "1"), ("flatten_to", "192.0.2.77")]).unwrap();
        let served = served(&world, "", "A");
        assert_eq!(served[1..], ["86400 192.0.2.53", "86400 192.0.2.77"]);
    }

    #[test]
    fn what_is_wrong_is_named_and_nothing_changes() {
        let world = World::new().account("anna", "root");
        let before = world.machine.find_zone("anna.test").unwrap();
        for (form, said) in [
            (&[("type", "A"), ("name", "x")][..], "address: is required"),
            (&[("type", "A"), ("name", "x"), ("address", "::1")], "address: "),
            (&[("type", "A"), ("name", "x"), ("address", "192.0.2.1"), ("ttl", "0")], "ttl: "),
            (&[("type", "A"), ("name", "a b"), ("address", "192.0.2.1")], "name: "),
            (&[("type", "A"), ("name", "$INCLUDE"), ("address", "192.0.2.1")], "name: "),
            (&[("type", "A"), ("name", "x"), ("address", "192.0.2.1"), ("class", "CH")], "class: "),
            (&[("type", "LUA"), ("name", "x")], "type: "),
            (&[("type", "ALIAS"), ("name", "x"), ("alias", "host.test")], "type: "),
            (
                &[
                    ("type", "SOA"),
                    ("name", "x"),
                    ("mname", "a"),
                    ("rname", "b"),
                    ("serial", "1"),
                    ("refresh", "1"),
                    ("retry", "1"),
                    ("expire", "1"),
                    ("minimum", "1"),
                ],
                "type: ",
            ),
            (&[("type", "A"), ("name", "www"), ("address", "192.0.2.1")], "cname: "),
            (&[("type", "TXT"), ("name", "x"), ("txtdata", "a\nb")], "txtdata: "),
        ] {
            let form = [&[("domain", "anna.test")], form].concat();
            let told = world.refusal("root", "addzonerecord", &form);
            assert!(told.starts_with(said), "{form:?}: {told}");
        }
        assert_eq!(world.machine.find_zone("anna.test").unwrap(), before);
    }

    #[test]
    fn another_owners_zone_is_as_good_as_absent() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        let form =
            |zone| [("domain", zone), ("type", "A"), ("name", "x"), ("address", "192.0.2.1")];
        let strange = world.refusal("bob", "addzonerecord", &form("anna.test"));
        let absent = world.refusal("bob", "addzonerecord", &form("none.test"));
        assert_eq!(strange.replace("anna", "none"), absent);
    }

    #[test]
    fn eight_editors_at_once_lose_nothing() {
        let world = World::new().account("anna", "root");
        let before = world.machine.find_zone("anna.test").unwrap().unwrap();
        let edit = |editor: usize| {
            let mut last = before.soa.serial;
            for number in 0..25 {
                let name = format!("e{editor}-{number}");
                let form = [
                    ("domain", "anna.test"),
                    ("type", "A"),
                    ("name", &name),
                    ("address", "192.0.2.1"),
                ];
                let answer = world.call("root", "addzonerecord", &form).unwrap();
                let reason = answer.notes.reason.unwrap();
                let serial = reason.trim_end_matches('.').rsplit(' ').next().unwrap();
                let serial: u32 = serial.parse().unwrap();
                assert!(serial > last, "{reason}");
                last = serial;
            }
        };
        std::thread::scope(|scope| {
            for editor in 0..8 {
                scope.spawn(move || edit(editor));
            }
        });
        let after = world.machine.find_zone("anna.test").unwrap().unwrap();
        assert_eq!(after.lines.len(), before.lines.len() + 200);
        assert_eq!(after.soa.serial, before.soa.serial + 200);
    }

    #[test]
    fn eight_editors_of_200_edits_each_lose_nothing() {
        let world = World::new().account("anna", "root");
        let zone = || world.machine.find_zone("anna.test").unwrap().unwrap();
        let before = zone();
        let work = |editor: u32| {
            let mut last = before.soa.serial;
            for number in 0..200 {
                let name = format!("e{editor}-{number}");
                let form = [
                    ("domain", "anna.test"),
                    ("name", &name),
                    ("type", "A"),
                    ("address", "192.0.2.7"),
                ];
                world.call("root", "addzonerecord", &form).unwrap();
                let serial = zone().soa.serial;
                assert!(serial > last, "{serial} does not follow {last}");
                last = serial;
            }
        };
        std::thread::scope(|scope| {
            for editor in 0..8 {
                scope.spawn(move || work(editor));
            }
        });
        let after = zone();
        assert_eq!(after.lines.len(), before.lines.len() + 1600);
        assert_eq!(after.soa.serial, before.soa.serial + 1600);
        let names: std::collections::HashSet<_> =
            after.lines.iter().map(|line| &line.name).collect();
        assert!((0..8).all(|editor| (0..200).all(|number| names.contains(&format!("e{editor}-{number}")))));
    }
}

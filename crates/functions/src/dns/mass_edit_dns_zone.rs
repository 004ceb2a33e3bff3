//! `mass_edit_dns_zone`

use api::{Acl, Cx, DomainName, Effect, Function, Input, JsonText, Needs, Output, Result};

use crate::domain::dns::mass::{self, Edits, Item};

/// Adds, changes and removes many records of a zone at once: all of it, or nothing.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone's serial as it was read; the call fails where it is another by now.
    pub serial: u32,
    /// The zone.
    pub zone: DomainName,
    /// A record to add: `{"dname":"www","ttl":300,"record_type":"A","data":["192.0.2.1"]}`. A name
    /// without a final dot is relative to the zone; `data` has the items in the order of zone
    /// files, texts without quotation marks. Given several times for several.
    #[param(family)]
    pub add: Vec<JsonText<Item>>,
    /// A record to put on a line: the same with its `line_index`, from 0. Given several times for
    /// several.
    #[param(family)]
    pub edit: Vec<JsonText<Item>>,
    /// The index of a line, from 0, whose record goes. Given several times for several.
    #[param(family)]
    pub remove: Vec<u32>,
}

/// What `mass_edit_dns_zone` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// The zone's new serial, as text.
    pub new_serial: String,
}

/// See [`Params`].
pub struct MassEditDnsZone;

impl Function for MassEditDnsZone {
    const NAME: &'static str = "mass_edit_dns_zone";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let Params { serial, zone, add, edit, remove } = params;
        let serial = mass::edit(cx, &zone, serial, Edits { add, edit, remove })?;
        Ok(Reply { new_serial: serial.to_string() })
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Acl, Kind,
        records::{Subject, ZoneLine},
        zone::HEAD_LINES,
    };
    use serde_json::json;

    use crate::{domain::apply, testing::World};

    fn edit(world: &World, serial: &str, more: &[(&str, &str)]) -> api::Result<String> {
        let form = [&[("zone", "anna.test"), ("serial", serial)], more].concat();
        let answer = world.call("root", "mass_edit_dns_zone", &form)?;
        Ok(answer.data["new_serial"].as_str().unwrap().to_owned())
    }

    fn served(world: &World, name: &str) -> Vec<String> {
        let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
        let lines = zone.lines.iter().filter(|line| line.name == name);
        lines.map(|line| format!("{} {} {}", line.ttl, line.kind, line.value)).collect()
    }

    const CHALLENGE: &str = r#"{"dname":"_acme-challenge.anna.test.","ttl":300,"record_type":"TXT","data":["Zx9 \"q\""]}"#;

    #[test]
    fn a_certificate_clients_round_passes() {
        let world = World::new().account("anna", "root");
        let serial = edit(&world, "2026010100", &[("add", CHALLENGE)]).unwrap();
        assert_eq!(serial, "2026010101");
        assert_eq!(served(&world, "_acme-challenge"), [r#"300 TXT "Zx9 \"q\"""#]);
        let told = world.data("root", "parse_dns_zone", &[("zone", "anna.test")]);
        let index = told["payload"].as_array().unwrap().last().unwrap()["line_index"].to_string();
        edit(&world, &serial, &[("remove", &index)]).unwrap();
        assert!(served(&world, "_acme-challenge").is_empty());
    }

    #[test]
    fn all_edits_are_one_change_of_lines_that_stay() {
        let (world, commits) = World::counting();
        let world = world.account("anna", "root");
        commits.take();
        let form = [
            (
                "edit",
                r#"{"line_index":5,"dname":"anna.test.","ttl":60,"record_type":"A","data":["192.0.2.99"]}"#,
            ),
            (
                "edit-1",
                r#"{"line_index":2,"dname":"anna.test.","ttl":3600,"record_type":"SOA","data":["ns9.host.test.","a.b.test.","2026010100","1","2","3","4"]}"#,
            ),
            ("remove", "6"),
            ("remove", "7"),
            ("add", CHALLENGE),
            ("add", r#"{"dname":"www","ttl":"300","record_type":"AAAA","data":["2001:db8::1"]}"#),
        ];
        assert_eq!(edit(&world, "2026010100", &form).unwrap(), "2026010101");
        assert_eq!(commits.take(), 1);
        let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
        assert_eq!(
            (zone.soa.primary.as_str(), zone.soa.minimum, zone.soa.ttl),
            ("ns9.host.test", 4, 3600)
        );
        assert_eq!(served(&world, "")[2], "60 A 192.0.2.99");
        assert_eq!(served(&world, "www"), ["300 AAAA 2001:db8::1"]);
        let told = world.data("root", "getzonerecord", &[("domain", "anna.test"), ("line", "9")]);
        assert_eq!(told["record"][0]["name"], json!("ftp.anna.test."));
    }

    #[test]
    fn a_stale_serial_is_refused_with_the_present_one() {
        let world = World::new().account("anna", "root");
        edit(&world, "2026010100", &[("add", CHALLENGE)]).unwrap();
        let problem = edit(&world, "2026010100", &[("add", CHALLENGE)]).unwrap_err();
        assert_eq!(problem.kind(), Kind::Conflict);
        assert!(
            problem.to_string().starts_with("serial: the zone anna.test has the serial 2026010101")
        );
        assert_eq!(served(&world, "_acme-challenge").len(), 1);
    }

    #[test]
    fn one_wrong_item_leaves_all_as_it_was_and_is_named() {
        let world = World::new().account("anna", "root");
        let before = world.machine.find_zone("anna.test").unwrap();
        for (param, value, said) in [
            ("add", "{", "add: is not JSON"),
            (
                "add",
                r#"{"ttl":300,"record_type":"A","data":["192.0.2.1"]}"#,
                "add: dname is missing",
            ),
            (
                "add",
                r#"{"dname":"x","ttl":300,"record_type":"LUA","data":["x"]}"#,
                "add: record_type: ",
            ),
            (
                "add",
                r#"{"dname":"x","ttl":300,"record_type":"A","data":["x"]}"#,
                "add: item 2: address: ",
            ),
            (
                "add",
                r#"{"dname":"x","ttl":0,"record_type":"A","data":["192.0.2.1"]}"#,
                "add: item 2: ttl: ",
            ),
            (
                "add",
                r#"{"dname":"$GENERATE","ttl":300,"record_type":"A","data":["192.0.2.1"]}"#,
                "add: item 2: name: ",
            ),
            (
                "add",
                r#"{"dname":"@","ttl":300,"record_type":"SOA","data":["x"]}"#,
                "add: item 2: type: ",
            ),
            (
                "edit",
                r#"{"dname":"x","ttl":300,"record_type":"A","data":["192.0.2.1"]}"#,
                "edit: item 1: line: ",
            ),
            (
                "edit",
                r#"{"line_index":2,"dname":"@","ttl":300,"record_type":"A","data":["192.0.2.1"]}"#,
                "edit: item 1: record_type: ",
            ),
            (
                "edit",
                r#"{"line_index":2,"dname":"@","ttl":300,"record_type":"SOA","data":["a.","b.","1","1","1","1","1"]}"#,
                "edit: item 1: serial: ",
            ),
            ("remove", "2", "remove: item 1: line: "),
            ("remove", "x", "remove: "),
        ] {
            let told =
                edit(&world, "2026010100", &[("add", CHALLENGE), (param, value)]).unwrap_err();
            assert!(told.to_string().starts_with(said), "{value}: {told}");
        }
        let twice = [("remove", "5"), ("remove", "5")];
        assert!(
            edit(&world, "2026010100", &twice)
                .unwrap_err()
                .to_string()
                .starts_with("remove: item 2: line: ")
        );
        assert!(edit(&world, "2026010100", &[]).unwrap_err().to_string().starts_with("add: "));
        assert_eq!(world.machine.find_zone("anna.test").unwrap(), before);
    }

    #[test]
    fn another_owners_zone_is_as_good_as_absent() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        let form = [("zone", "anna.test"), ("serial", "2026010100"), ("add", CHALLENGE)];
        assert_eq!(
            world.refusal("bob", "mass_edit_dns_zone", &form),
            "There is no zone “anna.test”."
        );
    }

    #[test]
    fn a_hundred_edits_of_a_large_zone_are_one_change() {
        let (world, commits) = World::counting();
        let world = world.account("anna", "root");
        let mut zone = world.machine.find_zone("anna.test").unwrap().unwrap().as_ref().clone();
        let tx = world.host.store.write().unwrap();
        for place in 100..10_000 - u32::try_from(zone.lines.len()).unwrap() + 100 {
            let line = ZoneLine { place, name: format!("n{place}"), ..zone.lines[2].clone() };
            tx.insert(&line).unwrap();
            zone.lines.push(line);
        }
        tx.commit().unwrap();
        let subject = Subject::Zone("anna.test".parse().unwrap());
        apply::subject(&world.host, &subject).unwrap();
        commits.take();
        let item = |place: u32| {
            let index = place + HEAD_LINES;
            format!(
                r#"{{"line_index":{index},"dname":"n{place}","ttl":60,"record_type":"A","data":["192.0.2.99"]}}"#
            )
        };
        let items: Vec<String> = (5000..5100).map(item).collect();
        let form: Vec<_> = items.iter().map(|item| ("edit", item.as_str())).collect();
        edit(&world, "2026010100", &form).unwrap();
        assert_eq!(commits.take(), 1);
        let served = world.machine.find_zone("anna.test").unwrap().unwrap();
        let changed = served.lines.iter().zip(&zone.lines).filter(|(new, old)| new != old);
        assert_eq!((served.lines.len(), changed.count()), (10_000, 100));
        let more = edit(&world, "2026010101", &[("add", CHALLENGE)]).unwrap_err().to_string();
        assert!(more.starts_with("zone: "), "{more}");
    }

    #[test]
    fn eight_editors_who_read_again_lose_nothing() {
        let world = World::new().account("anna", "root");
        let before = world.machine.find_zone("anna.test").unwrap().unwrap();
        let work = |editor: u32| {
            for number in 0..25 {
                let add = format!(
                    r#"{{"dname":"e{editor}-{number}","ttl":300,"record_type":"TXT","data":["x"]}}"#
                );
                loop {
                    let serial = world.machine.find_zone("anna.test").unwrap().unwrap().soa.serial;
                    match edit(&world, &serial.to_string(), &[("add", &add)]) {
                        Ok(new) => break assert!(new.parse::<u32>().unwrap() > serial),
                        Err(problem) => assert_eq!(problem.kind(), Kind::Conflict, "{problem}"),
                    }
                }
            }
        };
        std::thread::scope(|scope| {
            for editor in 0..8 {
                scope.spawn(move || work(editor));
            }
        });
        let after = world.machine.find_zone("anna.test").unwrap().unwrap();
        assert_eq!(after.lines.len(), before.lines.len() + 200);
        assert_eq!(after.soa.serial, before.soa.serial + 200);
    }
}

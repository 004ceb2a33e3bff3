//! `ZoneEdit::fetchzone_records`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result};

use super::rows::{self, Filter, Row};

/// Gives the lines of a zone of the account, by line; only those of which all holds that is asked.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
    /// Only records of this owner.
    pub name: Option<String>,
    /// Only records of this type.
    #[param(name = "type")]
    pub kind: Option<String>,
    /// Only TXT records of this text.
    pub txtdata: Option<String>,
    /// Only records of this time to live.
    pub ttl: Option<u32>,
    /// Only this line, from 1.
    #[param(alias = "Line")]
    pub line: Option<u32>,
    /// Only records of this class.
    pub class: Option<String>,
    /// Only A and AAAA records of this address.
    pub address: Option<String>,
    /// Only aliases of this name.
    pub cname: Option<String>,
    /// Only records that the server did not make itself.
    #[param(default = 0)]
    pub customonly: Flag,
}

/// See [`Params`].
pub struct FetchzoneRecords;

impl Function for FetchzoneRecords {
    const NAME: &'static str = "fetchzone_records";
    const NEEDS: Needs = super::NEEDS;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Row>> {
        let Params { domain, name, kind, txtdata, ttl, line, class, address, cname, customonly } =
            params;
        let filter = Filter { name, kind, txtdata, ttl, line, class, address, cname, customonly };
        rows::find(cx, &domain, &filter).map(|(_, rows)| rows)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    fn rows(world: &World, user: &str, more: &[(&str, &str)]) -> serde_json::Value {
        let form = [&[("domain", "alice.test")], more].concat();
        world.api2(user, "ZoneEdit", "fetchzone_records", &form).unwrap().data
    }

    #[test]
    fn rows_are_as_clients_read_them() {
        let world = World::new().account("alice", "root");
        let told = rows(&world, "alice", &[]);
        assert!(told[0]["raw"].as_str().unwrap().starts_with("; cPanel first"));
        assert_eq!((&told[0]["type"], &told[0]["record"]), (&json!(":RAW"), &json!(null)));
        assert_eq!((&told[1]["type"], &told[1]["ttl"]), (&json!("$TTL"), &json!("14400")));
        assert_eq!(
            (&told[2]["serial"], &told[2]["minimum"]),
            (&json!("2026010100"), &json!("86400"))
        );
        let text = serde_json::to_string(&told[5]).unwrap();
        let wanted = r#"{"line":6,"Line":6,"class":"IN","name":"alice.test.","ttl":14400,"type":"A","address":"192.0.2.10","record":"192.0.2.10"}"#;
        assert_eq!(text, wanted);
        let mx = rows(&world, "alice", &[("type", "MX")]);
        assert_eq!((&mx[0]["preference"], &mx[0]["record"]), (&json!("0"), &json!(null)));
    }

    #[test]
    fn all_that_is_asked_must_hold() {
        let world = World::new().account("alice", "root").account("bob", "root");
        for text in ["one", "two"] {
            let form = [
                ("domain", "alice.test"),
                ("name", "_x"),
                ("type", "TXT"),
                ("txtdata", text),
                ("ttl", "60"),
            ];
            world.api2("alice", "ZoneEdit", "add_zone_record", &form).unwrap();
        }
        let asked =
            [("name", "_x.alice.test."), ("type", "TXT"), ("txtdata", "two"), ("ttl", "60")];
        let told = rows(&world, "alice", &asked);
        assert_eq!((told.as_array().unwrap().len(), &told[0]["txtdata"]), (1, &json!("two")));
        assert_eq!(told[0]["unencoded"], 1);
        assert_eq!(
            rows(&world, "alice", &[("name", "none.alice.test."), ("type", "A")]),
            json!([])
        );
        let custom = rows(&world, "alice", &[("customonly", "1")]);
        assert!(custom.as_array().unwrap().iter().all(|row| row["name"] != "www.alice.test."));
        assert!(custom.as_array().unwrap().iter().any(|row| row["name"] == "_x.alice.test."));
        let form = [("domain", "alice.test")];
        assert!(world.api2("bob", "ZoneEdit", "fetchzone_records", &form).is_err());
    }
}

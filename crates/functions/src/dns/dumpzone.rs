//! `dumpzone`

use api::{
    Acl, Cx, DomainName, Effect, Function, Input, Legacy, Needs, Output, Result, legacy::Reshape,
};

use crate::domain::dns::{
    access::{self, ZoneFile},
    view::Line,
};

/// Gives all lines of a zone, each with its number.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: Option<DomainName>,
    /// The zone by the name of its file, such as `example.com.db`, instead.
    pub zone: Option<ZoneFile>,
}

/// What `dumpzone` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// The one zone.
    pub zone: Vec<Zone>,
}

/// A zone.
#[derive(Debug, Output)]
pub struct Zone {
    /// Its lines.
    pub record: Vec<Line>,
}

/// See [`Params`].
pub struct Dumpzone;

impl Function for Dumpzone {
    const NAME: &'static str = "dumpzone";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::RESULT.of(Reshape::Only("zone"));
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let zone = access::zone(cx, &access::named(params.domain, params.zone)?)?;
        let lines = zone.entries().map(|(index, entry)| Line::of(index, entry));
        let record = lines.collect::<Result<_>>()?;
        cx.reason("Zone Serialized");
        Ok(Reply { zone: vec![Zone { record }] })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn every_line_is_told_with_its_number() {
        let world = World::new().account("anna", "root");
        let answer = world.call("root", "dumpzone", &[("domain", "anna.test")]).unwrap();
        assert_eq!(answer.notes.reason.unwrap(), "Zone Serialized");
        let lines = answer.data["zone"][0]["record"].as_array().unwrap().clone();
        let numbers: Vec<_> = lines.iter().map(|line| line["Line"].as_u64().unwrap()).collect();
        assert!(numbers.iter().copied().eq((1..).take(numbers.len())), "{numbers:?}");
        assert!(lines[0]["raw"].as_str().unwrap().starts_with("; cPanel first"));
        assert_eq!(lines[1], json!({"Line": 2, "type": "$TTL", "ttl": 14400}));
        let soa = &lines[2];
        assert_eq!(
            (&soa["type"], &soa["Lines"], &soa["name"]),
            (&json!("SOA"), &json!(1), &json!("anna.test."))
        );
        assert_eq!(
            (&soa["serial"], &soa["mname"]),
            (&json!(2_026_010_100_u32), &json!("ns1.example.test"))
        );
        assert_eq!(
            lines[3],
            json!({"Line": 4, "class": "IN", "name": "anna.test.", "ttl": 86400, "type": "NS", "nsdname": "ns1.example.test"})
        );
        let mx = lines.iter().find(|line| line["type"] == "MX").unwrap();
        assert_eq!((&mx["preference"], &mx["exchange"]), (&json!(0), &json!("anna.test")));
        let txt = lines.iter().find(|line| line["type"] == "TXT").unwrap();
        assert_eq!(txt["txtdata"], "v=spf1 +a +mx +ip4:192.0.2.10 ~all");
    }

    #[test]
    fn a_record_that_went_leaves_its_line_empty() {
        let world = World::new().account("anna", "root");
        world.call("root", "removezonerecord", &[("zone", "anna.test"), ("line", "6")]).unwrap();
        let data = world.data("root", "dumpzone", &[("zone", "anna.test.db")]);
        assert_eq!(data["zone"][0]["record"][5], json!({"Line": 6, "type": ":RAW", "raw": ""}));
        assert_eq!(data["zone"][0]["record"][6]["Line"], 7);
    }

    #[test]
    fn the_zone_must_be_named_and_the_callers() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        assert!(world.refusal("root", "dumpzone", &[]).starts_with("domain: is required"));
        let strange = world.refusal("bob", "dumpzone", &[("domain", "anna.test")]);
        assert_eq!(strange, "There is no zone “anna.test”.");
    }
}

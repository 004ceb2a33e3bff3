//! `parse_dns_zone`

use api::{Acl, Cx, DomainName, Effect, Function, Input, List, Needs, Output, Result};

use crate::domain::dns::{
    access,
    parsed::{self, Line},
};

/// Gives the lines of a zone as records, comments and controls, their bytes in Base64.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub zone: DomainName,
}

/// What `parse_dns_zone` answers.
#[derive(Output)]
pub struct Reply {
    /// The lines that hold something.
    pub payload: List<Line>,
}

/// See [`Params`].
pub struct ParseDnsZone;

impl Function for ParseDnsZone {
    const NAME: &'static str = "parse_dns_zone";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let zone = access::zone(cx, &params.zone)?;
        Ok(Reply { payload: List::Ready(parsed::lines(&zone)?) })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn every_line_is_told_as_clients_read_it() {
        let world = World::new().account("anna", "root");
        let told = world.data("root", "parse_dns_zone", &[("zone", "anna.test")]);
        let lines = told["payload"].as_array().unwrap();
        assert_eq!((&lines[0]["type"], &lines[1]["type"]), (&json!("comment"), &json!("control")));
        assert_eq!(lines[1]["text_b64"], STANDARD.encode("$TTL 14400"));
        let soa = &lines[2];
        assert_eq!((&soa["line_index"], &soa["record_type"]), (&json!(2), &json!("SOA")));
        assert_eq!(soa["dname_b64"], STANDARD.encode("anna.test."));
        assert_eq!(soa["data_b64"][2], STANDARD.encode("2026010100"));
        assert_eq!(
            lines[5],
            json!({"line_index": 5, "type": "record", "dname_b64": STANDARD.encode("anna.test."),
                   "record_type": "A", "ttl": 14400, "data_b64": [STANDARD.encode("192.0.2.10")]})
        );
    }

    #[test]
    fn a_line_whose_record_went_is_left_out_and_strangers_see_no_zone() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        world.call("root", "removezonerecord", &[("zone", "anna.test"), ("line", "6")]).unwrap();
        let told = world.data("root", "parse_dns_zone", &[("zone", "anna.test")]);
        assert_eq!(
            (&told["payload"][4]["line_index"], &told["payload"][5]["line_index"]),
            (&json!(4), &json!(6))
        );
        let said = world.refusal("bob", "parse_dns_zone", &[("zone", "anna.test")]);
        assert_eq!(said, "There is no zone “anna.test”.");
    }
}

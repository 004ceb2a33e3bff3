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

    /// Records as clients give them to `mass_edit_dns_zone`: name, type, items.
    const RECORDS: &[(&str, &str, &[&str])] = &[
        ("_443._tcp", "TLSA", &["3", "1", "1", DIGEST]),
        ("caa", "CAA", &["0", "issue", "ca.test; validationmethods=dns-01"]),
        ("child", "DS", &["12345", "13", "2", DIGEST]),
        ("rule", "NAPTR", &["100", "10", "u", "E2U+sip", "!^.*$!sip:a@anna.test!", "."]),
        ("ssh", "SSHFP", &["4", "2", DIGEST]),
        ("svc", "SVCB", &["1", "svc.anna.test.", "alpn=h2", "port=8443"]),
        ("web", "HTTPS", &["1", ".", "alpn=h2,h3", "ipv4hint=192.0.2.1"]),
    ];
    const DIGEST: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    #[test]
    fn what_is_told_of_a_record_puts_it_there_again() {
        let world = World::new().account("anna", "root");
        let item = |name: &str, kind: &str, data: &serde_json::Value, line: u64| {
            json!({"dname": name, "ttl": 300, "record_type": kind, "data": data, "line_index": line})
                .to_string()
        };
        let edit = |serial: &str, param: &str, items: &[String]| {
            let mut form = vec![("zone", "anna.test"), ("serial", serial)];
            form.extend(items.iter().map(|item| (param, item.as_str())));
            world.call("root", "mass_edit_dns_zone", &form).unwrap();
        };
        // A name is cut before a DS record may stand at it.
        let cut = item("child", "NS", &json!(["ns.child.anna.test."]), 0);
        let added = RECORDS.iter().map(|(name, kind, data)| item(name, kind, &json!(data), 0));
        let added: Vec<String> = std::iter::once(cut).chain(added).collect();
        edit("2026010100", "add", &added);

        let plain = |text: &serde_json::Value| {
            String::from_utf8(STANDARD.decode(text.as_str().unwrap()).unwrap()).unwrap()
        };
        let told = || {
            let told = world.data("root", "parse_dns_zone", &[("zone", "anna.test")]);
            let lines = told["payload"].as_array().unwrap().clone();
            lines.into_iter().skip_while(|line| line["record_type"] != "TLSA").collect::<Vec<_>>()
        };
        let before = told();
        assert_eq!(before.len(), RECORDS.len());
        for (line, (name, kind, data)) in before.iter().zip(RECORDS) {
            assert_eq!(plain(&line["dname_b64"]), format!("{name}.anna.test."));
            let items = line["data_b64"].as_array().unwrap().iter().map(plain);
            assert_eq!(items.collect::<Vec<_>>(), *data, "{kind}");
            assert_eq!(line["record_type"], *kind);
        }
        let again = before.iter().map(|line| {
            let data = line["data_b64"].as_array().unwrap().iter().map(plain);
            let data = serde_json::Value::from(data.collect::<Vec<_>>());
            let kind = line["record_type"].as_str().unwrap();
            item(&plain(&line["dname_b64"]), kind, &data, line["line_index"].as_u64().unwrap())
        });
        edit("2026010101", "edit", &again.collect::<Vec<_>>());
        assert_eq!(told(), before);
    }
}

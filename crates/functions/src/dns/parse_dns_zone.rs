//! `parse_dns_zone`

use api::{
    Acl, Cx, DomainName, Effect, Function, Input, List, Needs, Output, Result, Word,
    zone::{Entry, absolute_owner},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};

use crate::domain::dns::access;

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

/// A line.
#[derive(Debug, Output)]
pub struct Line {
    /// Its index in the zone's file, from 0.
    pub line_index: u32,
    /// What it is.
    #[param(name = "type")]
    pub kind: Kind,
    /// A record's owner, with its final dot.
    #[param(absent)]
    pub dname_b64: Option<String>,
    /// A record's type.
    #[param(absent)]
    pub record_type: Option<String>,
    /// A record's time to live in seconds.
    #[param(absent)]
    pub ttl: Option<u32>,
    /// A record's value: the items in the order of zone files, texts without quotation marks.
    #[param(absent)]
    pub data_b64: Option<Vec<String>>,
    /// The text of a comment or a control.
    #[param(absent)]
    pub text_b64: Option<String>,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Kind {
    /// A record.
    #[word("record")]
    Record,
    /// A control.
    #[word("control")]
    Control,
    /// A comment.
    #[word("comment")]
    Comment,
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
        let lines = zone.entries().filter_map(|(index, entry)| line(index, entry).transpose());
        Ok(Reply { payload: List::Ready(lines.collect::<Result<_>>()?) })
    }
}

fn line(line_index: u32, entry: Entry<'_>) -> Result<Option<Line>> {
    let text = |kind, text: String| Line {
        line_index,
        kind,
        dname_b64: None,
        record_type: None,
        ttl: None,
        data_b64: None,
        text_b64: Some(STANDARD.encode(text)),
    };
    let record = |owner: String, kind: &str, ttl, items: Vec<Vec<u8>>| Line {
        line_index,
        kind: Kind::Record,
        dname_b64: Some(STANDARD.encode(owner)),
        record_type: Some(kind.to_owned()),
        ttl: Some(ttl),
        data_b64: Some(items.iter().map(|item| STANDARD.encode(item)).collect()),
        text_b64: None,
    };
    Ok(match entry {
        Entry::Empty => None,
        Entry::Comment(comment) => Some(text(Kind::Comment, comment)),
        Entry::Control(control) => Some(text(Kind::Control, control)),
        Entry::Start(soa) => {
            let items = soa.items().map(String::into_bytes).to_vec();
            Some(record(absolute_owner("", &soa.name), "SOA", soa.ttl, items))
        }
        Entry::Record(line) => {
            let items = line.check(&line.zone)?.items();
            Some(record(absolute_owner(&line.name, &line.zone), &line.kind, line.ttl, items))
        }
    })
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

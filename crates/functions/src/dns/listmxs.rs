//! `listmxs`

use api::{
    Acl, Cx, DomainName, Effect, Function, Input, Legacy, Needs, Output, Result,
    zone::{RecordValue, absolute_owner},
};

use crate::domain::dns::{access, fields};

/// Lists the MX records of a zone.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
}

/// What `listmxs` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// The records, in the order of their lines.
    pub record: Vec<Mx>,
}

/// An MX record.
#[derive(Debug, Output)]
pub struct Mx {
    /// Its line, as `dumpzone` numbers it from 1.
    #[param(name = "Line")]
    pub line: u32,
    /// The class: `IN`.
    pub class: &'static str,
    /// The host that takes mail.
    pub exchange: String,
    /// The owner, with its final dot.
    pub name: String,
    /// Lower ones are tried first.
    pub preference: u16,
    /// Its time to live in seconds.
    pub ttl: u32,
    /// The type: `MX`.
    #[param(name = "type")]
    pub kind: &'static str,
}

/// See [`Params`].
pub struct Listmxs;

impl Function for Listmxs {
    const NAME: &'static str = "listmxs";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditMx, Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let zone = access::zone(cx, &params.domain)?;
        let mut record = Vec::new();
        for line in zone.lines.iter().filter(|line| line.kind == "MX") {
            let RecordValue::Mx { preference, exchange } = line.check(zone.name())? else {
                continue;
            };
            record.push(Mx {
                line: line.index().saturating_add(1),
                class: "IN",
                exchange: fields::shown_host(&exchange),
                name: absolute_owner(&line.name, zone.name()),
                preference,
                ttl: line.ttl,
                kind: "MX",
            });
        }
        cx.reason("Records obtained.");
        Ok(Reply { record })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn the_records_are_told_with_their_lines() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditMx]);
        let form = [("domain", "anna.test")];
        let answer = world.call("root", "listmxs", &form).unwrap();
        assert_eq!(answer.notes.reason.unwrap(), "Records obtained.");
        let line = answer.data["record"][0]["Line"].to_string();
        assert_eq!(
            answer.data["record"][0],
            json!({"Line": line.parse::<u32>().unwrap(), "class": "IN", "exchange": "anna.test",
                   "name": "anna.test.", "preference": 0, "ttl": 14400, "type": "MX"})
        );
        let record =
            world.data("root", "getzonerecord", &[("domain", "anna.test"), ("line", &line)]);
        assert_eq!(record["record"][0]["type"], "MX");
        assert_eq!(world.refusal("bob", "listmxs", &form), "There is no zone “anna.test”.");
    }
}

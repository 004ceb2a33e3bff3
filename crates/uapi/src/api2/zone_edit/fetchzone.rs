//! `ZoneEdit::fetchzone`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};

use super::rows::{self, Filter, Row};

/// Gives a zone of the account with its serial and lines; only those of which all holds that is
/// asked.
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

/// The zone.
#[derive(Debug, Output)]
pub struct Fetched {
    /// Always 1: a zone that is not there is a failure of the call.
    pub status: u64,
    /// What clients show.
    pub statusmsg: &'static str,
    /// The serial, as text.
    pub serialnum: String,
    /// The lines.
    pub record: Vec<Row>,
}

/// See [`Params`].
pub struct Fetchzone;

impl Function for Fetchzone {
    const NAME: &'static str = "fetchzone";
    const NEEDS: Needs = super::NEEDS;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Fetched>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Fetched>> {
        let Params { domain, name, kind, txtdata, ttl, line, class, address, cname, customonly } =
            params;
        let filter = Filter { name, kind, txtdata, ttl, line, class, address, cname, customonly };
        let (zone, record) = rows::find(cx, &domain, &filter)?;
        let serialnum = zone.soa.serial.to_string();
        Ok(vec![Fetched { status: 1, statusmsg: "Zone Serialized", serialnum, record }])
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn the_zone_comes_with_its_serial() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("domain", "alice.test"), ("type", "A"), ("name", "alice.test.")];
        let told = world.api2("alice", "ZoneEdit", "fetchzone", &form).unwrap().data;
        assert_eq!((&told[0]["status"], &told[0]["serialnum"]), (&json!(1), &json!("2026010100")));
        assert_eq!(told[0]["record"].as_array().unwrap().len(), 1);
        let said = world.api2("bob", "ZoneEdit", "fetchzone", &form).unwrap_err().to_string();
        assert_eq!(said, "There is no zone “alice.test”.");
    }
}

//! `DNS::is_svcb_available`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, zone::RecordType};
use functions::domain::dns::servers;

/// Tells whether the DNS server takes SVCB records.
#[derive(Debug, Input)]
pub struct Params;

/// What `is_svcb_available` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// Whether it takes them.
    pub svcb: Flag,
    /// Which DNS server it is: `pdns`, or `innkeeper` for the sandbox's own.
    pub dns_server: String,
}

/// See [`Params`].
pub struct IsSvcbAvailable;

impl Function for IsSvcbAvailable {
    const NAME: &'static str = "is_svcb_available";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let svcb = servers::takes(RecordType::Svcb).into();
        Ok(Reply { svcb, dns_server: cx.host.dns.program()? })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn what_is_told_holds() {
        let world = World::new().account("alice", "root");
        let told = world.uapi_data("alice", "DNS", "is_svcb_available", &[]);
        assert_eq!(told, json!({"svcb": 1, "dns_server": "innkeeper"}));
        let add = r#"{"dname":"x","ttl":300,"record_type":"SVCB","data":["1","svc.host.test."]}"#;
        let form = [("zone", "alice.test"), ("serial", "2026010100"), ("add", add)];
        world.uapi("alice", "DNS", "mass_edit_zone", &form).unwrap();
    }
}

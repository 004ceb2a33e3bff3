//! `DNS::is_https_available`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, zone::RecordType};
use functions::domain::dns::servers;

/// Tells whether the DNS server takes HTTPS records.
#[derive(Debug, Input)]
pub struct Params;

/// What `is_https_available` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// Whether it takes them.
    pub https: Flag,
    /// Which DNS server it is: `pdns`, or `innkeeper` for the sandbox's own.
    pub dns_server: String,
}

/// See [`Params`].
pub struct IsHttpsAvailable;

impl Function for IsHttpsAvailable {
    const NAME: &'static str = "is_https_available";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let https = servers::takes(RecordType::Https).into();
        Ok(Reply { https, dns_server: cx.host.dns.program()? })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn what_is_told_holds() {
        let world = World::new().account("alice", "root");
        let told = world.uapi_data("alice", "DNS", "is_https_available", &[]);
        assert_eq!(told, json!({"https": 1, "dns_server": "innkeeper"}));
        let add = r#"{"dname":"x","ttl":300,"record_type":"HTTPS","data":["1",".","alpn=h2"]}"#;
        let form = [("zone", "alice.test"), ("serial", "2026010100"), ("add", add)];
        world.uapi("alice", "DNS", "mass_edit_zone", &form).unwrap();
    }
}

//! `DNS::is_alias_available`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, zone::RecordType};
use functions::domain::dns::servers;

/// Tells whether the DNS server follows ALIAS records of its own accord.
#[derive(Debug, Input)]
pub struct Params;

/// What `is_alias_available` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// Whether it takes ALIAS records.
    pub alias: Flag,
    /// Whether it takes ANAME records, which never became a standard.
    pub aname: Flag,
    /// The resolver that it would ask.
    #[param(absent)]
    pub resolver: Option<String>,
}

/// See [`Params`].
pub struct IsAliasAvailable;

impl Function for IsAliasAvailable {
    const NAME: &'static str = "is_alias_available";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        let alias = servers::takes(RecordType::Alias).into();
        Ok(Reply { alias, aname: Flag(false), resolver: None })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn what_is_told_holds() {
        let world = World::new().account("alice", "root");
        let told = world.uapi_data("alice", "DNS", "is_alias_available", &[]);
        assert_eq!(told, json!({"alias": 0, "aname": 0}));
        let add = r#"{"dname":"x","ttl":300,"record_type":"ALIAS","data":["host.test."]}"#;
        let form = [("zone", "alice.test"), ("serial", "2026010100"), ("add", add)];
        let said = world.uapi_refusal("alice", "DNS", "mass_edit_zone", &form);
        assert!(said.contains("ALIAS"), "{said}");
    }
}

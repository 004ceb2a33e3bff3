//! `is_svcb_available`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, zone::RecordType};

use crate::domain::dns::servers;

/// Tells whether the DNS server takes SVCB records.
#[derive(Debug, Input)]
pub struct Params {}

/// What `is_svcb_available` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// Which DNS server it is: `pdns`, or `innkeeper` for the sandbox's own.
    pub dns_server: String,
    /// Whether it takes them.
    pub svcb: Flag,
}

/// See [`Params`].
pub struct IsSvcbAvailable;

impl Function for IsSvcbAvailable {
    const NAME: &'static str = "is_svcb_available";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let svcb = servers::takes(RecordType::Svcb).into();
        Ok(Reply { dns_server: cx.host.dns.program()?, svcb })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn what_is_told_holds() {
        let world = World::new().account("anna", "root");
        let told = world.data("root", "is_svcb_available", &[]);
        assert_eq!(told, json!({"dns_server": "innkeeper", "svcb": 1}));
        let form = [
            ("domain", "anna.test"),
            ("type", "SVCB"),
            ("name", "x"),
            ("priority", "1"),
            ("target", "."),
        ];
        world.call("root", "addzonerecord", &form).unwrap();
    }
}

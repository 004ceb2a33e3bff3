//! `listzones`

use api::{Acl, Cx, DomainName, Effect, Function, Input, List, Needs, Output, Result};

use crate::domain::dns::access;

/// Lists the DNS zones that the caller may act on.
#[derive(Debug, Input)]
pub struct Params {}

/// What `listzones` answers.
#[derive(Output)]
pub struct Reply {
    /// The zones, by name.
    pub zone: List<Zone>,
}

/// A zone.
#[derive(Debug, Output)]
pub struct Zone {
    /// Its name.
    pub domain: DomainName,
    /// The name of its file.
    pub zonefile: String,
}

/// See [`Params`].
pub struct Listzones;

impl Function for Listzones {
    const NAME: &'static str = "listzones";
    const NEEDS: Needs =
        Needs::AnyOf(&[Acl::CreateDns, Acl::EditDns, Acl::KillDns, Acl::ParkDns, Acl::EditMx]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let names = access::names(cx, &*tx)?.into_iter();
        let zone = names.map(|domain| Zone { zonefile: format!("{domain}.db"), domain });
        Ok(Reply { zone: zone.collect() })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn each_caller_sees_own_zones() {
        let world = World::new()
            .reseller("bob", &[Acl::EditMx, Acl::CreateDns])
            .reseller("eve", &[Acl::EditMx])
            .account("anna", "root")
            .account("bert", "bob");
        world.call("bob", "adddns", &[("domain", "own.test"), ("ip", "192.0.2.1")]).unwrap();
        let names = |user| {
            let told = world.data(user, "listzones", &[]);
            let zones = told["zone"].as_array().unwrap().clone();
            zones.iter().map(|zone| zone["domain"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(names("root"), ["anna.test", "bert.test", "own.test"]);
        assert_eq!(names("bob"), ["bert.test", "own.test"]);
        assert!(names("eve").is_empty());
        let told = world.data("root", "listzones", &[]);
        assert_eq!(told["zone"][0], json!({"domain": "anna.test", "zonefile": "anna.test.db"}));
    }
}

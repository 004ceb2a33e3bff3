//! `get_nameserver_config`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result};

use crate::domain::resellers::nameservers;

/// Lists the nameservers that the caller's new zones get.
#[derive(Debug, Input)]
pub struct Params {}

/// What `get_nameserver_config` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// The nameservers, the primary first.
    pub nameservers: Vec<DomainName>,
}

/// See [`Params`].
pub struct GetNameserverConfig;

impl Function for GetNameserverConfig {
    const NAME: &'static str = "get_nameserver_config";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::NsConfig, Acl::CreateAcct]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        Ok(Reply { nameservers: nameservers::of(cx.host, &*tx, &cx.caller.user)? })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn a_resellers_own_count_for_them() {
        let world = World::new().account("bob", "root").reseller("bob", &[Acl::NsConfig]);
        let form = [("user", "bob"), ("nameservers", "ns1.bob.test,ns2.bob.test")];
        world.call("root", "setresellernameservers", &form).unwrap();
        let told = world.data("bob", "get_nameserver_config", &[]);
        assert_eq!(told, json!({"nameservers": ["ns1.bob.test", "ns2.bob.test"]}));
    }

    #[test]
    fn what_is_configured_counts_until_it_is_set() {
        let world = World::new().reseller("bob", &[Acl::NsConfig]);
        let told = || world.data("bob", "get_nameserver_config", &[]);
        assert_eq!(told(), json!({"nameservers": ["ns1.example.test", "ns2.example.test"]}));
        world.data("root", "update_nameservers_config", &[("nameserver2", "ns9.host.test")]);
        assert_eq!(told(), json!({"nameservers": ["ns1.example.test", "ns9.host.test"]}));
    }
}

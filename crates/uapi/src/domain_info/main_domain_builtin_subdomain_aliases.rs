//! `DomainInfo::main_domain_builtin_subdomain_aliases`

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Result};

/// List the built-in subdomain labels of the main domain.
#[derive(Input)]
pub struct Params {
    /// 1 gives an empty array where the main domain is temporary.
    #[param(default = 0)]
    pub hide_temporary_domains: Flag,
}

/// See [`Params`].
pub struct MainDomainBuiltinSubdomainAliases;

impl Function for MainDomainBuiltinSubdomainAliases {
    const NAME: &'static str = "main_domain_builtin_subdomain_aliases";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
        if params.hide_temporary_domains.0 && account.record().temporary_domain.0 {
            return Ok(Vec::new());
        }
        Ok(["mail", "www"].map(str::to_owned).to_vec())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uapi::testing::{Calls as _, World};

    #[test]
    fn the_labels_are_in_the_zone_of_every_new_domain() {
        let world = World::new().account("alice", "root");
        let labels = |form: &[(&str, &str)]| {
            let function = "main_domain_builtin_subdomain_aliases";
            world.uapi_data("alice", "DomainInfo", function, form)
        };
        assert_eq!(labels(&[]), json!(["mail", "www"]));
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        for label in ["mail", "www"] {
            assert!(zone.lines.iter().any(|line| line.name == label), "{label}");
        }
    }
}

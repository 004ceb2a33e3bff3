//! `DNS::fetch_cpanel_generated_domains`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result};
use functions::domain::dns::{access, generated};

/// Lists the names that the server makes for a domain of the account: itself, the site's, and those
/// under which its pages are reached.
#[derive(Debug, Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// A name.
#[derive(Debug, Output)]
pub struct Item {
    /// The name, with its final dot.
    pub domain: String,
}

/// See [`Params`].
pub struct FetchCpanelGeneratedDomains;

impl Function for FetchCpanelGeneratedDomains {
    const NAME: &'static str = "fetch_cpanel_generated_domains";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        access::start(cx, &*cx.host.store.read()?, &params.domain)?;
        Ok(generated::names(&params.domain).into_iter().map(|domain| Item { domain }).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn each_is_in_the_zone_as_it_began() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("domain", "alice.test")];
        let told = world.uapi_data("alice", "DNS", "fetch_cpanel_generated_domains", &form);
        let names = told.as_array().unwrap();
        assert_eq!(names[0]["domain"], "alice.test.");
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        for name in names {
            let name = name["domain"].as_str().unwrap().trim_end_matches("alice.test.");
            let name = name.trim_end_matches('.');
            assert!(zone.lines.iter().any(|line| line.name == name), "{name}");
        }
        let said = world.uapi_refusal("bob", "DNS", "fetch_cpanel_generated_domains", &form);
        assert_eq!(said, "There is no zone “alice.test”.");
    }
}

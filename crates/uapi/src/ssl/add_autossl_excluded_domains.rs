//! `SSL::add_autossl_excluded_domains`

use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{exclusions, names::DomainList};

/// Leaves domains out of automatic certificates.
#[derive(Input)]
pub struct Params {
    /// Domains of the account, parted by commas.
    pub domains: DomainList,
}

/// See [`Params`].
pub struct AddAutosslExcludedDomains;

impl Function for AddAutosslExcludedDomains {
    const NAME: &'static str = "add_autossl_excluded_domains";
    const NEEDS: Needs = Needs::Features(&["autossl"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        exclusions::change(cx, |excluded| excluded.extend(params.domains.0))
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls as _;

    fn excluded(world: &World) -> api::Value {
        world.uapi_data("alice", "SSL", "get_autossl_excluded_domains", &[])
    }

    #[test]
    fn domains_are_left_out_and_taken_in_again() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let call = |function: &str, domains: &str| {
            world.uapi("alice", "SSL", function, &[("domains", domains)])
        };
        call("add_autossl_excluded_domains", "alice.test,www.alice.test").unwrap();
        assert_eq!(excluded(&world)[0]["excluded_domain"], "alice.test");
        assert_eq!(excluded(&world)[1]["excluded_domain"], "www.alice.test");
        call("remove_autossl_excluded_domains", "alice.test").unwrap();
        assert_eq!(excluded(&world).as_array().unwrap().len(), 1);
        call("set_autossl_excluded_domains", "alice.test").unwrap();
        assert_eq!(excluded(&world)[0]["excluded_domain"], "alice.test");
        world.uapi("alice", "SSL", "set_autossl_excluded_domains", &[]).unwrap();
        assert_eq!(excluded(&world), api::Value::Array(Vec::new()));
        let said = call("add_autossl_excluded_domains", "bob.test").unwrap_err().to_string();
        assert_eq!(said, "domains: “bob.test” is no domain of this account.");
    }
}

//! `ensure_dkim_keys_exist`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result};

use crate::domain::mail::signing::{self, Done};

/// Makes keys for domains that have none.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What became of the domains.
#[derive(Output)]
pub struct Reply {
    /// Each of them.
    pub payload: Vec<Done>,
}

/// See [`Params`].
pub struct EnsureDkimKeysExist;

impl Function for EnsureDkimKeysExist {
    const NAME: &'static str = "ensure_dkim_keys_exist";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let done = |domain: &DomainName| Done::of(domain, signing::ensure(cx, domain));
        Ok(Reply { payload: params.domain.iter().map(done).collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    const DOMAIN: [(&str, &str); 1] = [("domain", "anna.test")];

    #[test]
    fn a_key_is_made_once() {
        let world = World::new().account("anna", "root");
        let told = world.data("root", "ensure_dkim_keys_exist", &DOMAIN);
        assert_eq!(told["payload"][0]["msg"], "A key is made.");
        let told = world.data("root", "ensure_dkim_keys_exist", &DOMAIN);
        assert_eq!(told["payload"][0]["msg"], "The key is there.");
        let world = world.reseller("bob", &[api::Acl::ManageDnsRecords]);
        assert_eq!(world.data("bob", "ensure_dkim_keys_exist", &DOMAIN)["payload"][0]["status"], 0);
    }
}

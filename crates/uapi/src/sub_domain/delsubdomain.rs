//! `SubDomain::delsubdomain`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::{
    change::OnFailure,
    domains::{DomainChange, subdomains, undotted},
};

/// Remove a subdomain.
#[derive(Input)]
pub struct Params {
    /// Either `label_rootdomain` (domainkey of listsubdomains) or the full name.
    pub domain: String,
    /// 1 strips the dots from the label.
    #[param(default = 0)]
    pub disallowdot: Flag,
}

/// See [`Params`].
pub struct Delsubdomain;

impl Function for Delsubdomain {
    const NAME: &'static str = "delsubdomain";
    const NEEDS: Needs = Needs::Features(&["subdomains"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut own = DomainChange::begin(cx)?;
        let named = undotted(&params.domain, !params.disallowdot.0);
        let row = own.domains.subdomain("domain", &named)?;
        subdomains::remove(cx, &mut own.change, &own.account, &own.domains, row)?;
        own.change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn a_subdomain_goes_by_its_name_or_its_key() {
        let world = World::new().account("alice", "root").account("bob", "root");
        for label in ["a", "b.c"] {
            let form = [("domain", label), ("rootdomain", "alice.test")];
            world.uapi("alice", "SubDomain", "addsubdomain", &form).unwrap();
        }
        let remove = |user: &str, domain: &str| {
            world.uapi(user, "SubDomain", "delsubdomain", &[("domain", domain)])
        };
        let said = remove("bob", "a.alice.test").unwrap_err().to_string();
        assert_eq!(said, "domain: “a.alice.test” is no domain of this account.");
        remove("alice", "a.alice.test").unwrap();
        remove("alice", "b.c_alice.test").unwrap();
        assert!(world.machine.site("b.c.alice.test").unwrap().is_none());
        assert!(remove("alice", "alice.test").is_err());
    }

    #[test]
    fn the_site_of_an_addon_domain_stays() {
        let world = World::new()
            .account("alice", "root")
            .with_account("alice", |account| account.max_addons = api::Limit::of(1));
        let form = [("newdomain", "shop.example"), ("subdomain", "shop")];
        world.uapi("alice", "AddonDomain", "addaddondomain", &form).unwrap();
        let form = [("domain", "shop.alice.test")];
        let said = world.uapi_refusal("alice", "SubDomain", "delsubdomain", &form);
        assert!(said.starts_with("domain: ") && said.contains("shop.example"), "{said}");
    }
}

//! `AddonDomain::deladdondomain`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::{
    change::OnFailure,
    domains::{DomainChange, addons, undotted},
};

/// Remove an addon domain and the subdomain it is parked on.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// `label_rootdomain`, the domainkey of listaddondomains, or the subdomain's whole name.
    pub subdomain: String,
    /// 1 strips the dots from the label.
    #[param(default = 0)]
    pub disallowdot: Flag,
}

/// See [`Params`].
pub struct Deladdondomain;

impl Function for Deladdondomain {
    const NAME: &'static str = "deladdondomain";
    const NEEDS: Needs = Needs::Features(&["addondomains"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut own = DomainChange::begin(cx)?;
        let subdomain = undotted(&params.subdomain, !params.disallowdot.0);
        let named = (&params.domain, subdomain.as_str());
        addons::remove(cx, &mut own.change, &own.account, &own.domains, named)?;
        own.change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn the_subdomain_goes_with_its_last_domain() {
        let world = World::new()
            .account("alice", "root")
            .with_account("alice", |account| account.max_addons = api::Limit::of(2));
        for domain in ["a.example", "b.example"] {
            let form = [("newdomain", domain), ("subdomain", "shop")];
            world.uapi("alice", "AddonDomain", "addaddondomain", &form).unwrap();
        }
        let remove = |domain: &str, subdomain: &str| {
            let form = [("domain", domain), ("subdomain", subdomain)];
            world.uapi("alice", "AddonDomain", "deladdondomain", &form)
        };
        let said = remove("a.example", "other_alice.test").unwrap_err().to_string();
        assert!(said.starts_with("subdomain: "), "{said}");
        let notes = remove("a.example", "shop_alice.test").unwrap().notes;
        assert!(notes.messages[0].contains("b.example"), "{notes:?}");
        assert!(world.machine.site("shop.alice.test").unwrap().is_some());
        assert!(world.machine.site("a.example").unwrap().is_none());
        let notes = remove("b.example", "shop.alice.test").unwrap().notes;
        assert!(notes.messages.is_empty());
        assert!(world.machine.site("shop.alice.test").unwrap().is_none());
        assert!(world.machine.find_zone("b.example").unwrap().is_none());
        assert!(remove("b.example", "shop_alice.test").is_err());
    }
}

//! `Park::unpark`

use api::{Cx, DomainName, Effect, Error, Function, Input, Kind, Needs, Result};
use functions::domain::{
    change::OnFailure,
    domains::{DomainChange, aliases},
};

/// Remove the alias of a domain.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// `label_rootdomain` that it is parked on; default found by itself.
    pub subdomain: Option<String>,
}

/// See [`Params`].
pub struct Unpark;

impl Function for Unpark {
    const NAME: &'static str = "unpark";
    const NEEDS: Needs = Needs::Features(&["parkeddomains", "addondomains"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut own = DomainChange::begin(cx)?;
        let row = aliases::find(&own.domains, &params.domain)?;
        if let Some(named) = params.subdomain.as_deref().filter(|named| !named.is_empty()) {
            let site = own.domains.subdomain("subdomain", named)?;
            if row.parent.as_ref() != Some(&site.name) {
                let (domain, site) = (&row.name, &site.name);
                let message = format!("subdomain: “{domain}” is not parked on “{site}”.");
                return Err(Error::new(Kind::Conflict, message));
            }
        }
        aliases::unpark(&mut own.change, &own.account, &own.domains, row)?;
        own.change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn an_alias_goes_and_the_subdomain_of_an_addon_domain_stays() {
        let world = World::new().account("alice", "root").account("bob", "root").with_account(
            "alice",
            |account| {
                account.max_addons = api::Limit::of(1);
                account.max_parked = api::Limit::of(1);
            },
        );
        let form = [("newdomain", "shop.example"), ("subdomain", "shop")];
        world.uapi("alice", "AddonDomain", "addaddondomain", &form).unwrap();
        world.uapi("alice", "Park", "park", &[("domain", "alias.example")]).unwrap();
        let unpark = |user: &str, form: &[(&str, &str)]| world.uapi(user, "Park", "unpark", form);
        let said = unpark("bob", &[("domain", "alias.example")]).unwrap_err().to_string();
        assert_eq!(said, "Sorry, you do not control the domain alias.example");
        let form = [("domain", "alias.example"), ("subdomain", "shop_alice.test")];
        assert!(unpark("alice", &form).unwrap_err().to_string().starts_with("subdomain: "));
        unpark("alice", &[("domain", "alias.example")]).unwrap();
        let form = [("domain", "shop.example"), ("subdomain", "shop_alice.test")];
        unpark("alice", &form).unwrap();
        for gone in ["alias.example", "shop.example"] {
            assert!(world.machine.site(gone).unwrap().is_none());
            assert!(world.machine.find_zone(gone).unwrap().is_none());
        }
        assert!(world.machine.site("shop.alice.test").unwrap().is_some());
        assert!(unpark("alice", &[("domain", "alice.test")]).is_err());
    }
}

//! `AddonDomain::addaddondomain`

use api::{Account, Cx, DomainName, Effect, FilePath, Flag, Function, Input, Needs, Result};

use crate::{
    addon_domain::addaddondomain as twin,
    api2::outcome::{Outcome, done, line},
};

/// Create an addon domain: a subdomain of the primary, with the domain parked on it.
#[derive(Input)]
pub struct Params {
    /// The domain; a leading `www.` is dropped.
    pub newdomain: DomainName,
    /// The label to make under the primary domain.
    pub subdomain: String,
    /// The folder of the site, relative to the home; default the label under `public_html`.
    pub dir: Option<FilePath>,
    /// 1 strips the dots from subdomain.
    #[param(default = 0)]
    pub disallowdot: Flag,
}

/// See [`Params`].
pub struct Addaddondomain;

impl Function for Addaddondomain {
    const NAME: &'static str = "addaddondomain";
    const NEEDS: Needs = Needs::Features(&["addondomains"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let Params { newdomain, subdomain, dir, disallowdot } = params;
        let label = subdomain.to_ascii_lowercase();
        let label = if disallowdot.0 { label.replace('.', "") } else { label };
        let force = Flag(false);
        let asked = twin::Params { newdomain, subdomain, dir, disallowdot, force };
        let added = line(twin::Addaddondomain::run(cx, asked))?.domain;
        let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
        let root = &account.record().domain;
        Ok(done(format!("{added} was successfully parked on top of {label}.{root}")))
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    fn world() -> World {
        World::new().account("alice", "root").account("bob", "root").with_account(
            "alice",
            |account| {
                account.max_addons = api::Limit::of(2);
                account.max_parked = api::Limit::of(2);
            },
        )
    }

    #[test]
    fn the_texts_are_those_that_clients_read() {
        let world = world();
        let call = |function: &str, form: &[(&str, &str)]| {
            world.api2("alice", "AddonDomain", function, form)
        };
        let form = [("newdomain", "shop.example"), ("subdomain", "shop"), ("dir", "/domains/shop")];
        let data = call("addaddondomain", &form).unwrap().data;
        assert_eq!(data[0]["result"], 1);
        let reason = "shop.example was successfully parked on top of shop.alice.test";
        assert_eq!(data[0]["reason"], reason);
        let site = world.machine.site("shop.example").unwrap().unwrap();
        assert_eq!(site.document_root, "domains/shop");
        let said = call("addaddondomain", &form).unwrap_err().to_string();
        assert_eq!(said, "shop.example is already configured.\n");
        let form = [("domain", "shop.example"), ("subdomain", "shop.alice.test")];
        assert_eq!(call("deladdondomain", &form).unwrap().data[0]["result"], 1);
        assert!(call("deladdondomain", &form).is_err());
    }
}

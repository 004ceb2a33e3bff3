//! `Park::listaddondomains`

use api::{Cx, Effect, Function, Input, Needs, Result};

use crate::api2::addon_domain::listaddondomains as twin;

/// List the addon domains of the account, as the module `AddonDomain` does.
#[derive(Input)]
pub struct Params {
    /// A regular expression that the full name must match, in any case.
    pub regex: Option<String>,
}

/// See [`Params`].
pub struct Listaddondomains;

impl Function for Listaddondomains {
    const NAME: &'static str = "listaddondomains";
    const NEEDS: Needs = Needs::Features(&["addondomains"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<twin::Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        twin::Listaddondomains::run(cx, twin::Params { regex: params.regex })
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    #[test]
    fn both_modules_list_the_same() {
        let world = World::new()
            .account("alice", "root")
            .with_account("alice", |account| account.max_addons = api::Limit::of(1));
        let form = [("newdomain", "shop.example"), ("subdomain", "shop")];
        world.api2("alice", "AddonDomain", "addaddondomain", &form).unwrap();
        let list = |module: &str| {
            let form = [("regex", "^shop.example$")];
            world.api2("alice", module, "listaddondomains", &form).unwrap().data
        };
        assert_eq!(list("Park"), list("AddonDomain"));
        assert_eq!(list("Park")[0]["fullsubdomain"], "shop.alice.test");
    }
}

//! `AddonDomain::addaddondomain`

use api::{Cx, DomainName, Effect, FilePath, Flag, Function, Input, Needs, Output, Result};
use functions::domain::{
    change::OnFailure,
    domains::{
        DomainChange,
        addons::{self, Addon},
        aliases, check, roots,
    },
};

/// Create an addon domain: a subdomain of the primary, with the domain parked on it.
#[derive(Input)]
pub struct Params {
    /// The domain; a leading `www.` is dropped.
    pub newdomain: DomainName,
    /// Label to make under the primary domain; no asterisk.
    pub subdomain: String,
    /// Document root relative to the home; default the label under `public_html`.
    pub dir: Option<FilePath>,
    /// 1 strips the dots from subdomain.
    #[param(default = 0)]
    pub disallowdot: Flag,
    /// 1 overwrites a zone of the account's own by that name; 0 fails where there is one.
    #[param(default = 0)]
    pub force: Flag,
}

/// What `addaddondomain` answers.
#[derive(Output)]
pub struct Reply {
    /// The domain.
    pub domain: String,
}

/// See [`Params`].
pub struct Addaddondomain;

impl Function for Addaddondomain {
    const NAME: &'static str = "addaddondomain";
    const NEEDS: Needs = Needs::Features(&["addondomains"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let mut own = DomainChange::begin(cx)?;
        let label = check::label("subdomain", &params.subdomain, !params.disallowdot.0)?;
        let dir = params.dir.as_ref().filter(|dir| !dir.as_str().is_empty());
        let document_root =
            dir.map(|dir| roots::read("dir", dir.as_str(), &own.account)).transpose()?;
        let domain = aliases::bare(&params.newdomain);
        let addon = Addon { domain: &domain, label: &label, document_root, force: params.force.0 };
        addons::add(cx, &mut own.change, &own.account, &own.domains, &addon)?;
        own.change.commit(OnFailure::Undo)?;
        Ok(Reply { domain: domain.to_string() })
    }
}

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    fn world() -> World {
        let two = |account: &mut api::records::AccountRecord| {
            account.max_addons = api::Limit::of(2);
        };
        World::new().account("alice", "root").account("bob", "root").with_account("alice", two)
    }

    #[test]
    fn the_domain_has_a_zone_and_the_site_of_its_subdomain() {
        let world = world();
        let form = [("newdomain", "www.Shop.example"), ("subdomain", "my.shop"), ("dir", "shop")];
        let data = world.uapi_data("alice", "AddonDomain", "addaddondomain", &form);
        assert_eq!(data["domain"], "shop.example");
        for name in ["shop.example", "my.shop.alice.test"] {
            assert_eq!(world.machine.site(name).unwrap().unwrap().document_root, "shop");
        }
        assert!(world.machine.find_zone("shop.example").unwrap().is_some());
        let form = [("user", "alice")];
        let owner = world.data("root", "getdomainowner", &[("domain", "shop.example")]);
        assert_eq!(owner["user"], "alice");
        let told = world.data("root", "get_domain_info", &form)["domains"].clone();
        let kinds: Vec<_> =
            told.as_array().unwrap().iter().map(|row| &row["domain_type"]).collect();
        assert_eq!(kinds, ["main", "sub", "addon", "main"]);
    }

    #[test]
    fn a_subdomain_that_is_there_is_used_again() {
        let world = world();
        let form = [("domain", "shop"), ("rootdomain", "alice.test"), ("dir", "old")];
        world.uapi("alice", "SubDomain", "addsubdomain", &form).unwrap();
        let form = [("newdomain", "shop.example"), ("subdomain", "shop"), ("dir", "new")];
        let answer = world.uapi("alice", "AddonDomain", "addaddondomain", &form).unwrap();
        assert_eq!(answer.notes.warnings.len(), 1);
        assert_eq!(world.machine.site("shop.example").unwrap().unwrap().document_root, "old");
    }

    #[test]
    fn what_cannot_be_is_refused_and_nothing_is_left() {
        let world = world();
        let refusal = |user: &str, domain: &str, label: &str| {
            let form = [("newdomain", domain), ("subdomain", label)];
            world.uapi_refusal(user, "AddonDomain", "addaddondomain", &form)
        };
        for (domain, label, said) in [
            ("bob.test", "x", "newdomain: "),
            ("x.bob.test", "x", "newdomain: "),
            ("test", "x", "newdomain: "),
            ("*.free.example", "x", "newdomain: "),
            ("free.example", "*", "subdomain: "),
            ("free.example", "mail", "subdomain: "),
        ] {
            let told = refusal("alice", domain, label);
            assert!(told.starts_with(said), "{domain} {label}: {told}");
        }
        assert!(refusal("bob", "free.example", "x").contains("0 addon domains"));
        assert!(world.machine.site("x.alice.test").unwrap().is_none());
        assert!(world.machine.find_zone("free.example").unwrap().is_none());
    }
}

//! `Park::park`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, records::DomainKind};
use functions::domain::{
    change::OnFailure,
    domains::{DomainChange, aliases, check},
};

/// Park a domain on the primary domain or on a subdomain of it.
#[derive(Input)]
pub struct Params {
    /// The domain; a leading `www.` is dropped.
    pub domain: DomainName,
    /// The subdomain of the primary domain to park on, by its label or its whole name; default the
    /// primary domain.
    pub topdomain: Option<String>,
    /// 1 strips the dots from topdomain; no effect without it.
    #[param(default = 0)]
    pub disallowdot: Flag,
    /// 1 overwrites a zone of the account's own by that name; 0 fails where there is one.
    #[param(default = 0)]
    pub force: Flag,
}

/// See [`Params`].
pub struct Park;

impl Function for Park {
    const NAME: &'static str = "park";
    const NEEDS: Needs = Needs::Features(&["parkeddomains", "addondomains"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut own = DomainChange::begin(cx)?;
        let topdomain = params.topdomain.as_deref().unwrap_or_default().to_ascii_lowercase();
        let site = aliases::site(&own.domains, &topdomain, !params.disallowdot.0)?;
        let main = site.kind == DomainKind::Main;
        let feature = if main { "parkeddomains" } else { "addondomains" };
        check::feature(own.change.tx(), &own.account, feature)?;
        let domain = aliases::bare(&params.domain);
        let (named, force) = (("domain", &domain), params.force.0);
        aliases::park(cx, &mut own.change, &own.account, &own.domains, named, site, force)?;
        own.change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use api::records::AccountRecord;
    use uapi::testing::{Calls as _, World};

    fn world() -> World {
        let two = |account: &mut AccountRecord| {
            account.max_addons = api::Limit::of(2);
            account.max_parked = api::Limit::of(2);
        };
        World::new().account("alice", "root").account("bob", "root").with_account("alice", two)
    }

    #[test]
    fn an_alias_is_served_as_what_it_is_parked_on() {
        let world = world();
        let form = [("domain", "shop"), ("rootdomain", "alice.test"), ("dir", "shop")];
        world.uapi("alice", "SubDomain", "addsubdomain", &form).unwrap();
        for (domain, top, root) in [
            ("www.a.example", "", "public_html"),
            ("b.example", "shop", "shop"),
            ("c.example", "alice.test", "public_html"),
            ("d.example", "shop.alice.test", "shop"),
        ] {
            let form = [("domain", domain), ("topdomain", top)];
            world.uapi("alice", "Park", "park", &form).unwrap();
            let domain = domain.trim_start_matches("www.");
            assert_eq!(world.machine.site(domain).unwrap().unwrap().document_root, root);
            assert!(world.machine.find_zone(domain).unwrap().is_some());
        }
        let form = [("domain", "b.example")];
        let data = world.data("root", "domainuserdata", &form);
        assert_eq!(data["userdata"]["servername"], "shop.alice.test");
        let names = data["userdata"]["serveralias"].as_str().unwrap();
        assert!(names.contains("www.d.example"), "{names}");
    }

    #[test]
    fn each_kind_of_alias_needs_its_own_feature() {
        let world = world();
        let form = [("domain", "shop"), ("rootdomain", "alice.test")];
        world.uapi("alice", "SubDomain", "addsubdomain", &form).unwrap();
        let tx = world.host.store.write().unwrap();
        tx.put(&api::records::FeatureOverride {
            account: "alice".parse().unwrap(),
            feature: "parkeddomains".to_owned(),
            enabled: false.into(),
        })
        .unwrap();
        tx.commit().unwrap();
        let said = world.uapi_refusal("alice", "Park", "park", &[("domain", "a.example")]);
        assert!(said.contains("parkeddomains"), "{said}");
        let form = [("domain", "a.example"), ("topdomain", "shop")];
        world.uapi("alice", "Park", "park", &form).unwrap();
    }

    #[test]
    fn only_a_zone_of_ones_own_is_overwritten() {
        let world = world();
        for (zone, user) in [("mine.example", "alice"), ("free.example", "root")] {
            let form = [("domain", zone), ("ip", "192.0.2.9"), ("trueowner", user)];
            world.call("root", "adddns", &form).unwrap();
        }
        let park = |domain: &str, force: &str| {
            world.uapi("alice", "Park", "park", &[("domain", domain), ("force", force)])
        };
        assert_eq!(park("mine.example", "0").unwrap_err().kind(), api::Kind::Exists);
        assert_eq!(park("free.example", "1").unwrap_err().kind(), api::Kind::Exists);
        park("mine.example", "1").unwrap();
        let zone = world.machine.find_zone("mine.example").unwrap().unwrap();
        assert!(zone.lines.iter().all(|line| line.value != "192.0.2.9"));
        assert!(park("bob.test", "1").unwrap_err().to_string().starts_with("domain: "));
    }
}

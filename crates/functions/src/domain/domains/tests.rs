//! Domains, made and unmade as a function does it.

use std::cell::RefCell;

use api::{
    Caller, Cx, Kind,
    function::Notes,
    records::{Redirect, RedirectKind, WwwRule},
};

use super::{addons::Addon, subdomains::Wish, *};
use crate::{
    domain::change::{Change, OnFailure},
    testing::{NoRelay, World},
};

/// An account's own calls.
struct Own<'a> {
    world: &'a World,
    caller: Caller,
}

impl<'a> Own<'a> {
    fn of(world: &'a World, name: &str) -> Self {
        Self { world, caller: world.caller(name) }
    }

    fn change(
        &self,
        work: impl FnOnce(&Cx<'_>, &mut Change<'_>, &Account, &Domains) -> Result<()>,
    ) -> Result<Notes> {
        let cx = Cx {
            caller: &self.caller,
            host: &self.world.host,
            relay: &NoRelay,
            function: "test",
            notes: RefCell::default(),
        };
        let mut change = Change::begin(&cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let domains = Domains::locked(change.tx(), &account)?;
        work(&cx, &mut change, &account, &domains)?;
        change.commit(OnFailure::Undo)?;
        Ok(cx.notes.into_inner())
    }

    fn sub(&self, text: &str, root: &str) -> Result<()> {
        let wish =
            Wish { param: "domain", label: text, document_root: None, canonical: false.into() };
        self.change(|cx, change, account, domains| {
            let root = domains.get("rootdomain", &root.parse().unwrap())?;
            subdomains::add(cx, change, account, domains, root, wish).map(|_| ())
        })
        .map(|_| ())
    }

    fn addon(&self, domain: &str, text: &str) -> Result<()> {
        let domain = &domain.parse().unwrap();
        let document_root = Some(format!("sites/{text}"));
        self.change(|cx, change, account, domains| {
            let addon = Addon { domain, label: text, document_root, force: false };
            addons::add(cx, change, account, domains, &addon).map(|_| ())
        })
        .map(|_| ())
    }

    fn park(&self, domain: &str) -> Result<()> {
        let domain = domain.parse().unwrap();
        self.change(|cx, change, account, domains| {
            let main = domains.main()?;
            aliases::park(cx, change, account, domains, ("domain", &domain), main, false)
        })
        .map(|_| ())
    }
}

/// Two of each kind.
fn all(account: &mut AccountRecord) {
    let places = [&mut account.max_addons, &mut account.max_parked, &mut account.max_subdomains];
    for place in places {
        *place = api::Limit::of(2);
    }
}

fn world() -> World {
    World::new()
        .account("alice", "root")
        .account("bob", "root")
        .with_account("alice", all)
        .with_account("bob", all)
}

fn root_of(world: &World, site: &str) -> Option<String> {
    world.machine.site(site).unwrap().map(|site| site.document_root)
}

fn addresses(world: &World, zone: &str, name: &str) -> Vec<String> {
    let zone = world.machine.find_zone(zone).unwrap().unwrap();
    let lines = zone.lines.iter().filter(|line| line.name == name && line.kind == "A");
    lines.map(|line| line.value.clone()).collect()
}

#[test]
fn a_subdomain_has_a_site_a_folder_and_names_in_the_zone_until_it_goes() {
    let world = world();
    let own = Own::of(&world, "alice");
    own.sub("blog", "alice.test").unwrap();
    own.sub("*", "alice.test").unwrap();
    assert_eq!(root_of(&world, "blog.alice.test").unwrap(), "public_html/blog");
    assert_eq!(root_of(&world, "*.alice.test").unwrap(), "public_html/_wildcard_");
    for name in ["blog", "www.blog", "*"] {
        assert_eq!(addresses(&world, "alice.test", name), ["192.0.2.10"], "{name}");
    }
    assert!(own.sub("third", "alice.test").unwrap_err().to_string().starts_with("domain: "));
    own.change(|cx, change, account, domains| {
        let row = domains.subdomain("domain", "blog_alice.test")?;
        subdomains::remove(cx, change, account, domains, row)
    })
    .unwrap();
    assert_eq!(root_of(&world, "blog.alice.test"), None);
    assert!(addresses(&world, "alice.test", "www.blog").is_empty());
    assert!(
        world
            .host
            .os_users
            .has_folder(&Account::for_reconciler(world.record("alice")), "public_html/blog")
            .unwrap()
    );
}

#[test]
fn an_addon_domain_is_a_subdomain_with_a_zone_and_a_name_of_its_own() {
    let world = world();
    let own = Own::of(&world, "alice");
    own.addon("shop.example", "shop").unwrap();
    for site in ["shop.example", "shop.alice.test"] {
        assert_eq!(root_of(&world, site).unwrap(), "sites/shop");
    }
    assert_eq!(addresses(&world, "shop.example", ""), ["192.0.2.10"]);
    assert_eq!(addresses(&world, "alice.test", "shop"), ["192.0.2.10"]);
    own.sub("api", "shop.example").unwrap();
    assert_eq!(addresses(&world, "shop.example", "api"), ["192.0.2.10"]);
    let held = own.change(|cx, change, account, domains| {
        let row = domains.subdomain("domain", "shop.alice.test")?;
        subdomains::remove(cx, change, account, domains, row)
    });
    assert!(held.unwrap_err().to_string().contains("shop.example"));
    let domain = "shop.example".parse().unwrap();
    let remove = || {
        own.change(|cx, change, account, domains| {
            addons::remove(cx, change, account, domains, (&domain, "shop_alice.test"))
        })
    };
    assert_eq!(remove().unwrap_err().kind(), Kind::Conflict, "api.shop.example is below it");
    own.change(|cx, change, account, domains| {
        let row = domains.subdomain("domain", "api.shop.example")?;
        subdomains::remove(cx, change, account, domains, row)
    })
    .unwrap();
    remove().unwrap();
    for site in ["shop.example", "shop.alice.test"] {
        assert_eq!(root_of(&world, site), None);
    }
    assert!(world.machine.find_zone("shop.example").unwrap().is_none());
    assert!(addresses(&world, "alice.test", "shop").is_empty());
}

#[test]
fn nobody_gets_what_another_has_or_answers_for() {
    let world = world();
    let own = Own::of(&world, "alice");
    for taken in ["bob.test", "x.bob.test", "host.example.test"] {
        assert!(own.park(taken).unwrap_err().to_string().starts_with("domain: "), "{taken}");
        assert!(own.addon(taken, "x").unwrap_err().to_string().contains(": "), "{taken}");
    }
    own.park("alias.example").unwrap();
    assert_eq!(
        own.park("alias.example").unwrap_err().to_string(),
        "alias.example is already configured."
    );
    world.call("root", "adddns", &[("domain", "free.example"), ("ip", "192.0.2.9")]).unwrap();
    assert_eq!(own.park("free.example").unwrap_err().kind(), Kind::Exists);
    assert_eq!(own.park("x.free.example").unwrap_err().kind(), Kind::Denied);
    assert_eq!(root_of(&world, "alias.example").unwrap(), "public_html");
    let bob = Own::of(&world, "bob");
    assert_eq!(bob.addon("x.alias.example", "x").unwrap_err().kind(), Kind::Denied);
    assert_eq!(root_of(&world, "x.bob.test"), None, "what was begun is taken back");
    for reserved in ["www", "mail", "cpanel", "-a", "a_b", ""] {
        assert!(check::label("domain", reserved, true).is_err(), "{reserved}");
    }
    assert_eq!(check::label("domain", "A.b", false).unwrap(), "ab");
}

#[test]
fn limits_count_each_kind_and_not_what_is_behind_addon_domains() {
    let world = world();
    let own = Own::of(&world, "alice");
    for number in 0..2 {
        own.addon(&format!("a{number}.example"), &format!("a{number}")).unwrap();
        own.park(&format!("p{number}.example")).unwrap();
        own.sub(&format!("s{number}"), "alice.test").unwrap();
    }
    assert!(own.addon("a2.example", "a2").unwrap_err().to_string().contains("2 addon domains"));
    assert!(own.park("p2.example").unwrap_err().to_string().contains("2 aliases"));
    assert!(own.sub("s2", "alice.test").unwrap_err().to_string().contains("2 subdomains"));
    assert_eq!(root_of(&world, "a2.alice.test"), None);
}

#[test]
fn all_of_it_follows_the_account() {
    let world = world();
    let own = Own::of(&world, "alice");
    own.addon("shop.example", "shop").unwrap();
    own.park("alias.example").unwrap();
    own.sub("api", "shop.example").unwrap();
    let redirect = Redirect {
        domain: "shop.alice.test".parse().unwrap(),
        path: "/".to_owned(),
        account: "alice".parse().unwrap(),
        target: "https://shop.example/".to_owned(),
        kind: RedirectKind::Permanent,
        wildcard: false.into(),
        www: WwwRule::Either,
    };
    own.change(|_, change, _, _| redirects::put(change, &redirect)).unwrap();
    world
        .call(
            "root",
            "modifyacct",
            &[("user", "alice"), ("newuser", "anna"), ("domain", "anna.test")],
        )
        .unwrap();
    let site = |name: &str| world.machine.site(name).unwrap();
    assert!(site("shop.alice.test").is_none() && site("alice.test").is_none());
    let moved = site("shop.anna.test").unwrap();
    assert_eq!((moved.account.as_str(), moved.redirects.len()), ("anna", 1));
    let tx = world.host.store.read().unwrap();
    let domains = Domains::of(&*tx, &"anna".parse().unwrap()).unwrap();
    drop(tx);
    let parent = |name: &str| domains.find(name).unwrap().parent.clone().unwrap().to_string();
    assert_eq!(parent("shop.anna.test"), "anna.test");
    assert_eq!(parent("shop.example"), "shop.anna.test");
    assert_eq!(parent("alias.example"), "anna.test");
    assert_eq!(parent("api.shop.example"), "shop.example");
    world.call("root", "suspendacct", &[("user", "anna")]).unwrap();
    assert!(
        site("api.shop.example").unwrap().suspended && site("alias.example").unwrap().suspended
    );
    world.call("root", "removeacct", &[("user", "anna")]).unwrap();
    let bob: DomainName = "bob.test".parse().unwrap();
    assert_eq!(world.host.web.list().unwrap(), std::slice::from_ref(&bob));
    assert_eq!(world.host.dns.list().unwrap(), std::slice::from_ref(&bob));
    let tx = world.host.store.read().unwrap();
    assert_eq!(tx.count::<Redirect>(&[]).unwrap(), 0);
    assert_eq!(tx.count::<api::records::DomainAbove>(&[]).unwrap(), 0);
}

#[test]
fn what_the_host_cannot_do_is_taken_back() {
    let (world, outage) = World::with_outage();
    let world = world.account("alice", "root").with_account("alice", all);
    outage.away.store(true, std::sync::atomic::Ordering::SeqCst);
    let own = Own::of(&world, "alice");
    assert_eq!(own.addon("shop.example", "shop").unwrap_err().kind(), Kind::Unavailable);
    let tx = world.host.store.read().unwrap();
    assert_eq!(Domains::of(&*tx, &"alice".parse().unwrap()).unwrap().all().len(), 1);
}

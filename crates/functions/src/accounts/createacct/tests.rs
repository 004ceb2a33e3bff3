//! Tests of `createacct`.

use std::{collections::BTreeSet, sync::atomic::Ordering, thread};

use api::{
    Acl, DomainName, UserName,
    records::{AccountCount, AccountRecord, JournalEntry, Login, TrackedId, is},
};

use crate::{domain::apply, testing::World};

const PASSWORD: &str = "Quarry-lamp-7-vivid";

fn record(world: &World, name: &str) -> Option<AccountRecord> {
    world.host.store.read().unwrap().first(vec![is("name", name)]).unwrap()
}

fn count(world: &World, owner: &str) -> u64 {
    let tx = world.host.store.read().unwrap();
    tx.first(vec![is("owner", owner)]).unwrap().map_or(0, |row: AccountCount| row.accounts)
}

#[test]
fn the_account_is_in_the_store_and_on_the_machine() {
    let world = World::new();
    let form = [("username", "Alice"), ("domain", "Alice.example"), ("password", PASSWORD)];
    let answer = world.call("root", "createacct", &form).unwrap();
    assert_eq!(answer.notes.reason.as_deref(), Some("Account Creation Ok"));
    assert_eq!(answer.data["nameserver"], "ns1.example.test");
    assert_eq!(answer.data["nameserver3"], "");
    assert!(answer.data["nameservera"].is_null());
    assert!(answer.notes.raw.unwrap().contains(PASSWORD));

    let (name, domain): (UserName, DomainName) =
        ("alice".parse().unwrap(), "alice.example".parse().unwrap());
    let login = world.machine.login(&name).unwrap().unwrap();
    assert!(login.password.starts_with("$y$") && !login.locked && !login.expired);
    let site = world.machine.site("alice.example").unwrap().unwrap();
    assert_eq!((site.account, site.document_root.as_str()), (name, "public_html"));
    assert!(world.host.dns.list().unwrap().contains(&domain));
    let record = record(&world, "alice").unwrap();
    assert!(record.inodes_used > 0);
    assert_eq!((record.uid, record.gid, record.home.as_str()), (1000, 1000, "/home/alice"));
    let tx = world.host.store.read().unwrap();
    assert!(tx.matching::<JournalEntry>(Vec::new()).unwrap().is_empty());
    assert_eq!(count(&world, "root"), 1);
}

#[test]
fn the_log_hides_the_password_and_shows_one_that_was_made() {
    let world = World::new();
    let form = [("username", "alice"), ("domain", "a.example"), ("pass", PASSWORD)];
    let form = [&form[..], &[("showpass", "n")]].concat();
    let answer = world.call("root", "createacct", &form).unwrap();
    assert!(!answer.notes.raw.unwrap().contains(PASSWORD));

    let answer = world.call("root", "createacct", &[("username", "bob")]).unwrap();
    let raw = answer.notes.raw.unwrap();
    assert!(raw.contains("\nQuota: unlimited\nBandwidth: unlimited\n"), "{raw}");
    let made = raw.lines().find_map(|line| line.strip_prefix("Password: ")).unwrap();
    let login = world.machine.login(&"bob".parse().unwrap()).unwrap().unwrap();
    let made = api::Secret::new(made.to_owned());
    assert!(world.host.passwords.verify(&made, Some(&login.password)).unwrap());
    let record = record(&world, "bob").unwrap();
    assert_eq!(record.domain.as_str(), "bob.host.example.test");
    assert!(record.temporary_domain.0);
}

#[test]
fn what_is_taken_or_reserved_is_refused_and_nothing_changes() {
    let world = World::new().account("alice", "root");
    for (form, said) in [
        ([("username", "alice"), ("domain", "b.example")], "username: the server already has"),
        ([("username", "bob"), ("domain", "alice.test")], "domain: the server already has"),
        ([("username", "mysql"), ("domain", "b.example")], "username: “mysql” is reserved"),
        ([("username", "testbob"), ("domain", "b.example")], "username: a username may not"),
        ([("username", "1bob"), ("domain", "b.example")], "username: “1bob” is not"),
        ([("username", "bob"), ("domain", "host.example.test")], "domain: “host.example.test”"),
        ([("username", "bob"), ("pass", "short")], "password: must have"),
        ([("username", "bob"), ("pass", "h0st.example.t3st")], "password: is too"),
        ([("username", "bob"), ("plan", "gold")], "plan: there is no package “gold”."),
        ([("username", "bob"), ("owner", "nobody_here")], "owner: “nobody_here” is neither"),
        ([("username", "bob"), ("useregns", "1")], "useregns: needs"),
        ([("username", "bob"), ("ip", "y")], "ip: an address of its own needs a free address"),
        ([("username", "bob"), ("customip", "192.0.2.9")], "customip: 192.0.2.9 is no address"),
        ([("username", "bob"), ("quota", "1000000")], "quota: must be a number from 0 to"),
        ([("username", "bob"), ("maxpop", "1000000")], "maxpop: must be"),
        ([("username", "bob"), ("uid", "999")], "uid: 999 is kept"),
        ([("username", "bob"), ("uid", "1000")], "uid: 1000 is in use"),
        ([("username", "bob"), ("homedir", "/home/alice")], "homedir: must be"),
    ] {
        let refusal = world.refusal("root", "createacct", &form);
        assert!(refusal.starts_with(said), "{refusal}");
    }
    assert!(record(&world, "bob").is_none());
    assert_eq!(count(&world, "root"), 1);
    let both = [("username", "bob"), ("pass", PASSWORD), ("password", PASSWORD)];
    assert!(world.refusal("root", "createacct", &both).starts_with("pass: "));
}

#[test]
fn a_reseller_makes_accounts_of_their_own_within_their_privileges() {
    let world = World::new().reseller("carol", &[Acl::CreateAcct, Acl::EditAccount]);
    let ask = |extra: &[(&str, &str)]| {
        let form = [("username", "alice"), ("domain", "a.example"), ("password", PASSWORD)];
        world.call("carol", "createacct", &[&form[..], extra].concat())
    };
    for extra in [
        ("owner", "root"),
        ("ownerself", "1"),
        ("uid", "5000"),
        ("gid", "5000"),
        ("homedir", "/home/alice"),
        ("reseller", "1"),
        ("forcedns", "1"),
        ("hasshell", "1"),
        ("maxaddon", "1"),
        ("maxpark", "unlimited"),
        ("max_email_per_hour", "7"),
        ("ip", "y"),
        ("customip", "192.0.2.99"),
        ("savepkg", "1"),
    ] {
        let refusal = ask(&[extra]).unwrap_err();
        assert_eq!(refusal.kind(), api::Kind::Denied, "{extra:?}: {refusal}");
        assert!(refusal.to_string().starts_with(extra.0), "{refusal}");
    }
    ask(&[("quota", "100"), ("owner", "carol")]).unwrap();
    assert_eq!(record(&world, "alice").unwrap().owner.as_str(), "carol");
    assert_eq!(count(&world, "carol"), 1);
    let other = World::new().reseller("dave", &[Acl::CreateAcct]);
    let said = other.refusal("dave", "createacct", &[("username", "alice")]);
    assert!(said.starts_with("plan: "), "{said}");
}

#[test]
fn a_reseller_cannot_get_near_another_owners_domain() {
    let world = World::new()
        .account("alice", "root")
        .reseller("carol", &[Acl::CreateAcct, Acl::EditAccount]);
    let form = [("username", "bob"), ("domain", "shop.alice.test")];
    let said = world.refusal("carol", "createacct", &form);
    assert!(said.contains("below a domain of another owner"), "{said}");
    world.call("root", "createacct", &form).unwrap();
    let deep = [("username", "dora"), ("domain", "a.b.example")];
    world.call("root", "createacct", &deep).unwrap();
    let ask =
        |user, domain| world.call("carol", "createacct", &[("username", user), ("domain", domain)]);
    assert!(ask("eve", "b.example").unwrap_err().to_string().contains("above"));
    world.call("root", "removeacct", &[("user", "dora")]).unwrap();
    ask("eve", "b.example").unwrap();
    ask("fay", "www.b.example").unwrap();
    ask("gil", "example.net").unwrap();
}

#[test]
fn ids_go_on_after_the_highest_ever_given() {
    let world = World::new().account("alice", "root");
    let tx = world.host.store.write().unwrap();
    let gone = TrackedId { kind: "gid".to_owned(), number: 1007, name: "former".parse().unwrap() };
    tx.put(&gone).unwrap();
    tx.commit().unwrap();
    let world = world.account("bob", "root");
    assert_eq!(record(&world, "bob").unwrap().uid, 1008);
    let form = [("username", "carl"), ("uid", "2000"), ("gid", "1007")];
    let said = world.refusal("root", "createacct", &form);
    assert!(said.starts_with("gid: 1007 was"), "{said}");
}

#[test]
fn settings_saved_as_a_package_are_the_next_accounts() {
    let world = World::new();
    let form = [("username", "alice"), ("maxpop", "5"), ("savepkg", "1"), ("pkgname", "gold")];
    assert_eq!(world.data("root", "createacct", &form)["package"], "gold");
    let form = [("username", "bob"), ("plan", "gold"), ("reseller", "1")];
    world.call("root", "createacct", &form).unwrap();
    assert_eq!(record(&world, "bob").unwrap().max_mailboxes, api::Limit::of(5));
    assert_eq!(world.caller("bob").rank, api::Rank::Reseller);
    let form = [("username", "carl"), ("reseller", "1"), ("reseller_without_domain", "1")];
    world.call("root", "createacct", &form).unwrap();
    let tx = world.host.store.read().unwrap();
    let login: Login = tx.first(vec![is("name", "carl")]).unwrap().unwrap();
    assert_eq!(login.kind, api::records::LoginKind::Reseller);
    assert!(record(&world, "carl").is_none());
}

#[test]
fn a_creation_that_cannot_be_applied_leaves_nothing() {
    let (world, outage) = World::with_outage();
    let form = [("username", "alice"), ("domain", "a.example"), ("password", PASSWORD)];
    outage.away.store(true, Ordering::SeqCst);
    assert_eq!(world.refusal("root", "createacct", &form), "The DNS server is away.");
    assert!(record(&world, "alice").is_none());
    assert_eq!(count(&world, "root"), 0);
    let alice: UserName = "alice".parse().unwrap();
    assert!(world.machine.login(&alice).unwrap().is_none());
    // The DNS server may have the zone, so the journal remembers it, and the name waits.
    let said = world.refusal("root", "createacct", &form);
    assert!(said.contains("still being removed"), "{said}");
    outage.away.store(false, Ordering::SeqCst);
    assert_eq!(apply::open_entries(&world.host).unwrap().0, 1);
    world.call("root", "createacct", &form).unwrap();
}

#[test]
fn one_of_many_gets_a_name_and_all_get_ids_of_their_own() {
    let world = World::new();
    let made = thread::scope(|scope| {
        let handles: Vec<_> = (0..8)
            .map(|number| {
                let world = &world;
                scope.spawn(move || {
                    let (own, domain) = (format!("user{number}"), format!("s{number}.example"));
                    let same = [("username", "alice"), ("domain", domain.as_str())];
                    world.call("root", "createacct", &[("username", own.as_str())]).unwrap();
                    world.call("root", "createacct", &same).is_ok()
                })
            })
            .collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).filter(|made| *made).count()
    });
    assert_eq!((made, count(&world, "root")), (1, 9));
    let tx = world.host.store.read().unwrap();
    let accounts: Vec<AccountRecord> = tx.matching(Vec::new()).unwrap();
    let ids: BTreeSet<u32> = accounts.iter().map(|account| account.uid).collect();
    assert_eq!(ids, (1000..1009).collect());
}

#[test]
fn an_account_costs_one_commit() {
    let (world, commits) = World::counting();
    world.call("root", "createacct", &[("username", "alice")]).unwrap();
    assert_eq!(commits.take(), 1);
}

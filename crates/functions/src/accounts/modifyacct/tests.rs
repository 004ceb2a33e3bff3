//! Tests of `modifyacct`.

use api::{
    Acl, Kind, Limit, Rank, UserName,
    records::{
        AccountCount, AccountRecord, DomainKind, DomainRecord, JournalEntry, TokenKind, ZoneLine,
        is,
    },
};

use crate::{
    domain::{apply, mail, tokens},
    testing::World,
};

fn record(world: &World, name: &str) -> Option<AccountRecord> {
    world.host.store.read().unwrap().first(vec![is("name", name)]).unwrap()
}

fn count(world: &World, owner: &str) -> u64 {
    let tx = world.host.store.read().unwrap();
    tx.first(vec![is("owner", owner)]).unwrap().map_or(0, |row: AccountCount| row.accounts)
}

#[test]
fn what_is_given_changes_and_the_rest_stays() {
    let world = World::new().account("alice", "root");
    let form = [
        ("user", "alice"),
        ("plan", "ignored"),
        ("QUOTA", "50"),
        ("BWLIMIT", "1048577"),
        ("MAXPOP", "0"),
        ("MAXLST", "0"),
        ("HASSHELL", "1"),
        ("contactemail", "a@example.net"),
        ("notify_disk_limit", "1"),
        ("MXCHECK-alice.test", "5"),
        ("LOCALE", "de"),
        ("STARTDATE", "1700000000"),
    ];
    let answer = world.call("root", "modifyacct", &form).unwrap();
    assert_eq!(answer.notes.reason.as_deref(), Some("Account Modified"));
    let data = answer.data;
    assert_eq!((&data["user"], &data["domain"]), (&"alice".into(), &"alice.test".into()));
    assert_eq!(data["setshell"], "/bin/bash");
    for (name, value) in [
        ("BWLIMIT", "2097152"),
        ("DISK_BLOCK_LIMIT", "51200"),
        ("MAXPOP", "0"),
        ("MAXLST", "unlimited"),
        ("MAXFTP", "unlimited"),
        ("CONTACTEMAIL", "a@example.net"),
        ("notify_disk_limit", "1"),
        ("notify_ssl_expiry", "0"),
        ("MXCHECK-alice.test", "5"),
        ("STARTDATE", "1700000000"),
        ("PLAN", "default"),
        ("HASCGI", "1"),
    ] {
        assert_eq!(data["cpuser"][name], value, "{name}");
    }
    let changed = record(&world, "alice").unwrap();
    assert_eq!((changed.quota, changed.bandwidth), (Limit::of(50), Limit::of(2)));
    let data = world.data("root", "modifyacct", &[("user", "alice"), ("HASSHELL", "1")]);
    assert_eq!((&data["setshell"], &data["cpuser"]["MAXPOP"]), (&"unmodified".into(), &"0".into()));
}

#[test]
fn a_new_name_takes_everything_along() {
    let world = World::new()
        .account("carol", "root")
        .reseller("carol", &[Acl::ListAccts])
        .account("dave", "carol");
    let flag = [("users_json", r#"{"carol":1}"#)];
    world.call("root", "forcepasswordchange", &flag).unwrap();
    let form = [("user", "carol"), ("newuser", "Carola")];
    let data = world.data("root", "modifyacct", &form);
    assert_eq!((&data["user"], &data["cpuser"]["DBOWNER"]), (&"carola".into(), &"carola".into()));
    assert!(record(&world, "carol").is_none());
    let renamed = record(&world, "carola").unwrap();
    assert_eq!((renamed.formerly, renamed.home.as_str()), (None, "/home/carola"));
    assert_eq!(record(&world, "dave").unwrap().owner.as_str(), "carola");
    assert_eq!((count(&world, "carol"), count(&world, "carola")), (0, 1));
    assert_eq!(world.caller("carola").rank, Rank::Reseller);
    let (old, new): (UserName, UserName) = ("carol".parse().unwrap(), "carola".parse().unwrap());
    assert!(world.machine.login(&old).unwrap().is_none());
    let login = world.machine.login(&new).unwrap().unwrap();
    assert!(login.password.starts_with("$y$") && login.expired);
    assert_eq!(world.machine.site("carol.test").unwrap().unwrap().account, new);
    assert!(apply::drift(&world.host).unwrap().is_empty());
    let world = world.account("bert", "root");
    let taken = [("user", "bert"), ("newuser", "dave")];
    assert!(world.refusal("root", "modifyacct", &taken).starts_with("newuser: "));
    let free = [("username", "carol"), ("domain", "other.example")];
    world.call("root", "createacct", &free).unwrap();
}

#[test]
fn tokens_stay_with_a_user_who_gets_another_name() {
    let world = World::new()
        .account("carol", "root")
        .reseller("carol", &[Acl::ListAccts, Acl::ManageApiTokens]);
    let form = [("token_name", "billing"), ("acl", "list-accts")];
    let made = world.data("carol", "api_token_create", &form);
    let token = made["token"].as_str().unwrap();
    world.call("root", "modifyacct", &[("user", "carol"), ("newuser", "carola")]).unwrap();
    let found = |user: &str| {
        let (tx, user) = (world.host.store.read().unwrap(), user.parse().unwrap());
        let now = world.host.clock.now();
        tokens::find(&*tx, &world.host, TokenKind::Whm, &user, token, now).unwrap()
    };
    assert_eq!(found("carola").unwrap().limit, Some([Acl::ListAccts].into_iter().collect()));
    assert!(found("carol").is_none());
}

#[test]
fn a_new_domain_takes_zone_site_and_subdomains_along() {
    let world = World::new().account("alice", "root").account("bob", "root");
    let tx = world.host.store.write().unwrap();
    tx.put(&DomainRecord {
        name: "blog.alice.test".parse().unwrap(),
        account: "alice".parse().unwrap(),
        kind: DomainKind::Sub,
        document_root: "blog".to_owned(),
        parent: Some("alice.test".parse().unwrap()),
        canonical: false.into(),
    })
    .unwrap();
    tx.put(&ZoneLine {
        zone: "alice.test".parse().unwrap(),
        place: 900,
        name: "shop".to_owned(),
        ttl: 300,
        kind: "CNAME".to_owned(),
        value: "www.alice.test.".to_owned(),
    })
    .unwrap();
    tx.commit().unwrap();
    let form = [("user", "alice"), ("domain", "alice.example")];
    assert_eq!(world.data("root", "modifyacct", &form)["domain"], "alice.example");
    assert!(world.machine.site("alice.test").unwrap().is_none());
    assert!(world.machine.site("alice.example").unwrap().is_some());
    assert_eq!(world.machine.site("blog.alice.example").unwrap().unwrap().document_root, "blog");
    let zones: Vec<_> = world.host.dns.list().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(zones, ["alice.example", "bob.test"]);
    let tx = world.host.store.read().unwrap();
    let line: ZoneLine =
        tx.first(vec![is("zone", "alice.example"), is("place", 900)]).unwrap().unwrap();
    assert_eq!((line.name.as_str(), line.value.as_str()), ("shop", "www.alice.example."));
    assert!(tx.matching::<JournalEntry>(Vec::new()).unwrap().is_empty());
    drop(tx);
    let form = [("user", "alice"), ("DNS", "bob.test"), ("domain", "free.example")];
    assert!(world.refusal("root", "modifyacct", &form).starts_with("domain: "));
    assert_eq!(record(&world, "alice").unwrap().domain.as_str(), "alice.example");
}

#[test]
fn policies_come_into_the_zone_and_go_from_it() {
    let world = World::new().account("alice", "root");
    let zone = || world.machine.find_zone("alice.test").unwrap().unwrap();
    let values = |name: &str| -> Vec<String> {
        let zone = zone();
        let lines = zone.lines.iter().filter(|line| line.kind == "TXT" && line.name == name);
        lines.map(|line| line.value.clone()).collect()
    };
    let modify = |form: &[(&str, &str)]| {
        let form = [&[("user", "alice")], form].concat();
        world.call("root", "modifyacct", &form).unwrap()
    };
    let (spf, dmarc) = (values(""), values("_dmarc"));
    assert_eq!((spf.len(), dmarc.len()), (1, 1));
    let serial = zone().soa.serial;
    modify(&[("HASSPF", "0"), ("HASDMARC", "0")]);
    assert_eq!((values(""), values("_dmarc")), (vec![], vec![]));
    assert_eq!(zone().soa.serial, serial + 1);
    modify(&[("HASSPF", "1"), ("HASDMARC", "1")]);
    assert_eq!((values(""), values("_dmarc")), (spf, dmarc));
    assert_eq!(zone().soa.serial, serial + 2);
    modify(&[("HASSPF", "1"), ("HASDMARC", "1"), ("QUOTA", "5")]);
    assert_eq!(zone().soa.serial, serial + 2);
}

#[test]
fn mail_is_signed_as_is_wished() {
    let world = World::new().account("alice", "root");
    assert_eq!(mail::signing::make_wanted(&world.host, mail::signing::make).unwrap(), 1);
    let published = || {
        let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
        zone.lines.iter().filter(|line| line.name == "default._domainkey").count()
    };
    let key = || world.machine.signing_key("alice.test").unwrap().is_some();
    assert_eq!((published(), key()), (1, true));
    world.call("root", "modifyacct", &[("user", "alice"), ("HASDKIM", "0")]).unwrap();
    assert_eq!((published(), key()), (0, false));
    world.call("root", "modifyacct", &[("user", "alice"), ("HASDKIM", "1")]).unwrap();
    assert_eq!((published(), key()), (1, true));
    assert_eq!(mail::signing::make_wanted(&world.host, mail::signing::make).unwrap(), 0);
}

#[test]
fn a_policy_that_cannot_be_published_is_named_and_nothing_changes() {
    let world = World::new().account("alice", "root");
    world.call("root", "modifyacct", &[("user", "alice"), ("HASDMARC", "0")]).unwrap();
    let tx = world.host.store.write().unwrap();
    tx.put(&ZoneLine {
        zone: "alice.test".parse().unwrap(),
        place: 900,
        name: "_dmarc".to_owned(),
        ttl: 300,
        kind: "CNAME".to_owned(),
        value: "policy.example.".to_owned(),
    })
    .unwrap();
    tx.commit().unwrap();
    let form = [("user", "alice"), ("HASDMARC", "1")];
    let said = world.refusal("root", "modifyacct", &form);
    assert!(said.starts_with("HASDMARC: ") && said.contains("alias"), "{said}");
    assert!(!record(&world, "alice").unwrap().dmarc.0);
}

#[test]
fn only_root_gives_what_is_roots_to_give() {
    let world = World::new()
        .account("carol", "root")
        .reseller("carol", &[Acl::EditAccount])
        .account("alice", "carol")
        .account("bob", "root");
    for extra in [
        ("BACKUP", "0"),
        ("reseller", "1"),
        ("owner", "root"),
        ("DBOWNER", "bob"),
        ("shell", "/bin/bash"),
        ("HASSHELL", "1"),
        ("MAXADDON", "3"),
        ("MAX_EMAIL_PER_HOUR", "3"),
    ] {
        let form = [("user", "alice"), extra];
        let refusal = world.call("carol", "modifyacct", &form).unwrap_err();
        assert_eq!(refusal.kind(), Kind::Denied, "{extra:?}");
        assert!(refusal.to_string().starts_with(extra.0), "{refusal}");
    }
    world.call("root", "modifyacct", &[("user", "alice"), ("QUOTA", "50")]).unwrap();
    let said = world.refusal("carol", "modifyacct", &[("user", "alice"), ("QUOTA", "0")]);
    assert!(said.starts_with("QUOTA: "), "{said}");
    let said = world.refusal("carol", "modifyacct", &[("user", "bob"), ("LOCALE", "de")]);
    assert_eq!(said, "There is no account “bob”.");
    let said = world.refusal("carol", "modifyacct", &[("user", "carol"), ("newuser", "eve")]);
    assert!(said.starts_with("newuser: "), "{said}");
    let form = [("user", "alice"), ("owner", "root"), ("newuser", "alicia")];
    world.call("root", "modifyacct", &form).unwrap();
    assert_eq!(record(&world, "alicia").unwrap().owner.as_str(), "root");
    assert_eq!((count(&world, "carol"), count(&world, "root")), (0, 3));
}

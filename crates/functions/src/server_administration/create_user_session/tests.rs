use api::{
    Acl, UserName, Value,
    records::{ResellerRecord, Service, SessionRecord},
};

use crate::{domain::sessions, testing::World};

fn world() -> World {
    World::new()
        .reseller("bob", &[Acl::CreateUserSession, Acl::ListAccts])
        .plant_account("bob", "root")
        .plant_account("anna", "bob")
        .plant_account("carl", "root")
}

fn form<'a>(user: &'a str, service: &'a str) -> [(&'a str, &'a str); 2] {
    [("user", user), ("service", service)]
}

fn redeem(world: &World, service: Service, data: &Value) -> Option<sessions::NewSession> {
    let tx = world.host.store.write().unwrap();
    let (id, token) = (data["session"].as_str()?, data["cp_security_token"].as_str()?);
    let now = world.host.clock.now();
    let redeemed = sessions::redeem(&*tx, &world.host, service, id, token, now).unwrap();
    tx.commit().unwrap();
    redeemed.map(|(_, session)| session)
}

#[test]
fn the_url_opens_the_session_once_within_its_time() {
    let world = world();
    let answer = world.call("bob", "create_user_session", &form("Anna", "cpaneld")).unwrap();
    assert_eq!(answer.notes.reason.as_deref(), Some("Created session"));
    let data = answer.data;
    let (session, token) =
        (data["session"].as_str().unwrap(), data["cp_security_token"].as_str().unwrap());
    assert!(session.starts_with("anna:") && session.contains(":create_user_session,"));
    let encoded = session.replace(':', "%3A").replace(',', "%2C");
    let url = format!("https://host.example.test:2083{token}/login/?session={encoded}");
    assert_eq!(data["url"], url.as_str());
    assert_eq!((&data["service"], &data["expires"]), (&"cpaneld".into(), &1_767_226_500.into()));
    assert!(redeem(&world, Service::Whm, &data).is_none());
    assert!(redeem(&world, Service::Cpanel, &data).is_some());
    assert!(redeem(&world, Service::Cpanel, &data).is_none());
    let late = world.data("bob", "create_user_session", &form("anna", "cpaneld"));
    world.clock.advance(900);
    assert!(redeem(&world, Service::Cpanel, &late).is_none());
}

#[test]
fn what_the_caller_chooses_stands_in_the_url() {
    let world = world();
    let url = |name: &str, text: &str| {
        let [user, service] = form("anna", "webmaild");
        let data = world.data("root", "create_user_session", &[user, service, (name, text)]);
        data["url"].as_str().unwrap().to_owned()
    };
    assert!(url("preferred_domain", "192.0.2.1").starts_with("https://192.0.2.1:2096/cpsess"));
    assert!(url("preferred_domain", "::1").starts_with("https://[::1]:2096/cpsess"));
    assert!(url("cp_security_token", "cpsess1234567890").contains(":2096/cpsess1234567890/login/"));
    assert!(url("locale", "fr").ends_with("&locale=fr"));
    assert!(url("app", "Email_Accounts").ends_with("&goto_uri=%2F%3Fgoto_app%3DEmail_Accounts"));
    assert!(url("app", "Site_Software_blog").contains("Site_Software_blog"));
    assert!(!url("app", "no such page").contains("goto"));
    assert!(url("promptToken", "aGk=").ends_with("&promptToken=aGk%3D"));
    for (name, bad) in [
        ("preferred_domain", "evil.test/x"),
        ("preferred_domain", "a.test:1"),
        ("cp_security_token", "cpsess1"),
        ("cp_security_token", "/../x"),
        ("locale", "a&b"),
        ("locale", "a\nb"),
        ("promptToken", "*"),
        ("app", "a\0"),
    ] {
        let [user, service] = form("anna", "cpaneld");
        let said = world.refusal("root", "create_user_session", &[user, service, (name, bad)]);
        assert!(said.starts_with(&format!("{name}: ")), "{said}");
    }
}

#[test]
fn strangers_root_and_the_unknown_are_as_good_as_absent() {
    let world = world();
    for service in Service::WORDS {
        for user in ["carl", "root", "none"] {
            let said = world.refusal("bob", "create_user_session", &form(user, service));
            assert_eq!(said, format!("There is no account “{user}”."), "{service}");
        }
    }
    let said = world.refusal("bob", "create_user_session", &form("a@anna.test", "webmaild"));
    assert_eq!(said, "There is no mailbox “a@anna.test”.");
    assert_eq!(world.host.store.read().unwrap().count::<SessionRecord>(&[]).unwrap(), 0);
}

#[test]
fn whostmgrd_is_for_resellers() {
    let world = world();
    let said = world.refusal("bob", "create_user_session", &form("anna", "whostmgrd"));
    assert!(said.starts_with("service: "), "{said}");
    let data = world.data("root", "create_user_session", &form("bob", "whostmgrd"));
    assert!(data["url"].as_str().unwrap().contains(":2087/"));
    assert!(redeem(&world, Service::Whm, &data).is_some());
    world.data("bob", "create_user_session", &form("bob", "whostmgrd"));
}

#[test]
fn nobody_rises_by_another_ones_session() {
    let world = world().reseller("anna", &[Acl::KillAcct]);
    for suspended in [false, true] {
        let tx = world.host.store.write().unwrap();
        let name: UserName = "anna".parse().unwrap();
        tx.put(&ResellerRecord { name, suspended: suspended.into() }).unwrap();
        tx.commit().unwrap();
        for service in ["cpaneld", "whostmgrd"] {
            let said = world.refusal("bob", "create_user_session", &form("anna", service));
            assert_eq!(said, "user: “anna” has privileges that you do not have.");
        }
    }
    world.data("root", "create_user_session", &form("anna", "whostmgrd"));
}

#[test]
fn a_limited_token_opens_no_session_of_its_owner() {
    let world = world();
    let token = world.token_caller("bob", &[Acl::CreateUserSession]);
    for service in Service::WORDS {
        let said = world.call_as(&token, "create_user_session", &form("bob", service));
        assert!(said.unwrap_err().to_string().starts_with("user: a token"));
    }
    assert!(world.call_as(&token, "create_user_session", &form("anna", "cpaneld")).is_ok());
}

#[test]
fn staff_look_into_a_suspended_account_and_new_credentials_end_it() {
    let world = world().suspended("anna", "unpaid");
    let data = world.data("root", "create_user_session", &form("anna", "cpaneld"));
    let tx = world.host.store.write().unwrap();
    tx.update::<api::records::Login>(&[("generation", 9.into())], &[]).unwrap();
    tx.commit().unwrap();
    assert!(redeem(&world, Service::Cpanel, &data).is_none());
    let data = world.data("root", "create_user_session", &form("anna", "cpaneld"));
    assert!(redeem(&world, Service::Cpanel, &data).is_some());
}

#[test]
fn a_mailbox_has_sessions_of_webmail_made_by_who_may_act_on_its_account() {
    let world = world();
    let tx = world.host.store.write().unwrap();
    tx.insert(&api::records::MailboxRecord {
        address: "info@anna.test".parse().unwrap(),
        domain: "anna.test".parse().unwrap(),
        account: "anna".parse().unwrap(),
        password: "!".to_owned(),
        generation: 4,
        must_change: false.into(),
        changed: world.host.clock.now(),
        quota: api::Limit::UNLIMITED,
        incoming_suspended: false.into(),
        login_suspended: false.into(),
        outgoing: api::records::Outgoing::Allowed,
        makes_folders: true.into(),
    })
    .unwrap();
    tx.commit().unwrap();
    let data = world.data("bob", "create_user_session", &form("info@anna.test", "webmaild"));
    assert!(data["session"].as_str().unwrap().starts_with("info@anna.test:"));
    assert!(redeem(&world, Service::Cpanel, &data).is_none());
    let opened = redeem(&world, Service::Webmail, &data).unwrap();
    let tx = world.host.store.write().unwrap();
    let find = || {
        let (id, token) = (opened.id.as_str(), opened.path_token.as_str());
        let now = world.host.clock.now();
        sessions::find(&*tx, &world.host, Service::Webmail, id, token, now).unwrap()
    };
    assert_eq!(find().unwrap().mailbox.unwrap().as_str(), "info@anna.test");
    tx.update::<api::records::MailboxRecord>(&[("generation", 5.into())], &[]).unwrap();
    assert!(find().is_none(), "new credentials end it");
    drop(tx);
    let said = world.refusal("bob", "create_user_session", &form("info@carl.test", "webmaild"));
    assert_eq!(said, "There is no mailbox “info@carl.test”.");
}

//! Pages as browsers get them.

use api::records::Service::{Cpanel, Whm};

use super::{
    samples::{self, HOSTILE, PASSWORD, World},
    *,
};

/// Every page that is shown by a GET at WHM.
const WHM_PAGES: &[&str] = &[
    "/",
    "/accounts",
    "/accounts/new",
    "/accounts/alice",
    "/accounts/alice/remove",
    "/force-password-change",
    "/tokens",
    "/tokens/billing",
    "/api-shell",
    "/api-shell/passwd",
    "/password",
    "/nowhere",
];

/// What a form may hold that is shown again.
const FIELDS: &[&str] = &[
    "q",
    "in",
    "sort",
    "page",
    "domain",
    "username",
    "email",
    "plan",
    "owner",
    "name",
    "expires",
    "addresses",
    "acl",
    "p.user",
    "p.kind",
    "p.level",
    "p.acl",
    "more",
    "o.sort",
    "o.term",
    "o.columns",
    "done",
    "user",
    "reason",
];

fn door(service: Service) -> Door {
    Door { service, secure: true }
}

fn hostile_form() -> Vec<(&'static str, &'static str)> {
    FIELDS.iter().map(|name| (*name, HOSTILE)).collect()
}

/// What the content security policy forbids, and what an escape would let through.
fn assert_harmless(place: &str, html: &str) {
    assert!(!html.contains("<script>") && !html.contains("alert('x')"), "{place}: {html}");
    assert!(!html.contains(" style=") && !html.contains("<style"), "{place}");
    assert!(!html.contains(" onclick=") && !html.contains("hx-on"), "{place}");
    for script in html.split("<script").skip(1) {
        assert!(script.starts_with(" src=\"/assets/"), "{place}: {script}");
    }
}

fn text(page: Page) -> String {
    match page {
        Page::Html(_, html) => html,
        Page::SeeOther(path) => path,
    }
}

#[test]
fn hostile_data_is_escaped_on_every_page() {
    for answer in [samples::hostile, samples::failure] {
        let world = World::new(answer).account("alice");
        for path in WHM_PAGES {
            for pairs in [Vec::new(), hostile_form()] {
                assert_harmless(path, &text(world.get(Whm, path, &pairs)));
                assert_harmless(path, &text(world.post(Whm, path, &pairs)));
            }
        }
        let deeds =
            ["settings", "package", "password", "suspend", "remove", "force-password-change"];
        for deed in deeds {
            let path = format!("/accounts/alice/{deed}");
            assert_harmless(&path, &text(world.post(Whm, &path, &hostile_form())));
        }
    }
    for page in [
        login(door(Whm), Some(HOSTILE), HOSTILE, HOSTILE),
        plain(404, HOSTILE, HOSTILE),
        World::new(samples::hostile).account("alice").into_account("alice", false).get(
            Cpanel,
            "/",
            &[],
        ),
    ] {
        assert_harmless("lone", &text(page));
    }
}

#[test]
fn hostile_data_is_shown_not_dropped() {
    let world = World::new(samples::hostile);
    let html = world.get(Whm, "/accounts", &[]).html(200);
    assert!(html.contains("&#60;script&#62;alert(&#39;x&#39;)"), "{html}");
}

#[test]
fn a_login_page_keeps_the_user_and_the_way() {
    let html = login(door(Cpanel), Some("Wrong."), "alice", "/a?b=1&c=2").html(401);
    for part in [
        "action=\"/login\"",
        "name=\"goto_uri\" value=\"/a?b=1&#38;c=2\"",
        "value=\"alice\" autocomplete=\"username\"",
        "autocomplete=\"current-password\"",
        "role=\"alert\"",
        "Your account",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    login(door(Whm), None, "", "/").html(200);
}

#[test]
fn who_must_change_the_password_reaches_nothing_else() {
    let world = World::new(samples::ordinary).account("alice").into_account("alice", true);
    for service in [Whm, Cpanel, Service::Webmail] {
        for path in WHM_PAGES.iter().filter(|path| **path != "/password") {
            assert_eq!(world.get(service, path, &[]).goes_to(), "/password", "{path}");
            assert_eq!(world.post(service, path, &[]).goes_to(), "/password", "{path}");
        }
    }
    assert!(world.functions.calls.borrow().is_empty());
    let html = world.get(Cpanel, "/password", &[]).html(200);
    assert!(!html.contains("<nav") && html.contains("/logout\""), "{html}");
    assert_eq!(html.matches("<a ").count(), 2, "the skip link and the logout: {html}");
}

#[test]
fn a_forced_change_is_met_on_its_page() {
    let world = World::new(samples::ordinary).account("alice");
    world.really("forcepasswordchange", &[("users_json", r#"{"alice":1}"#)]);
    let world = world.into_account("alice", true);
    let change = |current, new, repeat| {
        world.post(Cpanel, "/password", &[("current", current), ("new", new), ("repeat", repeat)])
    };
    let new = "Tundra-otter-9-mellow";
    for (page, status, part) in [
        (change(PASSWORD, new, "Tundra-otter-9-mellov"), 422, "differ"),
        (change("wrong", new, new), 403, "The current password"),
        (change(PASSWORD, "alice123", "alice123"), 422, "The new password"),
        (change(PASSWORD, PASSWORD, PASSWORD), 422, "used before"),
    ] {
        let html = page.html(status);
        assert!(html.contains(part) && html.contains("role=\"alert\""), "{part}: {html}");
        assert!(!html.contains(PASSWORD) && !html.contains(new));
        assert!(world.must_change("alice"));
    }
    assert_eq!(change(PASSWORD, new, new).goes_to(), "/?done=password");
    assert!(!world.must_change("alice"));
}

#[test]
fn the_page_of_forced_changes_shows_who_has_not_changed_yet_first() {
    let world = World::new(samples::ordinary).account("alice").account("bob");
    let boxes = |pairs: &[(&str, &str)]| {
        let html = world.get(Whm, "/force-password-change", pairs).html(200);
        assert!(html.contains("<h1>Force Password Change</h1>"));
        let boxes = html.split("name=\"user\" value=\"").skip(1);
        boxes.map(|rest| rest.split('>').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(boxes(&[]), ["alice\"", "bob\""]);
    assert_eq!(boxes(&[("all", "1")]), ["alice\" checked", "bob\" checked"]);
    world.really("forcepasswordchange", &[("users_json", r#"{"bob":1}"#)]);
    assert_eq!(boxes(&[]), ["bob\" checked disabled", "alice\""]);
    assert_eq!(boxes(&[("page", "2")]), Vec::<String>::new());
}

#[test]
fn checked_boxes_are_flagged_by_the_function() {
    let world = World::new(samples::ordinary);
    let page = world.post(Whm, "/force-password-change", &[("user", "alice"), ("user", "bob")]);
    assert_eq!(page.goes_to(), "/force-password-change?done=forced");
    let asked = world.last("forcepasswordchange").unwrap();
    assert_eq!(asked.last("users_json"), Some(r#"{"alice":1,"bob":1}"#));
    let html = world.post(Whm, "/force-password-change", &[]).html(422);
    assert!(html.contains("No account was chosen"), "{html}");
}

#[test]
fn the_list_of_accounts_asks_for_one_page_only() {
    let world = World::new(samples::ordinary);
    let pairs = [("q", "shop."), ("in", "owner"), ("sort", "domain"), ("down", "1"), ("page", "3")];
    let html = world.get(Whm, "/accounts", &pairs).html(200);
    let asked = world.last("listaccts").unwrap();
    for (name, text) in [
        ("api.chunk.start", "101"),
        ("api.chunk.size", "50"),
        ("api.sort.a.field", "domain"),
        ("api.sort.a.reverse", "1"),
        ("searchtype", "owner"),
        ("search", r"shop\."),
    ] {
        assert_eq!(asked.last(name), Some(text), "{name}");
    }
    assert!(html.contains("101 to 103 of 100000") && html.contains("page=4"), "{html}");
    assert!(world.get(Whm, "/accounts", &[("sort", "password")]).html(200).contains("ascending"));
    assert_eq!(world.last("listaccts").unwrap().last("api.sort.a.field"), Some("user"));
}

#[test]
fn a_generated_password_is_shown_once_and_is_the_one_set() {
    let world = World::new(samples::ordinary);
    let fields = [("username", "dora"), ("domain", "dora.test"), ("how", "generate")];
    let html = world.post(Whm, "/accounts/new", &fields).html(200);
    let asked = world.last("createacct").unwrap();
    let password = asked.last("password").unwrap();
    assert!(password.len() == 23 && html.contains(password), "{html}");

    let world = World::new(samples::failure);
    let typed = [("username", "dora"), ("how", "type"), ("password", PASSWORD)];
    let html = world.post(Whm, "/accounts/new", &typed).html(422);
    assert!(html.contains("value=\"dora\"") && !html.contains(PASSWORD), "{html}");
    assert_eq!(world.last("createacct").unwrap().last("password"), Some(PASSWORD));
}

#[test]
fn only_changed_settings_are_sent() {
    let world = World::new(samples::ordinary);
    let fields = [
        ("domain", "new.test"),
        ("was.domain", "old.test"),
        ("email", "a@b.test"),
        ("was.email", "a@b.test"),
    ];
    assert_eq!(
        world.post(Whm, "/accounts/alice/settings", &fields).goes_to(),
        "/accounts/alice?done=saved"
    );
    let asked = world.last("modifyacct").unwrap();
    assert_eq!((asked.len(), asked.last("domain")), (2, Some("new.test")));
}

#[test]
fn a_refused_form_keeps_what_was_typed() {
    fn refuses_changes(function: &str) -> api::Value {
        let refused = function == "modifyacct";
        if refused { samples::failure(function) } else { samples::ordinary(function) }
    }
    let world = World::new(refuses_changes);
    let fields = [("domain", "not a domain"), ("was.domain", "alice.example")];
    let html = world.post(Whm, "/accounts/alice/settings", &fields).html(422);
    assert!(
        html.contains("role=\"alert\"") && html.contains("name=\"domain\" value=\"not a domain\"")
    );
    assert!(html.contains("name=\"was.domain\" value=\"alice.example\""), "{html}");
}

#[test]
fn an_account_is_removed_only_when_its_name_is_typed() {
    let world = World::new(samples::ordinary);
    let html = world.post(Whm, "/accounts/alice/remove", &[("confirm", "alic")]).html(422);
    assert!(html.contains("Nothing was removed"), "{html}");
    assert!(world.last("removeacct").is_none());
    let page = world.post(Whm, "/accounts/alice/remove", &[("confirm", "alice")]);
    assert_eq!(page.goes_to(), "/accounts?done=removed");
    assert_eq!(world.last("removeacct").unwrap().last("username"), Some("alice"));
}

#[test]
fn a_get_changes_nothing() {
    let world = World::new(samples::ordinary).account("alice");
    let paths =
        WHM_PAGES.iter().copied().chain(["/accounts/alice/suspend", "/tokens/billing/revoke"]);
    for path in paths {
        drop(world.get(Whm, path, &[("confirm", "alice"), ("user", "alice")]));
    }
    let calls = world.functions.calls.borrow();
    assert!(!calls.is_empty());
    for (name, _) in calls.iter() {
        let entry = desk::Functions::find(&world.functions, name).unwrap();
        assert_eq!(entry.effect, api::Effect::Reads, "{name}");
    }
}

#[test]
fn the_shell_calls_once_and_hides_secrets() {
    let world = World::new(samples::ordinary);
    let fields = [
        ("p.user", "alice"),
        ("p.password", "Sesame-1"),
        ("p.acl", "ssl\r\npasswd\r\n"),
        ("more", "pass=Sesame-2\nextra=a b"),
        ("o.sort", "user"),
        ("o.columns", "user, domain"),
    ];
    let html = world.post(Whm, "/api-shell/passwd", &fields).html(200);
    assert_eq!(world.functions.calls.borrow().len(), 1);
    let asked = world.last("passwd").unwrap();
    assert_eq!(asked.texts(&["acl"]), ["ssl", "passwd"]);
    assert_eq!((asked.last("password"), asked.last("pass")), (Some("Sesame-1"), Some("Sesame-2")));
    assert_eq!((asked.last("api.columns.b"), asked.last("extra")), (Some("domain"), Some("a b")));
    assert_eq!(asked.last("db_pass_update"), None);
    assert!(!html.contains("Sesame") && html.contains("password=SECRET"), "{html}");
    assert!(
        html.contains("--data")
            && html.contains("extra=a%20b")
            && html.contains("&#60;result&#62;")
    );
}

#[test]
fn the_shell_lists_what_works_and_finds_by_name() {
    let world = World::new(samples::ordinary);
    let html = world.get(Whm, "/api-shell", &[]).html(200);
    assert!(html.contains("not working yet") && html.contains("17 of 17 functions"), "{html}");
    let html = world.get(Whm, "/api-shell", &[("q", "TOKEN"), ("only", "1")]).html(200);
    assert!(html.contains("3 of 17 functions") && !html.contains("api_token_update"), "{html}");
    assert!(world.functions.calls.borrow().is_empty());
}

#[test]
fn a_token_is_limited_as_the_form_says() {
    let world = World::new(samples::ordinary);
    let fields = [
        ("name", "billing"),
        ("rights", "some"),
        ("acl", "all"),
        ("expires", "2030-12-31"),
        ("addresses", "192.0.2.1\r\n2001:db8::/32"),
    ];
    drop(world.post(Whm, "/tokens", &fields).html(200));
    let asked = world.last("api_token_create").unwrap();
    assert_eq!(asked.last("expires_at"), Some("1924991999"));
    assert_eq!(asked.texts(&["whitelist_ip"]), ["192.0.2.1", "2001:db8::/32"]);
    assert_eq!(asked.texts(&["acl"]), ["all"]);
    let html = world.post(Whm, "/tokens", &[("name", "x"), ("rights", "some")]).html(422);
    assert!(html.contains("at least one privilege"), "{html}");
    let page = world.post(Whm, "/tokens/billing", &[("name", "new"), ("rights", "all")]);
    assert_eq!(page.goes_to(), "/tokens?done=token-saved");
    let asked = world.last("api_token_update").unwrap();
    assert_eq!((asked.last("new_name"), asked.last("whitelist_ip")), (Some("new"), Some("any")));
}

#[test]
fn an_account_sees_its_own_facts_and_no_other_page() {
    let world = World::new(samples::ordinary).account("alice").into_account("alice", false);
    let html = world.get(Cpanel, "/", &[]).html(200);
    assert!(html.contains("alice.test") && html.contains("main domain"), "{html}");
    assert!(world.functions.calls.borrow().is_empty());
    world.get(Cpanel, "/accounts", &[]).html(404);
}

#[test]
fn a_refusal_says_why() {
    let world = World::new(samples::ordinary).into_account("mallory", false);
    let html = world.get(Whm, "/force-password-change", &[]).html(403);
    assert!(html.contains("You may not force"), "{html}");
    assert!(!html.contains("/accounts\""), "no links to what is closed: {html}");
}

#[test]
fn only_our_own_words_tell_what_was_done() {
    let world = World::new(samples::ordinary);
    let html = world.get(Whm, "/", &[("done", "You won")]).html(200);
    assert!(!html.contains("role=\"status\""), "{html}");
    let html = world.get(Whm, "/accounts", &[("done", "removed")]).html(200);
    assert!(html.contains("The account is removed."), "{html}");
}

#[test]
fn the_strength_is_told_while_a_password_is_typed() {
    let world = World::new(samples::ordinary);
    let html = world.post(Whm, "/password/strength", &[("new", "password")]).html(200);
    assert!(html.contains("too easy to guess") && !html.contains("value=\"password\""), "{html}");
    let html = world.post(Whm, "/password/strength", &[("password", PASSWORD)]).html(200);
    assert!(html.contains("strong"), "{html}");
}

/// Writes pages to files, to be looked at in a browser.
#[test]
#[ignore = "writes files for the eye, and checks nothing that other tests do not"]
fn pages_for_the_eye() {
    let folder = std::env::temp_dir().join("pages-for-the-eye");
    std::fs::create_dir_all(&folder).unwrap();
    let world = (0..12).fold(World::new(samples::ordinary), |world, number| {
        world.account(&format!("shop{number}"))
    });
    world.really("forcepasswordchange", &[("users_json", r#"{"shop7":1,"shop9":1}"#)]);
    let keep = |name: &str, page: Page| {
        let html =
            text(page).replace("/assets/", &format!("{}/assets/", env!("CARGO_MANIFEST_DIR")));
        std::fs::write(folder.join(format!("{name}.html")), html).unwrap();
    };
    for path in WHM_PAGES {
        let name = path.trim_matches('/').replace('/', "-");
        keep(&format!("whm-{name}"), world.get(Whm, path, &[("done", "saved")]));
    }
    keep("shell-run", world.post(Whm, "/api-shell/passwd", &[("p.user", "alice")]));
    keep("created", world.post(Whm, "/accounts/new", &[("username", "a"), ("domain", "a.test")]));
    keep("token", world.post(Whm, "/tokens", &[("name", "a")]));
    keep("login", login(door(Whm), Some("The login is invalid."), "", "/"));
    keep("plain", plain(503, "Too busy", "Too much is asked at once. Try again in a moment."));
    let world = world.into_account("shop3", false);
    keep("account-home", world.get(Cpanel, "/", &[]));
    keep("account-password", world.post(Cpanel, "/password", &[("new", "a")]));
    let world = world.into_account("shop3", true);
    keep("account-forced", world.get(Cpanel, "/password", &[]));
}

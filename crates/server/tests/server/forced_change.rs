//! A forced change of password, from the call to the first free page.

use reqwest::blocking::{Client, Response};
use serde_json::Value;

use crate::{
    state,
    support::{Innkeeper, PASSWORD},
};

const NEW: &str = "Umbrella-brook-4-tundra";

fn force(server: &Innkeeper, user: &str) {
    let data =
        server.data_of("forcepasswordchange", &[("users_json", &format!(r#"{{"{user}":1}}"#))]);
    assert_eq!(data["updated"], serde_json::json!([user]));
}

fn enter(server: &Innkeeper, user: &str, password: &str) -> Option<(Client, String)> {
    server.log_in(&server.cpanel(""), user, password)
}

fn location(response: &Response) -> &str {
    response.headers()["location"].to_str().unwrap()
}

/// Sends the change page's form.
fn change(server: &Innkeeper, client: &Client, prefix: &str, current: &str, new: &str) -> Response {
    let form = [("current", current), ("new", new), ("repeat", new)];
    client.post(server.cpanel(&format!("{prefix}/password"))).form(&form).send().unwrap()
}

#[test]
fn a_flagged_user_sees_the_change_page_and_nothing_else() {
    let server = Innkeeper::start();
    server.account("anna");
    force(&server, "anna");
    let (client, prefix) = enter(&server, "anna", PASSWORD).unwrap();
    let change_page = format!("{prefix}/password");
    for path in ["/", "/anything", "/frontend/jupiter/index.html", "/files"] {
        let response = client.get(server.cpanel(&format!("{prefix}{path}"))).send().unwrap();
        assert_eq!(
            (response.status().as_u16(), location(&response)),
            (303, change_page.as_str()),
            "{path}"
        );
    }
    for path in ["/execute/Email/list_pops", "/json-api/cpanel", "/xml-api/cpanel"] {
        let response = client.get(server.cpanel(&format!("{prefix}{path}"))).send().unwrap();
        let text = response.text().unwrap();
        assert!(text.contains("must be changed before anything else"), "{path}: {text}");
    }
    let page = client.get(server.cpanel(&change_page)).send().unwrap();
    assert_eq!(page.status(), 200);
    assert!(!page.text().unwrap().contains("<nav"), "the page has nothing but the change");
}

#[test]
fn the_change_sets_the_user_free_and_ends_other_sessions() {
    let server = Innkeeper::start();
    server.account("anna");
    let (other, other_prefix) = enter(&server, "anna", PASSWORD).unwrap();
    force(&server, "anna");
    let (client, prefix) = enter(&server, "anna", PASSWORD).unwrap();
    let home = |client: &Client, prefix: &str| {
        client.get(server.cpanel(&format!("{prefix}/"))).send().unwrap()
    };
    assert_eq!(home(&other, &other_prefix).status(), 303, "an open session is held too");

    for (new, why) in [(PASSWORD, "the old one"), ("abc", "too short"), ("annaanna1", "too close")]
    {
        let refused = change(&server, &client, &prefix, PASSWORD, new);
        assert_eq!(refused.status(), 422, "{why}");
        assert_eq!(home(&client, &prefix).status(), 303, "{why}");
    }
    let refused = change(&server, &client, &prefix, "Not-the-present-1", NEW);
    assert_eq!(refused.status(), 403);

    let changed = change(&server, &client, &prefix, PASSWORD, NEW);
    assert_eq!(changed.status(), 303, "{}", changed.text().unwrap());
    assert_eq!(home(&client, &prefix).status(), 200);
    assert_ne!(home(&other, &other_prefix).status(), 200, "other sessions have ended");
    assert!(enter(&server, "anna", PASSWORD).is_none(), "the old password works no more");
    assert!(enter(&server, "anna", NEW).is_some());
}

#[test]
fn tokens_of_a_flagged_user_go_on() {
    let server = Innkeeper::start();
    server.reseller("rita");
    let basic = |client: &Client, function: &str| {
        let url = server.whm(&format!("/json-api/{function}?api.version=1&token_name=billing"));
        client.get(url).basic_auth("rita", Some(PASSWORD)).send().unwrap().json::<Value>().unwrap()
    };
    let made = basic(&server.client(), "api_token_create");
    let token = made["data"]["token"].as_str().unwrap();
    force(&server, "rita");
    let refused = basic(&server.client(), "applist");
    assert_eq!(refused["metadata"]["result"], 0);
    let answer = server.call_by(&format!("whm rita:{token}"), "applist", &[]);
    assert_eq!(answer["metadata"]["result"], 1, "{answer}");
}

#[test]
fn only_the_owners_change_clears_the_flag() {
    let mut server = Innkeeper::start();
    server.account("anna");
    force(&server, "anna");
    let is_held = |server: &Innkeeper, password: &str| {
        let (client, prefix) = enter(server, "anna", password).unwrap();
        client.get(server.cpanel(&format!("{prefix}/"))).send().unwrap().status() == 303
    };
    server.data_of("suspendacct", &[("user", "anna")]);
    assert!(enter(&server, "anna", PASSWORD).is_none());
    server.data_of("unsuspendacct", &[("user", "anna")]);
    assert!(is_held(&server, PASSWORD));
    server.data_of("passwd", &[("user", "anna"), ("password", NEW)]);
    assert!(is_held(&server, NEW));
    server.start_again();
    assert!(is_held(&server, NEW));
}

#[test]
fn a_one_time_url_leads_to_the_change_page_and_works_once() {
    let server = Innkeeper::start();
    server.account("anna");
    force(&server, "anna");
    let session =
        server.data_of("create_user_session", &[("user", "anna"), ("service", "cpaneld")]);
    let url = url_on(&server, session["url"].as_str().unwrap());
    let client = server.client();
    let fetched = client.get(&url).send().unwrap();
    let to = location(&fetched).to_owned();
    let landed = client.get(server.cpanel(&to)).send().unwrap();
    assert!(location(&landed).ends_with("/password"));
    let again = server.client().get(&url).send().unwrap();
    assert!(again.headers().get("set-cookie").is_none(), "a one-time URL opened twice");
}

#[test]
fn fifty_fetches_of_a_one_time_url_open_one_session() {
    let server = Innkeeper::start();
    server.account("anna");
    let session =
        server.data_of("create_user_session", &[("user", "anna"), ("service", "cpaneld")]);
    let url = url_on(&server, session["url"].as_str().unwrap());
    let opened = std::thread::scope(|scope| {
        let fetch =
            || server.client().get(&url).send().unwrap().headers().contains_key("set-cookie");
        let fetches: Vec<_> = (0..50).map(|_| scope.spawn(fetch)).collect();
        fetches.into_iter().filter_map(|fetch| fetch.join().ok()).filter(|opened| *opened).count()
    });
    assert_eq!(opened, 1);
    assert_eq!(state::count(&server, "sessions"), 1);
}

/// The URL on the port that the test's server has.
fn url_on(server: &Innkeeper, url: &str) -> String {
    let path = url.splitn(4, '/').nth(3).unwrap();
    server.cpanel(&format!("/{path}"))
}

#[test]
fn failures_are_named_and_what_was_done_is_kept() {
    let server = Innkeeper::start();
    for name in ["anna", "bert"] {
        server.account(name);
    }
    let form = [("users_json", r#"{"anna":1,"nobody":1,"bert":1}"#), ("stop_on_failure", "1")];
    let answer = server.call("forcepasswordchange", &form);
    assert_eq!(answer["metadata"]["result"], 0, "{answer}");
    let reason = answer["metadata"]["reason"].as_str().unwrap();
    assert!(reason.contains("nobody") && reason.contains("anna"), "{reason}");
    let form = [("users_json", r#"{"nobody":1,"bert":1,"anna":0}"#)];
    let answer = server.call("forcepasswordchange", &form);
    assert_eq!(answer["data"]["updated"], serde_json::json!(["bert"]));
    let warnings = answer["metadata"]["output"]["warnings"].to_string();
    assert!(warnings.contains("nobody"), "{answer}");
    for bad in ["", "[]", "{", "1", r#"{"anna":1,"anna":0}"#, r#"{"anna":{"a":1}}"#] {
        let answer = server.call("forcepasswordchange", &[("users_json", bad)]);
        let reason = answer["metadata"]["reason"].as_str().unwrap();
        assert!(reason.starts_with("users_json: "), "{bad}: {reason}");
    }
}

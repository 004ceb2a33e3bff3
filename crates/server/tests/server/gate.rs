//! The whole list of functions before callers who may not call them: refused, and nothing changed.

use serde_json::Value;

use crate::{
    state,
    support::{Innkeeper, PASSWORD, plain},
};

fn entries() -> impl Iterator<Item = &'static api::Entry> {
    functions::GROUPS.iter().flat_map(|group| group.functions)
}

/// A form that would do harm where a function obeyed it: every parameter that names something names
/// the stranger's account.
fn form(entry: &api::Entry) -> Vec<(&'static str, &'static str)> {
    let fields = entry.params.iter().filter(|field| !field.rest);
    fields.map(|field| (field.name, plain(field.ty))).collect()
}

struct Stranger {
    authorization: String,
    /// What they may call by their own privileges.
    granted: Vec<&'static str>,
}

fn walk(server: &Innkeeper, stranger: &Stranger) {
    let client = server.client();
    let before = state::of(server);
    for entry in entries() {
        let url = server.whm(&format!("/json-api/{}?api.version=1", entry.name));
        let mut request = client.post(url).form(&form(entry));
        if !stranger.authorization.is_empty() {
            request = request.header("Authorization", &stranger.authorization);
        }
        let response = request.send().unwrap();
        let (status, text) = (response.status().as_u16(), response.text().unwrap());
        if stranger.authorization.is_empty() {
            assert_eq!(status, 403, "{}: {text}", entry.name);
            assert!(text.contains(r#""error":"Access denied""#), "{}: {text}", entry.name);
            continue;
        }
        let answer: Value = serde_json::from_str(&text).unwrap();
        if stranger.granted.contains(&entry.name) {
            continue;
        }
        assert!(is_refusal(&answer), "{}: {text}", entry.name);
    }
    assert_eq!(state::of(server), before, "a refused call changed something");
}

/// Whether an answer says no and nothing else, in the envelope of API 1 or in that of the relay.
fn is_refusal(answer: &Value) -> bool {
    let says_no = |reason: &Value| {
        reason.as_str().is_some_and(|text| text.starts_with("You do not have permission"))
    };
    let in_whm = answer["metadata"]["result"] == 0
        && answer["status"] == 0
        && answer.get("data").is_none()
        && says_no(&answer["metadata"]["reason"]);
    in_whm || (answer["data"]["result"] == "0" && says_no(&answer["error"]))
}

fn granted(acls: &[api::Acl]) -> Vec<&'static str> {
    let set: api::AclSet = acls.iter().copied().collect();
    entries().filter(|entry| entry.needs.met_by(set)).map(|entry| entry.name).collect()
}

#[test]
fn nobody_reaches_any_function() {
    let server = Innkeeper::start();
    server.account("victim");
    walk(&server, &Stranger { authorization: String::new(), granted: Vec::new() });
    let wrong = format!("whm root:{}", "A".repeat(32));
    let client = server.client();
    for entry in entries() {
        let url = server.whm(&format!("/json-api/{}", entry.name));
        let response = client.get(url).header("Authorization", &wrong).send().unwrap();
        assert_eq!(response.status(), 403, "{}", entry.name);
    }
}

#[test]
fn an_account_reaches_no_function_of_whm() {
    let server = Innkeeper::start();
    for name in ["victim", "mallory"] {
        server.account(name);
    }
    let client = server.client();
    let before = state::of(&server);
    for entry in entries() {
        let url = server.whm(&format!("/json-api/{}", entry.name));
        let response = client.get(url).basic_auth("mallory", Some(PASSWORD)).send().unwrap();
        assert_eq!(response.status(), 403, "{}", entry.name);
    }
    assert_eq!(state::of(&server), before);
}

#[test]
fn a_mailbox_reaches_no_function_of_whm() {
    let server = Innkeeper::start();
    for name in ["victim", "mallory"] {
        server.account(name);
    }
    let mailbox = server.mailbox("mallory", "info");
    let before = state::of(&server);
    for entry in entries() {
        let path = format!("/json-api/{}?api.version=1", entry.name);
        let by_session = mailbox.client.get(mailbox.url(&path)).query(&form(entry));
        let text = by_session.send().unwrap().text().unwrap();
        assert!(text.contains(r#""error":"Function not found""#), "{path}: {text}");
        // What opens Webmail opens nothing else: neither the password nor the session.
        let by_password = mailbox.client.get(server.whm(&path)).query(&form(entry));
        let by_password = by_password.basic_auth(&mailbox.address, Some(&mailbox.password));
        let moved = mailbox.client.get(server.whm(&format!("{}{path}", mailbox.prefix)));
        for request in [by_password, moved.query(&form(entry))] {
            assert_eq!(request.send().unwrap().status(), 403, "{}", entry.name);
        }
    }
    assert_eq!(state::of(&server), before);
}

#[test]
fn a_narrow_token_reaches_what_it_was_made_for() {
    let server = Innkeeper::start();
    server.account("victim");
    let token =
        server.data_of("api_token_create", &[("token_name", "narrow"), ("acl", "list-pkgs")]);
    let token = token["token"].as_str().unwrap();
    let granted = granted(&[api::Acl::ListPkgs]);
    walk(&server, &Stranger { authorization: format!("whm root:{token}"), granted });
}

#[test]
fn a_reseller_without_privileges_reaches_what_needs_none() {
    let server = Innkeeper::start();
    server.account("victim");
    server.reseller("mallory");
    state::revoke_all(&server, "mallory");
    let authorization = format!("Basic {}", base64_of(&format!("mallory:{PASSWORD}")));
    walk(&server, &Stranger { authorization, granted: granted(&[]) });
}

#[test]
fn root_and_who_has_all_are_refused_no_function() {
    for user in ["root", "deputy"] {
        let server = Innkeeper::start();
        server.account("victim");
        server.reseller("deputy");
        server.data_of("setacls", &[("reseller", "deputy"), ("acl-all", "1")]);
        let mut authorization = format!("Basic {}", base64_of(&format!("deputy:{PASSWORD}")));
        if user == "root" {
            authorization = format!("whm root:{}", server.token());
        }
        for entry in entries().filter(|entry| entry.name != "reboot") {
            let answer = server.call_by(&authorization, entry.name, &[]);
            assert!(!is_refusal(&answer), "{user}, {}: {answer}", entry.name);
        }
    }
}

/// What may be asked about any name, since DNS tells everybody.
const PUBLIC: [&str; 1] = ["has_local_authority"];

#[test]
fn a_reseller_with_every_privilege_but_roots_does_nothing_to_a_strangers_account() {
    let server = Innkeeper::start();
    server.account("victim");
    server.reseller("mallory");
    let privileges = api::Acl::ALL.iter().filter(|acl| **acl != api::Acl::All);
    let names: Vec<String> = privileges.map(|acl| format!("acl-{}", acl.as_str())).collect();
    let mut grant = vec![("reseller", "mallory")];
    grant.extend(names.iter().map(|name| (name.as_str(), "1")));
    server.data_of("setacls", &grant);
    let authorization = format!("Basic {}", base64_of(&format!("mallory:{PASSWORD}")));
    let before = server.data_of("accountsummary", &[("user", "victim")]);
    let client = server.client();
    let ask = |entry: &api::Entry, name: &str| {
        let url = server.whm(&format!("/json-api/{}?api.version=1", entry.name));
        let form = form(entry).into_iter().map(|(key, text)| (key, text.replace("victim", name)));
        let request = client.post(url).form(&form.collect::<Vec<_>>());
        let response = request.header("Authorization", &authorization).send().unwrap();
        assert_eq!(response.status(), 200, "{}", entry.name);
        response.text().unwrap()
    };
    for entry in entries().filter(|entry| !PUBLIC.contains(&entry.name)) {
        let text = ask(entry, "victim");
        // Some answer name by name what was asked; of a name that nobody has, they say the same.
        if text.contains("victim.test\"") {
            let nobody = ask(entry, "absent").replace("absent", "victim");
            assert_eq!(text, nobody, "{} tells of a stranger", entry.name);
        }
    }
    assert_eq!(server.data_of("accountsummary", &[("user", "victim")]), before);
    assert!(server.log_in(&server.cpanel(""), "victim", PASSWORD).is_some());
}

fn base64_of(text: &str) -> String {
    use base64::Engine as _;
    base64::engine::general_purpose::STANDARD.encode(text)
}

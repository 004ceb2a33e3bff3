//! The whole list of the functions of accounts before callers who may not call them: refused, and
//! nothing changed.

use reqwest::blocking::{Client, RequestBuilder};
use serde_json::Value;

use crate::{
    state,
    support::{Innkeeper, PASSWORD, plain},
};

fn world() -> Innkeeper {
    let server = Innkeeper::start();
    server.account("amy");
    server
}

fn entries() -> impl Iterator<Item = (&'static str, &'static api::Entry)> {
    let of = |module: &'static api::Group| {
        module.functions.iter().map(move |entry| (module.title, entry))
    };
    uapi::MODULES.iter().flat_map(of)
}

fn form(entry: &api::Entry) -> Vec<(&'static str, &'static str)> {
    let fields = entry.params.iter().filter(|field| !field.rest);
    fields.map(|field| (field.name, plain(field.ty))).collect()
}

/// Calls everything by requests that are to be refused, and sees that nothing changed.
fn walk(
    server: &Innkeeper,
    call: impl Fn(&str, &api::Entry) -> RequestBuilder,
    status: u16,
    said: &str,
) {
    let before = state::of(server);
    for (module, entry) in entries() {
        let response = call(module, entry).form(&form(entry)).send().unwrap();
        assert_eq!(response.status(), status, "{module}::{}", entry.name);
        let text = response.text().unwrap();
        assert!(text.contains(said), "{module}::{}: {text}", entry.name);
    }
    assert_eq!(state::of(server), before, "a refused call changed something");
}

#[test]
fn nobody_and_a_bad_token_reach_no_function() {
    let server = world();
    let client = server.client();
    let url = |module: &str, entry: &api::Entry| {
        server.cpanel(&format!("/execute/{module}/{}", entry.name))
    };
    walk(&server, |module, entry| client.post(url(module, entry)), 401, r#""status":0"#);
    let wrong = format!("cpanel amy:{}", "A".repeat(32));
    let by_token = |module: &str, entry: &api::Entry| {
        client.post(url(module, entry)).header("Authorization", &wrong)
    };
    walk(&server, by_token, 401, r#""status":0"#);
    let root = |module: &str, entry: &api::Entry| {
        client
            .post(url(module, entry))
            .header("Authorization", format!("whm root:{}", server.token()))
    };
    walk(&server, root, 401, r#""status":0"#);
}

#[test]
fn an_account_reaches_no_function_of_another() {
    let server = world();
    server.account("victim");
    let client = server.client();
    let call = |module: &str, entry: &api::Entry| {
        let names = format!(
            "cpanel_jsonapi_user=victim&cpanel_jsonapi_apiversion=3&cpanel_jsonapi_module={module}\
             &cpanel_jsonapi_func={}",
            entry.name
        );
        client
            .post(server.cpanel(&format!("/json-api/cpanel?{names}")))
            .basic_auth("amy", Some(PASSWORD))
    };
    walk(&server, call, 200, "User parameter is invalid or was not supplied");
}

fn call(server: &Innkeeper, module: &str, entry: &api::Entry) -> Value {
    let url = server.cpanel(&format!("/execute/{module}/{}", entry.name));
    let request = server.client().post(url).basic_auth("amy", Some(PASSWORD)).form(&form(entry));
    request.send().unwrap().json().unwrap()
}

#[test]
fn an_account_without_features_reaches_no_function_that_needs_one() {
    let server = world();
    let features = functions::domain::features::FEATURES
        .iter()
        .map(|feature| (feature.id.to_owned(), 0.into()));
    let off = Value::Object(features.collect()).to_string();
    server.data_of("add_override_features_for_user", &[("user", "amy"), ("features", &off)]);
    let before = state::of(&server);
    for (module, entry) in entries().filter(|(_, entry)| entry.needs != api::Needs::ACCOUNT) {
        let said = call(&server, module, entry);
        let reason = said["errors"][0].as_str().unwrap();
        assert!(
            reason.starts_with("You do not have the feature “"),
            "{module}::{}: {said}",
            entry.name
        );
    }
    assert_eq!(state::of(&server), before);
}

#[test]
fn a_suspended_account_and_one_that_must_change_its_password_reach_nothing() {
    let server = world();
    server.account("bob");
    server.data_of("suspendacct", &[("user", "amy")]);
    server.data_of("forcepasswordchange", &[("users_json", r#"{"bob":1}"#)]);
    let client = server.client();
    let relay = |module: &str, entry: &api::Entry| {
        let names = [
            ("cpanel_jsonapi_user", "amy"),
            ("cpanel_jsonapi_apiversion", "3"),
            ("cpanel_jsonapi_module", module),
            ("cpanel_jsonapi_func", entry.name),
        ];
        let root = format!("whm root:{}", server.token());
        client.post(server.whm("/json-api/cpanel")).header("Authorization", root).query(&names)
    };
    walk(&server, relay, 200, "The account is suspended.");
    let own = |module: &str, entry: &api::Entry| {
        let url = server.cpanel(&format!("/execute/{module}/{}", entry.name));
        client.post(url).basic_auth("bob", Some(PASSWORD))
    };
    walk(&server, own, 200, "The password of this user must be changed");
}

/// Both relays of WHM, to a function for an account.
fn relays(
    (server, client): (&Innkeeper, &Client),
    (module, entry): (&str, &api::Entry),
    user: &str,
    authorization: &str,
) -> [RequestBuilder; 2] {
    let names = [
        ("cpanel_jsonapi_user", user),
        ("cpanel_jsonapi_apiversion", "3"),
        ("cpanel_jsonapi_module", module),
        ("cpanel_jsonapi_func", entry.name),
    ];
    let in_whm = [
        ("api.version", "1"),
        ("cpanel.user", user),
        ("cpanel.module", module),
        ("cpanel.function", entry.name),
    ];
    [("cpanel", names), ("uapi_cpanel", in_whm)].map(|(relay, names)| {
        let url = server.whm(&format!("/json-api/{relay}"));
        client.post(url).header("Authorization", authorization).query(&names)
    })
}

fn refused_by_both_relays(server: &Innkeeper, user: &str, authorization: &str, said: &str) {
    let (client, before) = (server.client(), state::of(server));
    for (module, entry) in entries() {
        for request in relays((server, &client), (module, entry), user, authorization) {
            let text = request.form(&form(entry)).send().unwrap().text().unwrap();
            assert!(text.contains(said), "{module}::{}: {text}", entry.name);
        }
    }
    assert_eq!(state::of(server), before, "a refused call changed something");
}

fn basic(user: &str) -> String {
    use base64::Engine as _;
    let pair = format!("{user}:{PASSWORD}");
    format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair))
}

/// A reseller who owns the account `amy`.
fn owned_by(reseller: &str) -> Innkeeper {
    let server = Innkeeper::start();
    server.reseller(reseller);
    server.account_of("amy", reseller);
    server
}

/// Gives a reseller every privilege but root's, and but one.
fn grant_all_but(server: &Innkeeper, reseller: &str, but: Option<api::Acl>) {
    let granted = api::Acl::ALL.iter().filter(|acl| **acl != api::Acl::All && Some(**acl) != but);
    let names: Vec<String> = granted.map(|acl| format!("acl-{}", acl.as_str())).collect();
    let mut form = vec![("reseller", reseller)];
    form.extend(names.iter().map(|name| (name.as_str(), "1")));
    server.data_of("setacls", &form);
}

#[test]
fn a_mailbox_reaches_no_function() {
    let server = world();
    let mailbox = server.mailbox("amy", "info");
    let by_session = |module: &str, entry: &api::Entry| {
        let url = mailbox.url(&format!("/execute/{module}/{}", entry.name));
        mailbox.client.post(url).header("Origin", format!("https://{}", server.address("webmail")))
    };
    walk(&server, by_session, 200, "User parameter is invalid or was not supplied");
    let by_password = |module: &str, entry: &api::Entry| {
        let url = server.cpanel(&format!("/execute/{module}/{}", entry.name));
        mailbox.client.post(url).basic_auth(&mailbox.address, Some(&mailbox.password))
    };
    walk(&server, by_password, 401, r#""status":0"#);
}

#[test]
fn an_owner_without_the_privilege_reaches_no_function_of_the_account() {
    let server = owned_by("rita");
    grant_all_but(&server, "rita", Some(api::Acl::CpanelApi));
    refused_by_both_relays(&server, "amy", &basic("rita"), "You do not have permission to call");
}

#[test]
fn who_has_the_privilege_reaches_no_function_of_a_strangers_account() {
    let server = owned_by("rita");
    server.reseller("mallory");
    grant_all_but(&server, "mallory", None);
    let said = "User parameter is invalid or was not supplied";
    refused_by_both_relays(&server, "amy", &basic("mallory"), said);
    refused_by_both_relays(&server, "rita", &basic("mallory"), said);
}

#[test]
fn a_narrow_token_of_roots_reaches_no_function() {
    let server = world();
    let form = [("token_name", "narrow"), ("acl", "list-accts")];
    let token = server.data_of("api_token_create", &form)["token"].as_str().unwrap().to_owned();
    let token = format!("whm root:{token}");
    refused_by_both_relays(&server, "amy", &token, "You do not have permission to call");
}

#[test]
fn a_token_that_only_reads_changes_nothing() {
    let server = world();
    let url = server.cpanel("/execute/Tokens/create_full_access?name=reader&readonly=1");
    let made: Value =
        server.client().get(url).basic_auth("amy", Some(PASSWORD)).send().unwrap().json().unwrap();
    let token = format!("cpanel amy:{}", made["data"]["token"].as_str().unwrap());
    let (client, before) = (server.client(), state::of(&server));
    let changes = entries().filter(|(_, entry)| entry.effect == api::Effect::Changes);
    for (module, entry) in changes {
        let url = server.cpanel(&format!("/execute/{module}/{}", entry.name));
        let request = client.post(url).header("Authorization", &token).form(&form(entry));
        let text = request.send().unwrap().text().unwrap();
        let said = "This token may only call functions that change nothing.";
        assert!(text.contains(said), "{module}::{}: {text}", entry.name);
    }
    assert_eq!(state::of(&server), before);
}

#[test]
fn root_who_has_all_and_the_owner_with_the_privilege_are_let_through_everywhere() {
    let server = owned_by("rita");
    server.reseller("deputy");
    server.data_of("setacls", &[("reseller", "deputy"), ("acl-all", "1")]);
    grant_all_but(&server, "rita", None);
    let (client, root) = (server.client(), format!("whm root:{}", server.token()));
    for authorization in [root, basic("deputy"), basic("rita")] {
        for (module, entry) in entries() {
            // A parameter that nobody knows is the function's to refuse or to leave, not the gate's.
            for request in relays((&server, &client), (module, entry), "amy", &authorization) {
                let text = request.form(&[("nobodys", "1")]).send().unwrap().text().unwrap();
                let refused = ["User parameter is invalid", "You do not have permission"];
                let said = refused.iter().any(|said| text.contains(said));
                assert!(!said, "{module}::{}: {text}", entry.name);
            }
        }
    }
}

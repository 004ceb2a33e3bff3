//! The whole list of the functions of accounts before callers who may not call them: refused, and
//! nothing changed.

use reqwest::blocking::RequestBuilder;
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

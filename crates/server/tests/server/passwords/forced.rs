//! A duty to change the password: what a flagged user may do, and what ends the duty.

use reqwest::blocking::Client;
use serde_json::Value;

use super::{NEW, by_password, change, enter, force, is_in, one_time_url, opens, set, token};
use crate::{
    state,
    support::{Innkeeper, PASSWORD},
};

const HELD: &str = "must be changed before anything else";

fn entries() -> impl Iterator<Item = &'static api::Entry> {
    functions::GROUPS.iter().flat_map(|group| group.functions)
}

#[test]
fn resellers_flag_their_own_accounts_alone() {
    let server = Innkeeper::start();
    server.reseller("rita");
    server.account_of("anna", "rita");
    server.account("stranger");
    server.data_of("suspendacct", &[("user", "anna")]);
    state::grant(&server, "rita", "passwd");
    let users = r#"forcepasswordchange?users_json={"stranger":1,"anna":1,"root":1,"nobody":1}"#;
    let answer = by_password(&server, "rita", PASSWORD, users);
    assert_eq!(answer["data"]["updated"], serde_json::json!(["anna"]), "{answer}");
    let warnings = answer["metadata"]["output"]["warnings"].as_array().unwrap();
    assert_eq!(warnings.len(), 3, "{answer}");
    let session = enter(&server, "stranger", PASSWORD).unwrap();
    assert!(is_in(&server, &session));
    server.data_of("unsuspendacct", &[("user", "anna")]);
    assert!(!is_in(&server, &enter(&server, "anna", PASSWORD).unwrap()));
}

#[test]
fn a_flagged_reseller_calls_no_function_but_the_own_change() {
    let server = Innkeeper::start();
    server.account("victim");
    server.reseller("rita");
    state::grant(&server, "rita", "all");
    let (client, prefix) = server.log_in(&server.whm(""), "rita", PASSWORD).unwrap();
    force(&server, "rita");
    let before = state::of(&server);
    let call = |client: &Client, prefix: &str, name: &str, by_password: bool| {
        let url = server.whm(&format!("{prefix}/json-api/{name}?api.version=1"));
        let form = [("user", "victim"), ("password", NEW), ("domain", "victim.test")];
        let mut request = client.post(url).form(&form);
        if by_password {
            request = request.basic_auth("rita", Some(PASSWORD));
        }
        request.send().unwrap().text().unwrap()
    };
    let plain = server.client();
    for entry in entries() {
        for answer in
            [call(&plain, "", entry.name, true), call(&client, &prefix, entry.name, false)]
        {
            assert!(answer.contains(HELD), "{}: {answer}", entry.name);
        }
    }
    assert_eq!(state::of(&server), before);
    let by_session = client
        .post(server.whm(&format!("{prefix}/json-api/passwd?api.version=1")))
        .form(&[("user", "rita"), ("password", NEW)]);
    assert!(by_session.send().unwrap().text().unwrap().contains(HELD));

    let own = |password: &str| {
        by_password(&server, "rita", PASSWORD, &format!("passwd?user=rita&password={password}"))
    };
    let same = own(PASSWORD);
    assert!(same["metadata"]["reason"].as_str().unwrap().contains("used before"), "{same}");
    assert_eq!(own(NEW)["metadata"]["result"], 1);
    assert!(opens(&server, "rita", NEW), "the duty is met");
}

#[test]
fn tokens_of_a_flagged_user_are_held_where_that_is_configured() {
    for (blocks, said) in [(false, "go on working"), (true, "are refused")] {
        let server = Innkeeper::start_set(&format!("forced_change_blocks_tokens = {blocks}\n"));
        server.reseller("rita");
        let token = token(&server, "rita");
        let form = [("users_json", r#"{"rita":1}"#)];
        let answer = server.call("forcepasswordchange", &form);
        let warnings = answer["metadata"]["output"]["warnings"].to_string();
        assert!(warnings.contains(said), "{answer}");
        let answer = server.call_by(&token, "applist", &[]);
        assert_eq!(answer["metadata"]["result"] == 1, !blocks, "{answer}");
    }
}

#[test]
fn a_new_name_clears_no_flag() {
    let server = Innkeeper::start();
    server.account("anna");
    force(&server, "anna");
    server.data_of("modifyacct", &[("user", "anna"), ("newuser", "annette")]);
    assert!(enter(&server, "anna", PASSWORD).is_none());
    assert!(!is_in(&server, &enter(&server, "annette", PASSWORD).unwrap()));
}

#[test]
fn the_last_passwords_may_not_come_again() {
    let password = |number: usize| match number {
        0 => PASSWORD.to_owned(),
        number => format!("Canyon-{number}-violet-{number}-hush"),
    };
    for (kept, changes) in [(0, 2), (1, 2), (24, 24)] {
        let server = Innkeeper::start_set(&format!("password_history = {kept}\n"));
        server.account("anna");
        force(&server, "anna");
        let session = enter(&server, "anna", PASSWORD).unwrap();
        for number in 1..=changes {
            let (current, new) = (password(number - 1), password(number));
            assert_eq!(change(&server, &session, &current, &new).status(), 303, "{kept} {number}");
        }
        let present = password(changes);
        // The present one counts among the last, and may not be chosen whatever is kept.
        for number in (changes + 1 - kept.max(1))..=changes {
            let refused = change(&server, &session, &present, &password(number));
            assert_eq!(refused.status(), 422, "{kept}: {number}");
            let page = refused.text().unwrap();
            assert!(page.contains("was used before"), "{kept}: {number}: {page}");
        }
        let oldest = password(changes - kept.max(1));
        assert_eq!(change(&server, &session, &present, &oldest).status(), 303, "{kept}");
    }
}

#[test]
fn a_one_time_url_leads_around_nothing() {
    let server = Innkeeper::start();
    server.reseller("rita");
    force(&server, "rita");
    let client = server.client();
    let fetched = client.get(one_time_url(&server, "rita", "whostmgrd")).send().unwrap();
    let to = fetched.headers()["location"].to_str().unwrap().to_owned();
    let landed = client.get(server.whm(&to)).send().unwrap();
    assert!(landed.headers()["location"].to_str().unwrap().ends_with("/password"));
    let prefix = format!("/{}", to.split('/').nth(1).unwrap());
    for entry in entries().filter(|entry| entry.finished).take(20) {
        let url = server.whm(&format!("{prefix}/json-api/{}?api.version=1", entry.name));
        let answer: Value = client.get(url).send().unwrap().json().unwrap();
        assert!(answer.to_string().contains(HELD), "{}: {answer}", entry.name);
    }
    for path in ["/", "/accounts", "/tokens", "/shell"] {
        let page = client.get(server.whm(&format!("{prefix}{path}"))).send().unwrap();
        assert_eq!(page.headers()["location"].to_str().unwrap(), format!("{prefix}/password"));
    }
}

#[test]
fn guesses_at_the_present_password_are_failed_logins() {
    let server = Innkeeper::start();
    server.account("anna");
    let session = enter(&server, "anna", PASSWORD).unwrap();
    for turn in 0..101 {
        let refused = change(&server, &session, &format!("Wrong-lamp-{turn}"), NEW);
        assert_ne!(refused.status(), 303);
    }
    assert_ne!(change(&server, &session, PASSWORD, NEW).status(), 303, "the right one, too late");
    assert!(enter(&server, "anna", PASSWORD).is_none(), "the same lock holds logins");
    assert!(is_in(&server, &session), "the session itself goes on");
    set(&server, "anna", NEW);
    assert!(!is_in(&server, &session));
}

//! A change of a password by others, and by the owner: what it reaches, what it ends.

use std::thread;

use adapters::system::Yescrypt;
use api::{Secret, ports::Passwords as _};

use super::{NEW, by_password, change, enter, fetched, is_in, one_time_url, opens, set, token};
use crate::{
    state,
    support::{Innkeeper, PASSWORD},
};

#[test]
fn every_service_takes_the_new_one_and_refuses_the_old() {
    let server = Innkeeper::start();
    server.reseller("rita");
    let takes = |password: &str| {
        [
            opens(&server, "rita", password),
            server.log_in(&server.whm(""), "rita", password).is_some(),
            enter(&server, "rita", password).is_some(),
        ]
    };
    assert_eq!(takes(PASSWORD), [true; 3]);
    let answer = set(&server, "rita", NEW);
    assert_eq!(answer["data"]["app"], serde_json::json!(["system"]), "{answer}");
    assert_eq!(takes(PASSWORD), [false; 3]);
    assert_eq!(takes(NEW), [true; 3]);
}

/// A release build has no such place to be killed at.
#[cfg(debug_assertions)]
#[test]
fn a_change_that_was_killed_is_made_or_not() {
    let mut server = Innkeeper::start();
    server.account("anna");
    let steps =
        ["opened", "written", "committed", "before-user", "after-user", "applied", "closed"];
    for (place, step) in steps.into_iter().enumerate() {
        set(&server, "anna", PASSWORD);
        // What the machine may not have written yet would be made at the start, and killed there.
        assert!(server.terminate());
        server.start_again_with(&[("INNKEEPER_KILL_AT", step)]);
        let words = ["whmapi1", "passwd", "user=anna", "password=Umbrella-brook-4-tundra"];
        assert_eq!(server.command(&words).status.code(), Some(2), "{step}");
        server.start_again();
        let is_made = place > 1;
        let (right, wrong) = if is_made { (NEW, PASSWORD) } else { (PASSWORD, NEW) };
        assert!(enter(&server, "anna", right).is_some(), "{step}");
        assert!(enter(&server, "anna", wrong).is_none(), "{step}");
        assert_eq!(state::machine_password(&server, "anna"), state::password(&server, "anna"));
    }
}

#[test]
fn nothing_of_the_old_password_lives_on() {
    let server = Innkeeper::start();
    server.reseller("rita");
    let mut whm = Vec::new();
    let mut own = Vec::new();
    for _ in 0..10 {
        whm.push(server.log_in(&server.whm(""), "rita", PASSWORD).unwrap());
        own.push(enter(&server, "rita", PASSWORD).unwrap());
    }
    let urls = ["cpaneld", "whostmgrd"].map(|service| one_time_url(&server, "rita", service));
    let support = one_time_url(&server, "rita", "cpaneld");
    assert!(fetched(&server, &support));
    assert!(opens(&server, "rita", PASSWORD), "the verdict is remembered");
    let live = || {
        let page = |(client, prefix): &(reqwest::blocking::Client, String)| {
            client.get(server.whm(&format!("{prefix}/"))).send().unwrap().status() == 200
        };
        let whm = whm.iter().filter(|session| page(session)).count();
        whm + own.iter().filter(|session| is_in(&server, session)).count()
    };
    assert_eq!((live(), state::count(&server, "sessions")), (20, 23));
    set(&server, "rita", NEW);
    assert_eq!((live(), state::count(&server, "sessions")), (0, 0));
    assert!(urls.iter().all(|url| !fetched(&server, url)), "a one-time URL outlived the change");
    assert!(!opens(&server, "rita", PASSWORD));

    own = (0..5).map(|_| enter(&server, "rita", NEW).unwrap()).collect();
    let changed = change(&server, &own[2], NEW, "Canyon-violet-3-hush");
    assert_eq!(changed.status(), 303);
    let in_force: Vec<bool> = own.iter().map(|session| is_in(&server, session)).collect();
    assert_eq!(in_force, [false, false, true, false, false], "the one that changed it goes on");
}

#[test]
fn logins_that_overlap_a_change_open_nothing() {
    let server = Innkeeper::start();
    server.account("anna");
    let mut passwords = [PASSWORD, NEW];
    let mut overlapping = 0;
    for round in 0..20 {
        let [old, new] = passwords;
        assert!(enter(&server, "anna", old).is_some());
        let sessions: Vec<_> = thread::scope(|scope| {
            let logins: Vec<_> =
                (0..4).map(|_| scope.spawn(|| enter(&server, "anna", old))).collect();
            assert_eq!(set(&server, "anna", new)["metadata"]["result"], 1);
            logins.into_iter().filter_map(|login| login.join().unwrap()).collect()
        });
        overlapping += sessions.len();
        for session in &sessions {
            assert!(!is_in(&server, session), "round {round}: an old password's session lives");
        }
        // The count of failures begins anew with a good login.
        assert!(enter(&server, "anna", new).is_some(), "round {round}");
        passwords.reverse();
    }
    assert!(overlapping > 0, "no login came in time to be tried");
}

#[test]
fn tokens_go_on_or_go_as_configured() {
    let cases = [
        ("keep", true, "1 API tokens of “rita” are still valid"),
        ("suspend", false, "1 API tokens of “rita” are suspended"),
        ("revoke", false, "null"),
    ];
    for (word, lives, warning) in cases {
        let server = Innkeeper::start_set(&format!("tokens_on_password_change = \"{word}\"\n"));
        server.reseller("rita");
        let token = token(&server, "rita");
        let works = || server.send(&token, "applist", &[]).status().is_success();
        assert!(works(), "{word}");
        let answer = set(&server, "rita", NEW);
        assert_eq!(works(), lives, "{word}");
        let warned = answer["metadata"]["output"]["warnings"].to_string();
        assert!(warned.contains(warning), "{answer}");
    }
}

#[test]
fn a_suspended_token_works_again_when_its_owner_updates_it() {
    let server = Innkeeper::start_set("tokens_on_password_change = \"suspend\"\n");
    server.reseller("rita");
    let token = token(&server, "rita");
    set(&server, "rita", NEW);
    let works = || server.send(&token, "applist", &[]).status().is_success();
    let listed = by_password(&server, "rita", NEW, "api_token_list");
    let name = listed["data"]["tokens"].as_object().unwrap().keys().next().unwrap().clone();
    let warned = listed["metadata"]["output"]["warnings"].to_string();
    assert!(warned.contains(&format!("“{name}” is suspended")), "{listed}");
    assert!(!works());
    by_password(&server, "rita", NEW, &format!("api_token_update?token_name={name}"));
    assert!(works());
}

#[test]
fn a_change_by_another_is_audited_without_its_value() {
    let server = Innkeeper::start();
    server.reseller("rita");
    server.account_of("anna", "rita");
    server.account("stranger");
    let sets = |user: &str| {
        by_password(&server, "rita", PASSWORD, &format!("passwd?user={user}&password={NEW}"))
    };
    assert_eq!(sets("anna")["metadata"]["result"], 0, "without the privilege");
    state::grant(&server, "rita", "passwd");
    assert_eq!(sets("anna")["metadata"]["result"], 1);
    assert_eq!(sets("stranger")["metadata"]["result"], 0);
    assert!(enter(&server, "anna", NEW).is_some());
    assert!(enter(&server, "stranger", PASSWORD).is_some());
    let lines: Vec<String> = state::rows(&server, "audit");
    let lines: Vec<_> = lines.iter().filter(|line| line.contains("|passwd|")).collect();
    assert_eq!(lines.len(), 3, "{lines:?}");
    for (user, result) in [("anna", "|ok|"), ("anna", "|denied|"), ("stranger", "|failed|")] {
        let is_it = |line: &&&String| {
            line.contains("|rita|")
                && line.contains("|127.0.0.1|")
                && line.contains(&format!(r#""user":"{user}""#))
                && line.contains(result)
        };
        assert_eq!(lines.iter().filter(is_it).count(), 1, "{user} {result}: {lines:?}");
    }
    assert!(lines.iter().all(|line| !line.contains("Umbrella")), "{lines:?}");
}

#[test]
fn a_suspended_account_has_its_new_password_later() {
    let server = Innkeeper::start();
    server.account("anna");
    server.data_of("suspendacct", &[("user", "anna")]);
    assert_eq!(set(&server, "anna", NEW)["metadata"]["result"], 1);
    assert!(enter(&server, "anna", NEW).is_none());
    server.data_of("unsuspendacct", &[("user", "anna")]);
    assert!(enter(&server, "anna", NEW).is_some());
    assert!(enter(&server, "anna", PASSWORD).is_none());
    set(&server, "anna", PASSWORD);
    server.data_of("suspendacct", &[("user", "anna")]);
    assert!(enter(&server, "anna", PASSWORD).is_none());
    server.data_of("unsuspendacct", &[("user", "anna")]);
    assert!(enter(&server, "anna", PASSWORD).is_some());
}

#[test]
fn of_two_changes_at_once_one_is_the_last_everywhere() {
    let server = Innkeeper::start();
    server.account("anna");
    let hashing = Yescrypt::quick().unwrap();
    for round in 0..100 {
        let two = [0, 1].map(|side| format!("Canyon-{round}-violet-{side}-hush"));
        thread::scope(|scope| {
            for password in &two {
                let server = &server;
                scope.spawn(move || {
                    assert_eq!(set(server, "anna", password)["metadata"]["result"], 1);
                });
            }
        });
        let hash = state::password(&server, "anna");
        assert_eq!(state::machine_password(&server, "anna"), hash, "round {round}");
        let is_in_force = |password: &&String| {
            hashing.verify(&Secret::new((*password).clone()), Some(&hash)).unwrap()
        };
        assert_eq!(two.iter().filter(is_in_force).count(), 1, "round {round}");
        let third = format!("Meadow-{round}-lantern-harbor");
        assert_eq!(set(&server, "anna", &third)["metadata"]["result"], 1);
        let hash = state::password(&server, "anna");
        assert!(hashing.verify(&Secret::new(third), Some(&hash)).unwrap(), "round {round}");
    }
    assert_eq!(state::count(&server, "journal"), 0);
}

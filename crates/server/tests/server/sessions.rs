//! Credentials of every kind where they do not belong, in pieces, put together wrongly, with
//! control bytes: none opens anything, and what fails has no effect.

use reqwest::{
    Method,
    blocking::Client,
    header::{AUTHORIZATION, COOKIE},
};

use crate::{
    state,
    support::{Innkeeper, PASSWORD},
};

/// The credentials that a server of its own has.
struct Credentials {
    whm_token: String,
    whm_session: (String, String),
    cpanel_session: (String, String),
}

/// A login as clients make it; gives the cookie, `NAME=VALUE`, and the path's prefix.
fn session(server: &Innkeeper, url: &str, user: &str, password: &str) -> (String, String) {
    let form = [("user", user), ("pass", password), ("login_only", "1")];
    let response = server.client().post(format!("{url}/login")).form(&form).send().unwrap();
    let cookie = response.headers()["set-cookie"].to_str().unwrap();
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let location = response.headers()["location"].to_str().unwrap();
    assert!(location.starts_with("/cpsess"), "{location}");
    let prefix = format!("/{}", location.split('/').nth(1).unwrap());
    (cookie, prefix)
}

fn credentials(server: &Innkeeper) -> Credentials {
    server.account("anna");
    Credentials {
        whm_token: server.token(),
        whm_session: session(server, &server.whm(""), "root", &server.password()),
        cpanel_session: session(server, &server.cpanel(""), "anna", PASSWORD),
    }
}

/// What a request with these headers gets.
fn get(client: &Client, url: &str, headers: &[(&str, &str)]) -> (u16, String) {
    let mut request = client.request(Method::GET, url);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = request.send().unwrap();
    (response.status().as_u16(), response.text().unwrap())
}

fn is_version(answer: &(u16, String)) -> bool {
    answer.0 == 200 && answer.1.contains(r#""version""#) && answer.1.contains(r#""result":1"#)
}

#[test]
fn each_kind_opens_its_own_service_alone() {
    let server = Innkeeper::start();
    let have = credentials(&server);
    let client = Client::builder().danger_accept_invalid_certs(true).build().unwrap();
    let url = |prefix: &str| server.whm(&format!("{prefix}/json-api/version?api.version=1"));
    let ask = |prefix: &str, headers: &[(&str, &str)]| get(&client, &url(prefix), headers);

    let token = format!("whm root:{}", have.whm_token);
    let (cookie, prefix) = (have.whm_session.0.as_str(), have.whm_session.1.as_str());
    assert!(is_version(&ask("", &[("Authorization", &token)])));
    assert!(is_version(&ask("/cpsess1234567890", &[("Authorization", &token)])));
    assert!(is_version(&ask(prefix, &[("Cookie", cookie)])));

    let (account_cookie, account_prefix) = &have.cpanel_session;
    let as_whm = account_cookie.replace("cpsession", "whostmgrsession");
    let swapped = format!("cpanel root:{}", have.whm_token);
    let for_anna = format!("whm anna:{}", have.whm_token);
    let lower = format!("whm root:{}", have.whm_token.to_lowercase());
    let as_password = format!("Bearer {}", have.whm_token);
    let other_prefix = "/cpsess1234567890";
    let refused: [(&str, Vec<(&str, &str)>); 12] = [
        ("", vec![]),
        ("", vec![("Cookie", cookie)]),
        (other_prefix, vec![("Cookie", cookie)]),
        (account_prefix, vec![("Cookie", cookie)]),
        (prefix, vec![("Cookie", account_cookie)]),
        (account_prefix, vec![("Cookie", account_cookie)]),
        (account_prefix, vec![("Cookie", &as_whm)]),
        (prefix, vec![]),
        (prefix, vec![("Cookie", cookie), ("Authorization", "whm root:x")]),
        ("", vec![("Authorization", &swapped)]),
        ("", vec![("Authorization", &for_anna)]),
        ("", vec![("Authorization", &as_password)]),
    ];
    for (path, headers) in refused {
        let answer = ask(path, &headers);
        assert!(matches!(answer.0, 401 | 403), "{path} {headers:?}: {answer:?}");
    }
    assert_eq!(ask("", &[("Authorization", &lower)]).0, 403);

    // An account's port knows no function of WHM, and no credentials of it.
    let url = server.cpanel("/json-api/version?api.version=1");
    for headers in [vec![("Authorization", token.as_str())], vec![("Cookie", cookie)]] {
        let answer = get(&client, &url, &headers);
        assert!(!is_version(&answer), "{headers:?}: {answer:?}");
    }
}

#[test]
fn pieces_of_credentials_open_nothing_and_leave_nothing() {
    let server = Innkeeper::start();
    let have = credentials(&server);
    let client = Client::builder().danger_accept_invalid_certs(true).build().unwrap();
    let before = state::of(&server);
    let sessions = state::count(&server, "sessions");
    let url = server.whm("/json-api/version?api.version=1");
    for end in 0..have.whm_token.len() {
        let piece = format!("whm root:{}", have.whm_token.get(..end).unwrap());
        assert_eq!(get(&client, &url, &[("Authorization", &piece)]).0, 403, "{end}");
    }
    let (cookie, prefix) = &have.whm_session;
    let (name, value) = cookie.split_once('=').unwrap();
    let url = server.whm(&format!("{prefix}/json-api/version?api.version=1"));
    for end in (0..value.len()).step_by(3) {
        let piece = format!("{name}={}", value.get(..end).unwrap());
        let status = get(&client, &url, &[("Cookie", &piece)]).0;
        assert!(matches!(status, 401 | 403), "{end}: {status}");
    }
    for end in 1..prefix.len() {
        let url = format!("{}/json-api/version?api.version=1", prefix.get(..end).unwrap());
        let answer = get(&client, &server.whm(&url), &[("Cookie", cookie)]);
        assert!(!is_version(&answer), "{end}: {answer:?}");
    }
    assert_eq!(state::of(&server), before);
    assert_eq!(state::count(&server, "sessions"), sessions);
}

/// The chain of CVE-2026-41940: line ends smuggled into a session's record through a credential,
/// read back with more trust than they were written with.
#[test]
fn control_bytes_in_credentials_make_no_session_and_no_lines() {
    let server = Innkeeper::start();
    server.account("anna");
    let before = state::of(&server);
    let client = server.client();
    let smuggled =
        ["%0a", "%0d%0a", "%00", "%250a", "%c2%85", "%e2%80%a8", "%0auser=root%0ahasroot=1"];
    for bytes in smuggled {
        for (user, pass) in [
            (format!("root{bytes}"), PASSWORD.to_owned()),
            ("root".to_owned(), format!("x{bytes}successful_internal_auth_with_timestamp=1")),
            (format!("anna{bytes}"), PASSWORD.to_owned()),
        ] {
            let body = format!("user={user}&pass={pass}&login_only=1&goto_uri=/{bytes}");
            let response = client
                .post(server.whm("/login/?login_only=1"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(body)
                .send()
                .unwrap();
            assert_eq!(response.status(), 401, "{user} {pass}");
            assert!(response.headers().get("set-cookie").is_none(), "a session before identity");
            let text = response.text().unwrap();
            assert!(!text.contains("cpsess"), "a token in an unauthenticated answer: {text}");
        }
        for value in [format!("root%3aX{bytes}"), bytes.to_owned(), format!("root{bytes}%3aA%2cB")]
        {
            let cookie = format!("__Host-whostmgrsession={value}");
            let url = server.whm("/cpsess1234567890/json-api/version?api.version=1");
            let response = client.get(url).header(COOKIE, cookie).send().unwrap();
            assert!(matches!(response.status().as_u16(), 401 | 403));
        }
    }
    assert_eq!(state::count(&server, "sessions"), 0, "what failed left a session");
    assert_eq!(state::of(&server), before);
}

#[test]
fn no_unauthenticated_answer_holds_a_token() {
    let server = Innkeeper::start();
    let client = server.client();
    let paths = [
        "/",
        "/login",
        "/login/?goto_uri=/x",
        "/logout",
        "/accounts",
        "/json-api/version",
        "/xml-api/x",
        "/nothing",
        "/cpsess1/",
        "/assets/style.css",
    ];
    for path in paths {
        for url in [server.whm(path), server.cpanel(path)] {
            for response in [client.get(&url).send().unwrap(), client.post(&url).send().unwrap()] {
                assert!(response.headers().get("set-cookie").is_none(), "{url}");
                let location = response.headers().get("location").cloned();
                assert!(
                    location.is_none_or(|to| !to.to_str().unwrap().contains("cpsess")),
                    "{url}"
                );
                assert!(!response.text().unwrap().contains("cpsess"), "{url}");
            }
        }
    }
    assert_eq!(state::count(&server, "sessions"), 0);
}

#[test]
fn a_session_ends_when_it_is_logged_out() {
    let server = Innkeeper::start();
    let (client, prefix) = server.log_in(&server.whm(""), "root", &server.password()).unwrap();
    let version = |prefix: &str| {
        let url = server.whm(&format!("{prefix}/json-api/version?api.version=1"));
        client.get(url).send().unwrap().status().as_u16()
    };
    assert_eq!(version(&prefix), 200);
    client.post(server.whm(&format!("{prefix}/logout"))).send().unwrap();
    assert_ne!(version(&prefix), 200);
    assert_eq!(state::count(&server, "sessions"), 0);
}

#[test]
fn a_token_ends_with_its_time_and_works_from_its_addresses() {
    let server = Innkeeper::start();
    let past =
        server.call("api_token_create", &[("token_name", "past"), ("expires_at", "1000000000")]);
    assert_eq!(past["metadata"]["result"], 0, "{past}");
    let elsewhere = [("token_name", "elsewhere"), ("whitelist_ip", "192.0.2.0/24")];
    let token = server.data_of("api_token_create", &elsewhere);
    let authorization = format!("whm root:{}", token["token"].as_str().unwrap());
    assert_eq!(server.send(&authorization, "version", &[]).status(), 403);
    let here = [("token_name", "here"), ("whitelist_ip", "127.0.0.0/8")];
    let token = server.data_of("api_token_create", &here);
    let authorization = format!("whm root:{}", token["token"].as_str().unwrap());
    assert_eq!(server.send(&authorization, "version", &[]).status(), 200);
    server.data_of("api_token_revoke", &[("token_name", "here")]);
    assert_eq!(server.send(&authorization, "version", &[]).status(), 403);
}

#[test]
fn other_sites_pages_change_nothing() {
    let server = Innkeeper::start();
    server.account("anna");
    let (client, prefix) = server.log_in(&server.whm(""), "root", &server.password()).unwrap();
    let before = state::of(&server);
    let url = server.whm(&format!("{prefix}/json-api/suspendacct?api.version=1&user=anna"));
    let foreign = [
        ("Origin", "https://evil.example"),
        ("Origin", "null"),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "same-site"),
    ];
    for (name, value) in foreign {
        let response = client.post(&url).header(name, value).send().unwrap();
        assert_eq!(response.status(), 403, "{name}: {value}");
    }
    let response = client.get(&url).header("Sec-Fetch-Site", "cross-site").send().unwrap();
    assert_eq!(response.status(), 403);
    assert_eq!(state::of(&server), before);
    assert!(
        !client.get(&url).header(AUTHORIZATION, "whm root:x").send().unwrap().status().is_success()
    );
    let own = client.post(&url).header("Sec-Fetch-Site", "same-origin").send().unwrap();
    assert_eq!(own.status(), 200);
    assert_ne!(state::of(&server), before);
}

//! Browsers that other sites send here, and what each answer tells browsers: a session's cookie alone
//! changes nothing, and no answer goes out without its headers.

use api::Effect;
use reqwest::{
    Method,
    blocking::{Client, Response},
};
use serde_json::Value;

use crate::{
    state,
    support::{Innkeeper, PASSWORD},
};

/// A changing call of a browser, and why it must have no effect.
struct Attack {
    why: &'static str,
    prefix: String,
    headers: &'static [(&'static str, &'static str)],
    method: Method,
}

fn attacks(own: &str, others: &str, elsewhere: &str) -> Vec<Attack> {
    let attack = |why, prefix: &str, headers, method| Attack {
        why,
        prefix: prefix.to_owned(),
        headers,
        method,
    };
    let both = |why, prefix: &str| {
        [Method::GET, Method::POST].map(|method| attack(why, prefix, &[], method))
    };
    let post = |why, headers| attack(why, own, headers, Method::POST);
    let mut attacks = Vec::new();
    attacks.extend(both("no token", ""));
    attacks.extend(both("a token of nobody", "/cpsess1234567890"));
    attacks.extend(both("another session's token", others));
    attacks.extend(both("a token of the other listener", elsewhere));
    attacks.push(post("no origin at all", &[("Origin", "null")]));
    attacks.push(post("another site", &[("Origin", "https://evil.test")]));
    attacks.push(post("a form of another site", &[("Sec-Fetch-Site", "cross-site")]));
    attacks.push(post("a form of a neighbour", &[("Sec-Fetch-Site", "same-site")]));
    let cross: &[(&str, &str)] = &[("Sec-Fetch-Site", "cross-site")];
    attacks.push(attack("a link on another site", own, cross, Method::GET));
    attacks
}

#[test]
fn a_cookie_alone_changes_nothing() {
    let server = Innkeeper::start();
    server.account("victim");
    server.account("anna");
    let log_in = || server.log_in(&server.whm(""), "root", &server.password()).unwrap();
    let ((client, own), (_, others)) = (log_in(), log_in());
    let (_, elsewhere) = server.log_in(&server.cpanel(""), "anna", PASSWORD).unwrap();
    let before = state::of(&server);
    let audited = state::count(&server, "audit");
    let entries = functions::GROUPS.iter().flat_map(|group| group.functions);
    let changing: Vec<_> = entries.filter(|entry| entry.effect == Effect::Changes).collect();
    for attack in attacks(&own, &others, &elsewhere) {
        for entry in &changing {
            let answer = sent(&server, &client, &attack, entry.name);
            let status = answer.status().as_u16();
            assert!(matches!(status, 401 | 403), "{} {}: {status}", attack.why, entry.name);
        }
    }
    assert_eq!(state::of(&server), before);
    assert_eq!(state::count(&server, "audit"), audited, "a function was reached");

    // The same call from the server's own pages does what it says.
    let origin = server.whm("");
    let url = server.whm(&format!("{own}/json-api/suspendacct?api.version=1"));
    let request = client.post(url).header("Origin", origin).form(&[("user", "victim")]);
    let answer: Value = request.send().unwrap().json().unwrap();
    assert_eq!(answer["metadata"]["result"], 1, "{answer}");
    assert_ne!(state::of(&server), before);
}

fn sent(server: &Innkeeper, client: &Client, attack: &Attack, function: &str) -> Response {
    let url = server.whm(&format!("{}/json-api/{function}?api.version=1", attack.prefix));
    let form = [("user", "victim"), ("username", "mallory"), ("domain", "mallory.test")];
    let mut request = client.request(attack.method.clone(), url);
    request = if attack.method == Method::GET { request.query(&form) } else { request.form(&form) };
    for (name, value) in attack.headers {
        request = request.header(*name, *value);
    }
    request.send().unwrap()
}

#[test]
fn pages_take_no_forms_of_other_sites() {
    let server = Innkeeper::start();
    server.account("anna");
    let (client, prefix) = server.log_in(&server.cpanel(""), "anna", PASSWORD).unwrap();
    let before = state::of(&server);
    let new = "Umbrella-brook-4-tundra";
    let form = [("current", PASSWORD), ("new", new), ("repeat", new)];
    let post = |prefix: &str, origin: &str| {
        let url = server.cpanel(&format!("{prefix}/password"));
        client.post(url).header("Origin", origin).form(&form).send().unwrap().status().as_u16()
    };
    for (prefix, origin, status) in [
        ("", server.cpanel(""), 401),
        ("/cpsess1234567890", server.cpanel(""), 401),
        (prefix.as_str(), "null".to_owned(), 403),
        (prefix.as_str(), "https://evil.test".to_owned(), 403),
        (prefix.as_str(), server.whm(""), 403),
        (prefix.as_str(), server.cpanel("").replace("https", "http"), 403),
    ] {
        assert_eq!(post(prefix, &origin), status, "{prefix} {origin}");
    }
    let foreign = client.get(server.cpanel(&format!("{prefix}/logout")));
    let foreign = foreign.header("Sec-Fetch-Site", "cross-site").send().unwrap();
    assert_eq!(foreign.status(), 403, "another site logs nobody out");
    assert_eq!(state::of(&server), before);
    assert_eq!(post(&prefix, &server.cpanel("")), 303);
}

/// What every answer has.
const HEADERS: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("x-frame-options", "DENY"),
    ("content-security-policy", "frame-ancestors 'none'"),
];

fn is_dressed(answer: &Response, what: &str, secure: bool) {
    for (name, part) in HEADERS {
        let values: Vec<_> = answer.headers().get_all(name).iter().collect();
        let [value] = values.as_slice() else { panic!("{what}: {name}: {values:?}") };
        assert!(value.to_str().unwrap().contains(part), "{what}: {name}: {value:?}");
    }
    let policy = answer.headers()["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    assert!(answer.headers().contains_key("cache-control"), "{what}");
    let has_hsts = answer.headers().contains_key("strict-transport-security");
    assert_eq!(has_hsts, secure, "{what}: Strict-Transport-Security");
}

/// What is asked, how, and the status that comes.
const ROUTES: [(&str, &str, u16); 26] = [
    ("GET", "/", 401),
    ("HEAD", "/", 401),
    ("GET", "/nothing/here", 401),
    ("POST", "/accounts", 401),
    ("GET", "/login", 200),
    ("POST", "/login", 401),
    ("GET", "/login?session=root%3Ax&goto_uri=%2F", 200),
    ("GET", "/cpsess1234567890/login?session=root%3Ax", 401),
    ("GET", "/logout", 200),
    ("GET", "/assets/app.css", 200),
    ("GET", "/assets/nothing", 404),
    ("GET", "/assets/../../etc/passwd", 401),
    ("GET", "/json-api/version", 403),
    ("GET", "/json-api/", 403),
    ("POST", "/json-api/createacct", 403),
    ("GET", "/xml-api/version", 403),
    ("GET", "/execute/Email/list_pops", 401),
    ("GET", "/json-api/nope", 403),
    ("PUT", "/json-api/version", 405),
    ("DELETE", "/", 405),
    ("OPTIONS", "/json-api/version", 405),
    ("PATCH", "/login", 405),
    ("GET", "/%00", 400),
    ("GET", "/%ff", 400),
    ("GET", "/json-api/%0d%0aSet-Cookie:x", 400),
    ("TRACE", "/", 405),
];

#[test]
fn every_answer_has_its_headers() {
    let server = Innkeeper::start_with(&["--whm-plain-port", "0"]);
    let client = server.client();
    let plain = format!("http://{}", server.address("whm-plain"));
    for (base, secure) in [(server.whm(""), true), (server.cpanel(""), true), (plain, false)] {
        for (method, path, status) in ROUTES {
            let method = Method::from_bytes(method.as_bytes()).unwrap();
            let answer = client.request(method.clone(), format!("{base}{path}")).send().unwrap();
            let what = format!("{method} {base}{path}");
            is_dressed(&answer, &what, secure);
            if base == server.whm("") {
                assert_eq!(answer.status(), status, "{what}");
            }
        }
    }
}

#[test]
fn answers_to_who_is_known_have_them_too() {
    let server = Innkeeper::start();
    server.account("anna");
    let (client, prefix) = server.log_in(&server.whm(""), "root", &server.password()).unwrap();
    let (own, own_prefix) = server.log_in(&server.cpanel(""), "anna", PASSWORD).unwrap();
    let paths = ["/", "/accounts", "/accounts/anna", "/shell", "/tokens", "/password", "/none"];
    let calls = ["/json-api/version", "/json-api/listaccts?api.version=1", "/xml-api/listaccts"];
    for path in paths.into_iter().chain(calls) {
        let answer = client.get(server.whm(&format!("{prefix}{path}"))).send().unwrap();
        is_dressed(&answer, path, true);
    }
    for path in ["/", "/password", "/none", "/json-api/cpanel", "/execute/Email/list_pops"] {
        let answer = own.get(server.cpanel(&format!("{own_prefix}{path}"))).send().unwrap();
        is_dressed(&answer, path, true);
    }
    let root = format!("whm root:{}", server.token());
    let post = |path: &str, name: &str, value: &str, body: Vec<u8>| {
        let request = server.client().post(server.whm(path)).header("Authorization", &root);
        request.header(name, value).body(body).send().unwrap()
    };
    for (path, name, value, body, status) in [
        ("/json-api/version", "Content-Encoding", "gzip", vec![0; 5], 415),
        ("/json-api/version", "Content-Type", "text/plain", vec![b'a'; (16 << 20) + 1], 413),
        ("/login", "Content-Type", "text/plain", vec![b'a'; 1 << 20], 413),
        ("/json-api/version?api.version=1", "Content-Type", "application/json", vec![b'{'], 200),
        ("/json-api/nope?api.version=1", "Content-Type", "text/plain", vec![], 200),
    ] {
        let answer = post(path, name, value, body);
        assert_eq!(answer.status(), status, "{path}");
        is_dressed(&answer, path, true);
    }
    let out = client.get(server.whm(&format!("{prefix}/logout"))).send().unwrap();
    is_dressed(&out, "logout", true);
}

//! Secrets that mark their way: through every function, page and header that takes one, with the log
//! at its most talkative. None is found anywhere afterwards.

use std::{
    fs,
    path::{Path, PathBuf},
    thread::sleep,
    time::Duration,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::blocking::Client;
use serde_json::Value;

use crate::{
    forms::is_secret,
    support::{Innkeeper, PASSWORD, Start, plain},
};

/// What every marked secret has in it; no answer, log or file may.
const MARK: &str = "Xyzzy7Plugh";

/// Marked secrets, each with a number of its own, and those that the server made.
#[derive(Default)]
struct Secrets {
    made: usize,
    given: Vec<(String, String)>,
}

impl Secrets {
    fn mark(&mut self) -> String {
        self.made += 1;
        format!("Lamp-{MARK}-{}-quarry", self.made)
    }

    /// Notes one that the server gave out.
    fn note(&mut self, what: &str, secret: &str) {
        assert!(secret.len() >= 10, "{what}: {secret}");
        self.given.push((what.to_owned(), secret.to_owned()));
    }

    /// The secrets in a text, in any of the forms that they were sent in.
    fn in_text(&self, text: &str) -> Vec<String> {
        let marks = [MARK.to_owned(), STANDARD.encode(MARK), STANDARD.encode(format!("-{MARK}"))];
        let mut found: Vec<String> =
            marks.into_iter().filter(|mark| text.contains(mark.as_str())).collect();
        for (what, secret) in &self.given {
            let encoded = utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string();
            if text.contains(secret.as_str()) || text.contains(&encoded) {
                found.push(format!("{what}: {secret}"));
            }
        }
        found
    }
}

fn talkative() -> Innkeeper {
    let environment = &[("INNKEEPER_LOG", "trace")];
    Start { environment, ..Start::default() }.server()
}

/// Everything that outlives a call: the logs, what the process shows of itself, the figures, the
/// store, the machine with its homes.
fn look_everywhere(server: &Innkeeper, secrets: &Secrets) {
    // The log is read by another thread.
    sleep(Duration::from_millis(500));
    let mut places = vec![("log".to_owned(), server.log()), ("said".to_owned(), server.said())];
    for file in ["cmdline", "environ"] {
        let path = format!("/proc/{}/{file}", server.pid());
        places.push((path.clone(), String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned()));
    }
    let figures = format!("http://{}/metrics", server.address("metrics"));
    places
        .push(("figures".to_owned(), server.client().get(figures).send().unwrap().text().unwrap()));
    let mut files = Vec::new();
    collect(&server.data(), &mut files);
    assert!(files.iter().any(|file| file.ends_with("store.sqlite-wal")), "{files:?}");
    for file in files.iter().filter(|file| !is_roots_own(file)) {
        let text = String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned();
        places.push((file.display().to_string(), text));
    }
    assert!(server.log().contains("DEBUG"), "the log is not at its most talkative");
    for (place, text) in places {
        let found = secrets.in_text(&text);
        let line = text.lines().find(|line| !secrets.in_text(line).is_empty()).unwrap_or_default();
        assert!(found.is_empty(), "{place} shows {found:?}: {}", line.escape_debug());
    }
}

/// The files that are there to hand root's secrets over.
fn is_roots_own(file: &Path) -> bool {
    file.ends_with("root.password") || file.ends_with("root.token")
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let kind = entry.file_type().unwrap();
        if kind.is_dir() {
            collect(&entry.path(), files);
        } else if kind.is_file() {
            files.push(entry.path());
        }
    }
}

#[test]
fn no_function_leaks_what_it_is_given() {
    let server = talkative();
    server.account("victim");
    let mut secrets = Secrets::default();
    let client = server.client();
    let root = format!("whm root:{}", server.token());
    let mut functions = 0;
    for entry in functions::GROUPS.iter().flat_map(|group| group.functions) {
        let fields = entry.params.iter().filter(|field| !field.rest);
        let takes: Vec<_> = fields.clone().filter(|field| is_secret(field.ty)).collect();
        functions += usize::from(!takes.is_empty());
        for secret in takes {
            // All given; then only that one, which is missing something; then with a wrong name.
            for (turn, name) in [secret.name, secret.name, "pasword"].into_iter().enumerate() {
                let mut form = vec![("api.version", "1".to_owned()), (name, secrets.mark())];
                let others = fields.clone().filter(|other| other.name != name && turn != 1);
                form.extend(others.map(|other| (other.name, plain(other.ty).to_owned())));
                let url = server.whm(&format!("/json-api/{}", entry.name));
                let by_get = client.get(&url).query(&form).header("Authorization", &root);
                let by_post = client.post(&url).form(&form).header("Authorization", &root);
                for request in [by_get, by_post] {
                    let text = request.send().unwrap().text().unwrap();
                    let may_tell = entry.name == "createacct" && text.contains("Creation Ok");
                    assert!(
                        may_tell || secrets.in_text(&text).is_empty(),
                        "{}: {text}",
                        entry.name
                    );
                }
            }
        }
    }
    assert!(functions >= 10, "{functions} functions take a secret");
    for (name, value) in [("username", "zoe"), ("username", "victim")] {
        let password = secrets.mark();
        let form = [(name, value), ("domain", "zoe.test"), ("password", &password)];
        let text = server.call("createacct", &form).to_string();
        let is_made = text.contains(r#""result":1"#);
        assert!(is_made || secrets.in_text(&text).is_empty(), "{text}");
    }
    server.data_of("passwd", &[("user", "zoe"), ("pass", &secrets.mark())]);
    let nested = format!("passwd?user=zoe&password={}", secrets.mark());
    server.data_of("batch", &[("command", &nested)]);
    server.call("no_such_function", &[("password", &secrets.mark())]);
    look_everywhere(&server, &secrets);
}

#[test]
fn no_credential_leaves_a_trace() {
    let server = talkative();
    server.reseller("rita");
    let mut secrets = Secrets::default();
    let own = secrets.mark();
    server.data_of("passwd", &[("user", "rita"), ("password", &own)]);
    secrets.note("root's password", &server.password());
    secrets.note("root's token", &server.token());
    let client = server.client();
    let basic = |password: &str| {
        let url = server.whm("/json-api/api_token_create?api.version=1&token_name=billing");
        client.get(url).basic_auth("rita", Some(password)).send().unwrap().text().unwrap()
    };
    let made: Value = serde_json::from_str(&basic(&own)).unwrap();
    let token = made["data"]["token"].as_str().unwrap().to_owned();
    secrets.note("a token", &token);
    for wrong in [secrets.mark(), format!("{own}\u{fc}")] {
        assert!(secrets.in_text(&basic(&wrong)).is_empty());
    }
    let mut headers = vec![format!("whm rita:{token}"), format!("cpanel rita:{token}")];
    let marked = secrets.mark();
    headers.extend([format!("whm rita:{marked}"), format!("Bearer {marked}"), marked.clone()]);
    headers.push(format!("Basic rita:{marked}"));
    for header in headers {
        let request = client.get(server.whm("/json-api/applist")).header("Authorization", header);
        assert!(secrets.in_text(&request.send().unwrap().text().unwrap()).is_empty());
    }
    log_in(&server, &mut secrets, &own);
    by_page(&server, &mut secrets, &own);
    one_time(&server, &mut secrets);
    look_everywhere(&server, &secrets);
}

/// Logins, good and bad, with the password in body and query; notes the sessions.
fn log_in(server: &Innkeeper, secrets: &mut Secrets, own: &str) {
    let client = server.client();
    for (user, password) in
        [("rita", own.to_owned()), ("rita", secrets.mark()), ("x", secrets.mark())]
    {
        for only in ["0", "1"] {
            let form = [("user", user), ("pass", &password), ("login_only", only)];
            let answer = client.post(server.whm("/login")).form(&form).send().unwrap();
            if let Some(cookie) = answer.headers().get("set-cookie") {
                let cookie = cookie.to_str().unwrap().split([';', '=']).nth(1).unwrap();
                secrets.note("a session", cookie);
                let location = answer.headers()["location"].to_str().unwrap();
                secrets.note("a path token", location.split('/').nth(1).unwrap());
            } else {
                assert!(secrets.in_text(&answer.text().unwrap()).is_empty());
            }
        }
        let url = server.whm(&format!("/login/?user={user}&pass={password}"));
        let page = client.get(url).send().unwrap().text().unwrap();
        assert!(secrets.in_text(&page).is_empty(), "{page}");
    }
    let (session, prefix) = server.log_in(&server.whm(""), "rita", own).unwrap();
    for path in ["/", "/json-api/applist?api.version=1", "/tokens", "/none", "/logout"] {
        visit(&session, &server.whm(&format!("{prefix}{path}")), own);
    }
    secrets.note("a path token", &prefix);
}

fn visit(session: &Client, url: &str, password: &str) {
    let text = session.get(url).send().unwrap().text().unwrap();
    assert!(!text.contains(password), "{url}: {text}");
}

/// The page of the own change, refused and taken.
fn by_page(server: &Innkeeper, secrets: &mut Secrets, own: &str) {
    let (session, prefix) = server.log_in(&server.cpanel(""), "rita", own).unwrap();
    secrets.note("a path token", &prefix);
    let new = secrets.mark();
    for (current, new, repeat) in [
        (secrets.mark(), new.clone(), new.clone()),
        (own.to_owned(), new.clone(), secrets.mark()),
        (own.to_owned(), format!("{new}\u{7}"), format!("{new}\u{7}")),
        (own.to_owned(), new.clone(), new.clone()),
    ] {
        let form = [("current", current), ("new", new), ("repeat", repeat)];
        let url = server.cpanel(&format!("{prefix}/password"));
        let answer = session.post(url).form(&form).send().unwrap();
        let text = answer.text().unwrap();
        assert!(!text.contains(MARK), "{text}");
    }
    let form = [("new", secrets.mark()), ("password", secrets.mark())];
    let url = server.cpanel(&format!("{prefix}/password/strength"));
    assert!(!session.post(url).form(&form).send().unwrap().text().unwrap().contains(MARK));
    assert!(server.log_in(&server.cpanel(""), "rita", &new).is_some(), "the change was made");
}

/// A one-time URL, fetched twice.
fn one_time(server: &Innkeeper, secrets: &mut Secrets) {
    let form = [("user", "rita"), ("service", "cpaneld")];
    let data = server.data_of("create_user_session", &form);
    secrets.note("a one-time session", data["session"].as_str().unwrap());
    secrets.note("a path token", data["cp_security_token"].as_str().unwrap());
    let path = data["url"].as_str().unwrap().splitn(4, '/').nth(3).unwrap().to_owned();
    for _ in 0..2 {
        let answer = server.client().get(server.cpanel(&format!("/{path}"))).send().unwrap();
        if let Some(cookie) = answer.headers().get("set-cookie") {
            let cookie = cookie.to_str().unwrap().split([';', '=']).nth(1).unwrap();
            secrets.note("a session", cookie);
        }
    }
    assert!(server.log_in(&server.cpanel(""), "rita", PASSWORD).is_none());
}

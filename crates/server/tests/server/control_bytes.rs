//! Control characters by every way into the server: refused, or kept exactly as they came; never a
//! line, a record or a key of their own in what the server writes.

use std::{
    fmt::Write as _,
    thread::sleep,
    time::{Duration, Instant},
};

use percent_encoding::{NON_ALPHANUMERIC, percent_encode};
use reqwest::blocking::{Client, RequestBuilder};
use serde_json::Value;

use crate::{
    state,
    support::{Innkeeper, PASSWORD, Start, plain},
};

/// C0, DEL, NEL, and what Unicode calls the ends of lines and paragraphs.
fn controls() -> impl Iterator<Item = char> {
    (0..0x20_u8).chain([0x7f, 0x85]).map(char::from).chain(['\u{2028}', '\u{2029}'])
}

/// The ways in which a parameter reaches a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Query,
    Form,
    RawForm,
    Json,
    EscapedJson,
    Multipart,
}

const WAYS: [Way; 6] =
    [Way::Query, Way::Form, Way::RawForm, Way::Json, Way::EscapedJson, Way::Multipart];

/// One who calls as root, in JSON or XML, by any of the ways.
struct Sender<'a> {
    server: &'a Innkeeper,
    client: Client,
    authorization: String,
}

impl<'a> Sender<'a> {
    fn new(server: &'a Innkeeper) -> Self {
        let authorization = format!("whm root:{}", server.token());
        Self { server, client: server.client(), authorization }
    }

    /// Sends a call; gives the status and the text of the answer.
    fn send(&self, path: &str, way: Way, form: &[(&str, String)]) -> (u16, String) {
        let url = self.server.whm(path);
        let request = match way {
            Way::Query => self.client.get(format!("{url}?{}", encoded(form))),
            Way::Form => typed(self.client.post(url), "application/x-www-form-urlencoded")
                .body(encoded(form)),
            Way::RawForm => typed(self.client.post(url), "text/plain").body(raw(form)),
            Way::Json => typed(self.client.post(url), "application/json").body(json(form)),
            Way::EscapedJson => {
                typed(self.client.post(url), "application/json").body(escaped(&json(form)))
            }
            Way::Multipart => typed(self.client.post(url), "multipart/form-data; boundary=X")
                .body(multipart(form)),
        };
        let answer = request.header("Authorization", &self.authorization).send().unwrap();
        (answer.status().as_u16(), answer.text().unwrap())
    }

    /// A call of API 1 in JSON.
    fn call(&self, function: &str, way: Way, form: &[(&str, String)]) -> Value {
        let (status, text) = self.send(&format!("/json-api/{function}"), way, form);
        assert!(status < 500, "{function} {way:?}: {status}");
        serde_json::from_str(&text).unwrap_or_else(|_| panic!("{function} {way:?}: {text}"))
    }
}

fn typed(request: RequestBuilder, kind: &str) -> RequestBuilder {
    request.header("Content-Type", kind)
}

fn encoded(form: &[(&str, String)]) -> String {
    let pair = |(name, text): &(&str, String)| {
        format!("{name}={}", percent_encode(text.as_bytes(), NON_ALPHANUMERIC))
    };
    form.iter().map(pair).collect::<Vec<_>>().join("&")
}

/// The bytes as they are, but for those that have a meaning of their own.
fn raw(form: &[(&str, String)]) -> String {
    let plain = |text: &str| text.replace('%', "%25").replace('+', "%2B").replace('&', "%26");
    let pairs = form.iter().map(|(name, text)| format!("{name}={}", plain(text)));
    pairs.collect::<Vec<_>>().join("&")
}

fn json(form: &[(&str, String)]) -> String {
    let object = form.iter().map(|(name, text)| ((*name).to_owned(), text.as_str().into()));
    Value::Object(object.collect()).to_string()
}

/// The same text of JSON with every character beyond ASCII's printable ones as `\uXXXX`.
fn escaped(json: &str) -> String {
    let mut text = String::new();
    for c in json.chars() {
        match c {
            ' '..='~' => text.push(c),
            other => {
                let units = other.encode_utf16(&mut [0; 2]).to_vec();
                for unit in units {
                    write!(text, "\\u{unit:04x}").unwrap();
                }
            }
        }
    }
    text
}

fn multipart(form: &[(&str, String)]) -> String {
    let part = |(name, text): &(&str, String)| {
        format!("--X\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n")
    };
    format!("{}--X--\r\n", form.iter().map(part).collect::<String>())
}

fn with(name: &'static str, text: &str) -> Vec<(&'static str, String)> {
    vec![("api.version", "1".to_owned()), ("key", "k".to_owned()), (name, text.to_owned())]
}

#[test]
fn every_way_keeps_the_same_or_refuses() {
    let server = Innkeeper::start();
    let sender = Sender::new(&server);
    for control in controls() {
        let text = format!("before{control}after");
        let mut outcomes = Vec::new();
        for way in WAYS {
            server.data_of("nvset", &[("key", "k"), ("value", "untouched")]);
            let answer = sender.call("nvset", way, &with("value", &text));
            let kept = server.data_of("nvget", &[("key", "k")])["nvdatum"]["value"].clone();
            if answer["metadata"]["result"] == 1 {
                assert_eq!(kept, text.as_str(), "{control:?} {way:?}");
            } else {
                assert_eq!(kept, "untouched", "{control:?} {way:?}: {answer}");
            }
            outcomes.push(answer["metadata"]["result"].clone());
        }
        outcomes.dedup();
        assert_eq!(outcomes.len(), 1, "{control:?}: what one way refuses another takes");
    }
}

#[test]
fn what_is_no_text_is_refused() {
    let server = Innkeeper::start();
    let sender = Sender::new(&server);
    server.data_of("nvset", &[("key", "k"), ("value", "untouched")]);
    let post = |kind: &str, body: &[u8]| {
        let request = typed(sender.client.post(server.whm("/json-api/nvset?api.version=1")), kind);
        let request = request.header("Authorization", &sender.authorization).body(body.to_vec());
        let answer = request.send().unwrap();
        assert!(answer.status().as_u16() < 500, "{kind} {body:?}");
        answer.text().unwrap()
    };
    // A half of a surrogate pair, an overlong NUL, a byte that begins no character.
    let json = [r"\ud800", r"\udc00", r"\ud800\ud800", r"\udfff\ud800"];
    for bad in json {
        let body = format!(r#"{{"api.version":1,"key":"k","value":"a{bad}b"}}"#);
        let said = post("application/json", body.as_bytes());
        assert!(said.contains(r#""result":0"#), "{bad}: {said}");
    }
    for bad in [&b"\xff"[..], b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80"] {
        let forms = [
            ("text/plain", [b"api.version=1&key=k&value=a", bad, b"b"].concat()),
            (
                "application/json",
                [br#"{"api.version":1,"key":"k","value":"a"#, bad, br#""}"#].concat(),
            ),
        ];
        for (kind, body) in forms {
            let said = post(kind, &body);
            assert!(said.contains(r#""result":0"#), "{kind} {bad:?}: {said}");
        }
    }
    let kept = server.data_of("nvget", &[("key", "k")]);
    assert_eq!(kept["nvdatum"]["value"], "untouched");
}

/// A value of the field's type that functions take, with something in its middle.
fn broken(field: &api::Field, control: char) -> String {
    let mut letters: Vec<char> = plain(field.ty).chars().collect();
    letters.insert(letters.len() / 2, control);
    letters.into_iter().collect()
}

#[test]
fn every_parameter_of_every_function_is_safe() {
    let server = Start {
        options: &["--log-format", "json"],
        environment: &[("INNKEEPER_LOG", "debug")],
        ..Start::default()
    }
    .server();
    server.account("victim");
    let sender = Sender::new(&server);
    let (audited, logged) = (state::count(&server, "audit"), answered(&server, 0));
    let entries = functions::GROUPS.iter().flat_map(|group| group.functions);
    let some = ['\0', '\n', '\r', '\u{1b}', '\u{7f}', '\u{85}', '\u{2028}', '\u{2029}'];
    let mut ways = WAYS.iter().cycle();
    let (mut calls, mut changes) = (0, 0);
    for entry in entries.filter(|entry| entry.finished && entry.name != "batch") {
        for field in entry.params.iter().filter(|field| !field.rest) {
            for control in some {
                let mut form: Vec<(&str, String)> = vec![("api.version", "1".to_owned())];
                form.extend(entry.params.iter().filter(|other| !other.rest).map(|other| {
                    let is_it = other.name == field.name;
                    (
                        other.name,
                        if is_it { broken(field, control) } else { plain(other.ty).to_owned() },
                    )
                }));
                let way = *ways.next().unwrap();
                let kind = if calls % 3 == 0 { "xml" } else { "json" };
                let path = format!("/{kind}-api/{}", entry.name);
                let (status, text) = sender.send(&path, way, &form);
                let what = format!("{} {} {control:?} {way:?}", entry.name, field.name);
                assert!(status < 500, "{what}: {status} {text}");
                let is_bare = |c: char| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r');
                assert!(!text.contains(is_bare), "{what}: {text}");
                calls += 1;
                changes += usize::from(entry.effect == api::Effect::Changes);
            }
        }
    }
    assert!(calls > 1_000, "{calls}");
    assert_eq!(state::count(&server, "audit") - audited, changes, "a line of the audit a change");
    assert_eq!(state::count(&server, "journal"), 0);
    for line in state::rows(&server, "audit") {
        assert!(!line.contains(is_control), "{line:?}");
    }
    assert_eq!(answered(&server, logged + calls) - logged, calls, "a line of the log an answer");
    assert!(server.log().lines().all(|line| !line.contains(is_control)), "a bare control byte");
}

fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// How many lines of the log tell of an answer, once there are so many; each line is one object
/// that has what a line has.
fn answered(server: &Innkeeper, wanted: usize) -> usize {
    let began = Instant::now();
    loop {
        let log = server.log();
        let whole = log.rsplit_once('\n').map_or("", |(whole, _)| whole);
        let lines = whole.lines().map(|line| {
            let object: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"));
            assert!(object["timestamp"].is_string() && object["level"].is_string(), "{line}");
            object["fields"]["message"] == "answered"
        });
        let count = lines.filter(|is_answer| *is_answer).count();
        if count >= wanted || began.elapsed() > Duration::from_secs(5) {
            return count;
        }
        sleep(Duration::from_millis(50));
    }
}

#[test]
fn credentials_paths_and_names_with_control_bytes_open_nothing() {
    let server = Start { options: &["--log-format", "json"], ..Start::default() }.server();
    server.account("anna");
    let sender = Sender::new(&server);
    let before = state::of(&server);
    let status = |request: RequestBuilder| {
        let answer = request.send().unwrap();
        let status = answer.status().as_u16();
        assert!(status < 500, "{status}");
        (status, answer.text().unwrap())
    };
    for control in controls() {
        let hex = percent_encode(control.to_string().as_bytes(), NON_ALPHANUMERIC).to_string();
        for (user, password) in [
            (format!("ro{control}ot"), server.password()),
            (format!("root{control}"), server.password()),
            ("root".to_owned(), format!("{}{control}", server.password())),
        ] {
            let request = sender.client.get(server.whm("/json-api/version"));
            assert_eq!(status(request.basic_auth(user, Some(password))).0, 403, "{control:?}");
        }
        let cookie = format!("__Host-whostmgrsession=root%3a{hex}X");
        let url = server.whm("/cpsess1234567890/json-api/version");
        let code = status(sender.client.get(url).header("Cookie", cookie)).0;
        assert!(matches!(code, 401 | 403), "{control:?}: {code}");
        for path in [
            format!("/json-api/ver{hex}sion"),
            format!("/json-api/version{hex}"),
            format!("/{hex}/json-api/version"),
            format!("/cpsess{hex}1234567890/json-api/version"),
            format!("/execute/Em{hex}ail/list_pops"),
            format!("/{hex}"),
            format!("/assets/{hex}"),
        ] {
            let request = sender.client.get(server.whm(&path));
            let (code, text) = status(request.header("Authorization", &sender.authorization));
            let is_version = text.contains(r#""version":"11"#);
            assert!(!is_version, "{path}: {text}");
            assert!(code >= 400 || text.contains("Unknown App") || !path.contains("api"), "{path}");
            assert!(!text.contains(|c: char| c.is_ascii_control() && c != '\n'), "{path}: {text}");
        }
        let form = [("user", format!("anna{control}")), ("pass", PASSWORD.to_owned())];
        let login = sender.client.post(server.cpanel("/login")).form(&form);
        assert_eq!(status(login).0, 401, "{control:?}");
        let goto = format!("/{control}//evil.test");
        let form = [("user", "anna"), ("pass", PASSWORD), ("goto_uri", &goto)];
        let answer = sender.client.post(server.cpanel("/login")).form(&form).send().unwrap();
        if let Some(to) = answer.headers().get("location") {
            let to = to.to_str().unwrap();
            assert!(to.starts_with("/cpsess") && to.is_ascii(), "{control:?}: {to}");
        }
    }
    assert_eq!(state::of(&server), before);
    for line in state::rows(&server, "failures") {
        assert!(!line.contains(is_control), "{line:?}");
    }
    assert!(answered(&server, 1) > 0);
}

//! The protocol on the wire, byte for byte where clients look at bytes.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
};

use reqwest::{blocking::Response, header::AUTHORIZATION};
use serde_json::Value;

use crate::support::{Innkeeper, PASSWORD};

fn root(server: &Innkeeper) -> String {
    format!("whm root:{}", server.token())
}

fn get(server: &Innkeeper, path: &str) -> Response {
    server.client().get(server.whm(path)).header(AUTHORIZATION, root(server)).send().unwrap()
}

fn text(server: &Innkeeper, path: &str) -> String {
    get(server, path).text().unwrap()
}

/// A POST of root's with that body.
fn post(server: &Innkeeper, path: &str, kind: &str, body: impl Into<Vec<u8>>) -> Response {
    let request = server.client().post(server.whm(path)).header(AUTHORIZATION, root(server));
    request.header("Content-Type", kind).body(body.into()).send().unwrap()
}

const REFUSED: &str = r#"{"cpanelresult":{"apiversion":"2","error":"Access denied","data":{"reason":"Access denied","result":"0"},"type":"text"}}"#;

#[test]
fn the_version_chooses_the_envelope() {
    let server = Innkeeper::start();
    let one = r#"{"data":{"version":"11.110.0.1"},"metadata":{"command":"version","version":1,"result":1,"reason":"OK"}}"#;
    let zero = r#"{"version":"11.110.0.1"}"#;
    for (query, wants) in [
        ("", zero),
        ("?api.version=0", zero),
        ("?api.version=1", one),
        ("?api.version=2", one),
        ("??api.version=1", one),
    ] {
        assert_eq!(text(&server, &format!("/json-api/version{query}")), wants, "{query}");
    }
    assert_eq!(text(&server, "/json-api/version/?api.version=1"), one);
    assert_eq!(text(&server, "/cpsess0123456789/json-api/version?api.version=1"), one);
}

#[test]
fn xml_has_the_same_tree() {
    let server = Innkeeper::start();
    assert_eq!(
        text(&server, "/xml-api/version?api.version=1"),
        "<?xml version=\"1.0\" ?><result><data><version>11.110.0.1</version></data><metadata>\
         <command>version</command><version>1</version><result>1</result><reason>OK</reason>\
         </metadata></result>"
    );
    assert_eq!(
        text(&server, "/xml-api/version"),
        "<?xml version=\"1.0\" ?><version><version>11.110.0.1</version></version>"
    );
}

#[test]
fn every_body_type_is_read() {
    let server = Innkeeper::start();
    let set = |kind: &str, body: &[u8]| {
        let answer: Value = post(&server, "/json-api/nvset?key=from", kind, body).json().unwrap();
        assert_eq!(answer["metadata"]["result"], 1, "{kind}: {answer}");
        let kept = server.data_of("nvget", &[("key", "k")]);
        kept["nvdatum"]["value"].as_str().unwrap().to_owned()
    };
    let form = b"api.version=1&key=k&value=a%20b%2Bc+d";
    for kind in ["application/x-www-form-urlencoded", "application/octet-stream", "text/plain", "x"]
    {
        assert_eq!(set(kind, form), "a b+c d", "{kind}");
    }
    assert_eq!(
        set("application/json", br#"{"api.version":1,"key":"k","value":"j\u00fc"}"#),
        "j\u{fc}"
    );
    let multipart = "--X\r\nContent-Disposition: form-data; name=\"api.version\"\r\n\r\n1\r\n\
         --X\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nk\r\n\
         --X\r\nContent-Disposition: form-data; name=\"value\"\r\n\r\nm&m\r\n--X--\r\n";
    assert_eq!(set("multipart/form-data; boundary=X", multipart.as_bytes()), "m&m");
    let query = post(&server, "/json-api/nvset?api.version=1&key=k&value=q", "x", "");
    assert_eq!(query.json::<Value>().unwrap()["metadata"]["result"], 1);
    let bare =
        server.client().get(server.whm("/json-api/version")).header(AUTHORIZATION, root(&server));
    let json_get = bare.header("Content-Type", "application/json").send().unwrap();
    assert_eq!(json_get.text().unwrap(), r#"{"version":"11.110.0.1"}"#);
}

#[test]
fn refusals_have_their_statuses() {
    let server = Innkeeper::start();
    let client = server.client();
    let plain = client.get(server.whm("/json-api/version")).send().unwrap();
    assert_eq!(plain.status(), 403);
    assert_eq!(plain.text().unwrap(), REFUSED);
    let probe = client.get(server.whm("/json-api/")).send().unwrap();
    assert_eq!(probe.status(), 403);
    assert!(get(&server, "/json-api/").status().is_success());
    let wrong = client.get(server.whm("/json-api/version")).basic_auth("root", Some("wrong"));
    assert_eq!(wrong.send().unwrap().text().unwrap(), REFUSED);
    let raw = client
        .get(server.whm("/json-api/version"))
        .header(AUTHORIZATION, format!("Basic root:{}", server.password()));
    assert_eq!(raw.send().unwrap().status(), 403);
    let execute = client.get(server.cpanel("/execute/Email/list_pops")).send().unwrap();
    assert_eq!(execute.status(), 401);
    assert_eq!(execute.json::<Value>().unwrap()["status"], 0);
    let cookie = client
        .get(server.whm("/json-api/version"))
        .header("Cookie", "__Host-whostmgrsession=root%3aX")
        .send()
        .unwrap();
    assert_eq!(cookie.status(), 401);
    assert!(cookie.text().unwrap().contains("Token denied"));
}

#[test]
fn unknown_functions_say_so_in_the_words_that_clients_look_for() {
    let server = Innkeeper::start();
    let one: Value = get(&server, "/json-api/nope?api.version=1").json().unwrap();
    let reason = one["metadata"]["reason"].as_str().unwrap();
    assert!(reason.starts_with(r#"Unknown app ("nope") requested"#), "{reason}");
    assert!(
        text(&server, "/json-api/nope").starts_with(r#"{"error":"Unknown App Requested: nope"#)
    );
    server.account("anna");
    let client = server.client();
    let execute = client
        .get(server.cpanel("/execute/Nope/nope"))
        .basic_auth("anna", Some(PASSWORD))
        .send()
        .unwrap();
    let answer: Value = execute.json().unwrap();
    assert_eq!(answer["status"], 0);
    assert!(answer["errors"][0].as_str().unwrap().contains("Nope"), "{answer}");
}

#[test]
fn api_0_shapes_are_those_that_old_clients_read() {
    let server = Innkeeper::start();
    let call = |path: &str| serde_json::from_str::<Value>(&text(&server, path)).unwrap();
    let made =
        call("/json-api/createacct?username=Anna&domain=anna.test&password=Quarry-lamp-7-vivid");
    assert_eq!(made["result"][0]["status"], 1, "{made}");
    assert!(made["result"][0]["statusmsg"].as_str().unwrap().contains("Creation Ok"));
    let list = call("/json-api/listaccts");
    assert_eq!((&list["status"], &list["acct"][0]["user"]), (&1.into(), &"anna".into()));
    let none = call("/json-api/accountsummary?user=nobody");
    assert_eq!((&none["status"], &none["acct"]), (&0.into(), &Value::Null), "{none}");
    let packages = call("/json-api/listpkgs");
    assert!(packages["package"].is_array(), "{packages}");
    let changed =
        call("/json-api/passwd?user=anna&pass=Umbrella-brook-4-tundra&db_pass_update=true1");
    assert_eq!(changed["passwd"][0]["status"], 0, "{changed}");
    let changed = call("/json-api/passwd?user=anna&pass=Umbrella-brook-4-tundra");
    assert_eq!(changed["passwd"][0]["status"], 1, "{changed}");
    for function in ["suspendacct", "unsuspendacct", "removeacct"] {
        let answer = call(&format!("/json-api/{function}?user=anna"));
        assert_eq!(answer["result"][0]["status"], 1, "{function}: {answer}");
    }
    let again = call("/json-api/removeacct?user=anna");
    assert_eq!(again["result"][0]["status"], 0, "{again}");
}

#[test]
fn lists_are_filtered_sorted_cut_and_counted() {
    let server = Innkeeper::start();
    for name in ["carl", "anna", "bert", "dora"] {
        server.account(name);
    }
    server.data_of("suspendacct", &[("user", "bert")]);
    let list = |controls: &[(&str, &str)]| {
        let answer = server.call("listaccts", controls);
        let users =
            answer["data"]["acct"].as_array().unwrap().iter().map(|row| row["user"].clone());
        (users.collect::<Vec<_>>(), answer["metadata"].clone())
    };
    let (users, _) = list(&[]);
    assert_eq!(users.len(), 4);
    let (users, metadata) = list(&[
        ("api.filter.enable", "1"),
        ("api.filter.a.field", "suspended"),
        ("api.filter.a.type", "=="),
        ("api.filter.a.arg0", "0"),
        ("api.sort.enable", "1"),
        ("api.sort.a.field", "user"),
        ("api.sort.a.reverse", "1"),
        ("api.chunk.enable", "1"),
        ("api.chunk.size", "2"),
        ("api.chunk.start", "1"),
    ]);
    assert_eq!(users, ["dora", "carl"]);
    let chunk = serde_json::json!({"start": 1, "size": 2, "current": 1, "chunks": 2, "records": 3});
    assert_eq!((&metadata["chunk"], &metadata["filter"]["filtered"]), (&chunk, &4.into()));
    let answer = server.call(
        "listaccts",
        &[("api.columns.enable", "1"), ("api.columns.a", "user"), ("api.columns.b", "uid")],
    );
    assert_eq!(answer["data"]["acct"][0].as_object().unwrap().len(), 2, "{answer}");
}

#[test]
fn answers_are_compressed_when_asked() {
    let server = Innkeeper::start();
    let client = reqwest::blocking::Client::builder()
        .danger_accept_invalid_certs(true)
        .no_gzip()
        .build()
        .unwrap();
    let list = |encoding: &str| {
        let url = server.whm("/json-api/get_feature_metadata?api.version=1");
        let request = client.get(url).header(AUTHORIZATION, root(&server));
        request.header("Accept-Encoding", encoding).send().unwrap()
    };
    let plain = list("identity");
    assert!(plain.headers().get("content-encoding").is_none());
    let plain = plain.bytes().unwrap();
    for encoding in ["gzip", "deflate"] {
        let answer = list(encoding);
        assert_eq!(answer.headers()["content-encoding"], encoding);
        assert!(answer.bytes().unwrap().len() < plain.len() / 2);
    }
}

#[test]
fn long_request_lines_pass_and_longer_ones_are_refused() {
    let server = Innkeeper::start();
    let line = |length: usize| {
        let value = "x".repeat(length);
        get(&server, &format!("/json-api/version?api.version=1&ignored={value}")).status().as_u16()
    };
    assert_eq!((line(16 << 10), line(63 << 10)), (200, 200));
    let longer =
        format!("GET /json-api/version?x={} HTTP/1.1\r\nHost: x\r\n\r\n", "x".repeat(80 << 10));
    let answer = raw(&server, &longer);
    assert!(answer.starts_with("HTTP/1.1 414 ") || answer.starts_with("HTTP/1.1 431 "), "{answer}");
}

#[test]
fn bodies_to_16_mib_pass_and_longer_ones_are_refused_clearly() {
    let server = Innkeeper::start();
    let kind = "application/x-www-form-urlencoded";
    let body = |length: usize| format!("api.version=1&ignored={}", "x".repeat(length));
    let fits = post(&server, "/json-api/version", kind, body((16 << 20) - 100));
    assert_eq!(fits.json::<Value>().unwrap()["metadata"]["result"], 1);
    // The end comes by the declared length, before the body is sent.
    let refused = raw(&server, &head(&server, "Content-Length: 17000000\r\n"));
    assert!(refused.starts_with("HTTP/1.1 413 "), "{refused}");
    assert!(refused.contains("16 MiB") || refused.contains("16777216"), "{refused}");
    let packed = raw(&server, &head(&server, "Content-Encoding: gzip\r\nContent-Length: 5\r\n"));
    assert!(packed.starts_with("HTTP/1.1 415 "), "{packed}");
    let many = "a=&".repeat(2000);
    let answer: Value =
        post(&server, "/json-api/version?api.version=1", kind, many).json().unwrap();
    assert!(answer["metadata"]["reason"].as_str().unwrap().contains("1000"), "{answer}");
}

#[test]
fn bodies_that_lie_about_their_length_are_not_taken_at_their_word() {
    let server = Innkeeper::start();
    let both = "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n";
    let answer = raw(&server, &format!("{}0\r\n\r\n", head(&server, both)));
    assert!(
        answer.is_empty()
            || answer.starts_with("HTTP/1.1 400")
            || !answer.contains("HTTP/1.1 200 OK\r\nHTTP"),
        "{answer}"
    );
    let huge = raw(&server, &head(&server, "Content-Length: 9223372036854775808\r\n"));
    assert!(huge.is_empty() || huge.starts_with("HTTP/1.1 4"), "{huge}");
    // Stray bytes after a whole body: the call is answered, then the connection closed.
    let stray = format!(
        "{}api.version=1&stray",
        head(&server, "Content-Length: 13\r\nConnection: close\r\n")
    );
    let answer = raw(&server, &stray);
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
}

fn head(server: &Innkeeper, lines: &str) -> String {
    format!(
        "POST /json-api/version HTTP/1.1\r\nHost: x\r\nAuthorization: {}\r\n{lines}\r\n",
        root(server)
    )
}

/// Sends bytes over TLS; gives what comes back until the end, or until nothing more comes.
fn raw(server: &Innkeeper, request: &str) -> String {
    let mut client = std::process::Command::new("openssl")
        .args(["s_client", "-quiet", "-no_ign_eof", "-connect", server.address("whm")])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let mut input = client.stdin.take().unwrap();
    input.write_all(request.as_bytes()).unwrap();
    input.flush().unwrap();
    let mut output = client.stdout.take().unwrap();
    let (sender, receiver) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 4096];
        while let Ok(read) = output.read(&mut buffer) {
            if read == 0 || sender.send(buffer.get(..read).unwrap().to_vec()).is_err() {
                break;
            }
        }
    });
    let mut answer = Vec::new();
    while let Ok(piece) = receiver.recv_timeout(std::time::Duration::from_secs(3)) {
        answer.extend(piece);
    }
    drop(input);
    drop(client.kill());
    client.wait().unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn plain_ports_speak_where_they_are_asked_for_and_nowhere_else() {
    let server = Innkeeper::start_with(&["--whm-plain-port", "0"]);
    let client = server.client();
    let url = format!("http://{}/json-api/version", server.address("whm-plain"));
    let answer = client.get(url).header(AUTHORIZATION, root(&server)).send().unwrap();
    assert_eq!(answer.text().unwrap(), r#"{"version":"11.110.0.1"}"#);
    let mut plain = TcpStream::connect(server.address("whm")).unwrap();
    plain.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    drop(plain.read_to_end(&mut answer));
    assert!(!answer.starts_with(b"HTTP/1.1 200"));
}

#[test]
fn batch_runs_each_command_behind_the_gate() {
    let server = Innkeeper::start();
    let commands = [
        ("command", "version"),
        ("command", "accountsummary?user=nobody"),
        ("command", "gethostname"),
    ];
    let data = server.data_of("batch", &commands);
    let results = data["result"].as_array().unwrap();
    let result = |place: usize| results[place]["metadata"]["result"].clone();
    assert_eq!([result(0), result(1), result(2)], [1, 0, 1].map(Value::from));
    let mut stopping = commands.to_vec();
    stopping.push(("abort_on_error", "1"));
    let answer = server.call("batch", &stopping);
    assert_eq!(answer["metadata"]["result"], 0, "{answer}");
    let nested = server.call("batch", &[("command", "batch?command=version")]);
    assert_eq!(nested["metadata"]["result"], 0, "{nested}");
}

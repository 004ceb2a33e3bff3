//! Calls that only a host's machine can answer, asked of a server that drives none; and what a worker lets
//! in that comes by the same way.

use std::{
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use adapters::{store, system::KeyFile, testing::postgres::Cluster};
use api::{
    Secret,
    ports::Vault as _,
    records::{AuditRecord, HostRecord, RelayedCall, Store, WorkerRecord, is},
};
use serde_json::{Value, json};

use super::{Worker, server};
use crate::support::{Innkeeper, PASSWORD};

/// How long a worker may take to answer, and how long one is watched that should not.
const SOON: Duration = Duration::from_secs(20);
const WATCHED: Duration = Duration::from_secs(3);

/// A call of an account's function at the server.
fn uapi(server: &Innkeeper, user: &str, call: &str, form: &[(&str, &str)]) -> Value {
    let url = server.cpanel(&format!("/execute/{call}"));
    let asked = server.client().post(url).basic_auth(user, Some(PASSWORD)).form(form);
    asked.send().unwrap().json().unwrap()
}

fn save(server: &Innkeeper, user: &str, file: &str, content: &str) -> Value {
    let form = [("dir", "/"), ("file", file), ("content", content)];
    uapi(server, user, "Fileman/save_file_content", &form)
}

fn content(server: &Innkeeper, user: &str, file: &str) -> Value {
    let answer = uapi(server, user, "Fileman/get_file_content", &[("dir", "/"), ("file", file)]);
    answer["data"]["content"].clone()
}

/// Sends a file of that many bytes.
fn upload(server: &Innkeeper, user: &str, length: usize) -> Value {
    let (head, tail) = (
        "--edge\r\nContent-Disposition: form-data; name=\"file-1\"; filename=\"large.bin\"\r\n\r\n",
        "\r\n--edge--\r\n",
    );
    let body = [head.as_bytes(), &vec![b'\x00'; length], tail.as_bytes()].concat();
    let url = server.cpanel("/execute/Fileman/upload_files?dir=/");
    let asked = server.client().post(url).basic_auth(user, Some(PASSWORD)).body(body);
    let asked = asked.header("Content-Type", "multipart/form-data; boundary=edge");
    asked.send().unwrap().json().unwrap()
}

/// Lets the database's clock seem to have gone on since a host's worker was seen.
fn silence(store: &Arc<dyn Store>, host: &str) {
    let tx = store.write_relaxed().unwrap();
    tx.update::<WorkerRecord>(&[("seen", 0.into())], &[is("host", host)]).unwrap();
    tx.commit().unwrap();
}

#[test]
fn a_host_answers_what_a_server_without_a_machine_is_asked() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.database().unwrap();
    let server = server(&url);
    let mut hosts = ["h1", "h2"].map(|host| Worker::start(&server, host, &url).unwrap());
    server.account("anna");
    server.account("bert");
    let store = store::open(&url).unwrap();

    // Reading and writing, files sent along, and what runs over several hosts' ports.
    for user in ["anna", "bert"] {
        let saved = save(&server, user, "note.txt", "Ünïcode of the first\n");
        assert_eq!(saved["status"], 1, "{saved}");
        assert_eq!(content(&server, user, "note.txt"), "Ünïcode of the first\n");
    }
    let listed = hosts[1].files("bert").to_string();
    assert!(listed.contains("note.txt"), "{listed}");
    let sent = upload(&server, "bert", 15 << 20);
    assert_eq!(sent["status"], 1, "{sent}");
    let form = [("path", "large.bin")];
    let told = uapi(&server, "bert", "Fileman/get_file_information", &form).to_string();
    assert!(told.contains(&(15 << 20).to_string()), "{told}");
    let sessions = uapi(&server, "bert", "Ftp/list_sessions", &[]);
    assert_eq!(sessions["status"], 1, "{sessions}");
    let absent = uapi(&server, "bert", "Fileman/get_file_content", &[("dir", "/"), ("file", "x")]);
    assert_eq!(absent["status"], 0, "{absent}");
    assert!(!absent.to_string().contains("host"), "{absent}");

    // A change whose letter needs the machine is made once.
    let form =
        [("email", "info"), ("password", "Meadow-brick-9-onion"), ("send_welcome_email", "1")];
    let made = uapi(&server, "bert", "Email/add_pop", &form);
    assert_eq!(made["status"], 1, "{made}");

    // What WHM asks of an account's machine, of the first host, and for an account.
    let has = || server.data_of("has_mycnf_for_cpuser", &[("user", "bert")]);
    assert_eq!(has()["has_mycnf_for_cpuser"], 0);
    save(&server, "bert", ".my.cnf", "[client]\n");
    assert_eq!(has()["has_mycnf_for_cpuser"], 1);
    assert_eq!(server.call("listips", &[])["metadata"]["result"], 1);
    let form = [
        ("cpanel.user", "bert"),
        ("cpanel.module", "Fileman"),
        ("cpanel.function", "list_files"),
        ("dir", "/"),
    ];
    let relayed = server.call("uapi_cpanel", &form).to_string();
    assert!(relayed.contains("note.txt"), "{relayed}");

    // The one line of the audit is the server's.
    let lines: Vec<AuditRecord> = store.read().unwrap().matching(Vec::new()).unwrap();
    let of = |name: &str| lines.iter().filter(|line| line.function == name).count();
    assert_eq!((of("Fileman::save_file_content"), of("Email::add_pop")), (3, 1));
    assert!(lines.iter().all(|line| line.result != "open"));

    // On its way nobody can read it, and when its host is gone, nothing of it stays.
    hosts[1].kill();
    let said = thread::scope(|scope| {
        let asked = scope.spawn(|| save(&server, "bert", "late.txt", "Granite-pillow-3-cedar"));
        let posted =
            eventually(SOON, || store.read().unwrap().first::<RelayedCall>(Vec::new()).unwrap());
        let sealed = posted.unwrap().call.unwrap();
        assert!(!sealed.contains("Granite") && !sealed.contains("bert"));
        silence(&store, "h2");
        asked.join().unwrap()
    });
    let said = said.to_string();
    assert!(said.contains("“h2” was last seen") && said.contains("Nothing was done"), "{said}");
    assert_eq!(store.read().unwrap().count::<RelayedCall>(&[]).unwrap(), 0);
    let said = save(&server, "bert", "later.txt", "x").to_string();
    assert!(said.contains("“h2” was last seen"), "{said}");
    assert_eq!(save(&server, "anna", "other.txt", "x")["status"], 1);
    hosts[1].start_again();
    assert_eq!(content(&server, "bert", "note.txt"), "Ünïcode of the first\n");
    assert_eq!(content(&server, "bert", "late.txt"), Value::Null);
    let log = server.log();
    assert!(!log.contains("Granite") && !log.contains("upkeep failed"), "{log}");
}

/// What `find` gives, as soon as it gives something.
fn eventually<T>(within: Duration, find: impl Fn() -> Option<T>) -> Option<T> {
    let began = Instant::now();
    loop {
        let found = find();
        if found.is_some() || began.elapsed() > within {
            return found;
        }
        thread::sleep(Duration::from_millis(20));
    }
}

/// Somebody who reaches the store, and has a key.
struct Sender {
    store: Arc<dyn Store>,
    vault: KeyFile,
    door: String,
    now: i64,
}

impl Sender {
    fn on(server: &Innkeeper, url: &str) -> Self {
        let store = store::open(url).unwrap();
        let vault = KeyFile::in_folder(&server.data()).unwrap();
        let tx = store.read().unwrap();
        let host: HostRecord = tx.find(&["h1".into()]).unwrap().unwrap();
        let now = tx.clock().unwrap().0;
        drop(tx);
        Self { store, vault, door: host.door, now }
    }

    /// A letter by `caller` at `service`, who shows a password.
    fn letter(&self, (caller, service): (&str, &str), asked: &Value) -> Value {
        let caller = json!({
            "user": caller, "service": service, "shown": "password",
            "source": "192.0.2.9", "secure": true,
        });
        let (door, made) = (&self.door, self.now);
        json!({
            "door": door, "made": made, "caller": caller, "asked": asked,
            "params": [["dir", ["/"]]], "files": [],
        })
    }

    fn seal(&self, purpose: &str, letter: &Value) -> String {
        self.vault.seal(purpose, &Secret::new(letter.to_string())).unwrap()
    }

    /// Puts a sealed text into the store, and gives what h1 answers.
    fn post(&self, id: &str, sealed: &str, within: Duration) -> Option<Value> {
        let fleet = self.store.fleet().unwrap();
        fleet.post(id, &"h1".parse().unwrap(), sealed).unwrap();
        let answer = eventually(within, || fleet.fetch(id).unwrap());
        fleet.withdraw(id).unwrap();
        let answer = self.vault.open(&format!("answer {id} of h1"), &answer?).unwrap();
        Some(serde_json::from_str(answer.reveal()).unwrap())
    }

    /// Sends a letter as a server does; gives what h1 answers.
    fn send(&self, id: &str, letter: &Value) -> Value {
        let sealed = self.seal(&format!("call {id} of h1"), letter);
        self.post(id, &sealed, SOON).unwrap()
    }

    /// Why h1 refuses a letter.
    fn refusal(&self, id: &str, letter: &Value) -> String {
        let answer = self.send(id, letter);
        let said = answer["ran"]["outcome"]["problem"]["said"].as_str();
        said.unwrap_or_else(|| panic!("{id}: {answer}")).to_owned()
    }
}

fn list_files(user: &str) -> Value {
    json!({"account": {"user": user, "api": 3, "module": "Fileman", "function": "list_files"}})
}

#[test]
fn a_worker_lets_in_what_the_right_key_sealed_for_it_once_and_through_its_own_gate() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.database().unwrap();
    let server = server(&url);
    let hosts = ["h1", "h2"].map(|host| Worker::start(&server, host, &url).unwrap());
    for name in ["anna", "bert"] {
        server.account(name);
    }
    server.reseller("rita");
    server.data_of("setacls", &[("reseller", "rita"), ("acl-cpanel-api", "1")]);
    let sender = Sender::on(&server, &url);
    let (anna, rita) = (("anna", "cpaneld"), ("rita", "whostmgrd"));
    let good = sender.letter(anna, &list_files("anna"));
    strangers(&sender, &good);

    // Who may not.
    let at_whm = |asked: &Value| sender.letter(rita, asked);
    let own = sender.send("reseller's own", &at_whm(&list_files("rita")));
    assert!(own["ran"]["outcome"]["data"].is_object(), "{own}");
    let said = sender.refusal("foreign reseller", &at_whm(&list_files("anna")));
    assert!(said.contains("User parameter is invalid"), "{said}");
    let mycnf = json!({"whm": {"function": "has_mycnf_for_cpuser"}});
    let said = sender.refusal("no privilege", &at_whm(&mycnf));
    assert!(said.contains("permission"), "{said}");
    let said = sender.refusal("other account", &sender.letter(anna, &list_files("rita")));
    assert!(said.contains("User parameter is invalid"), "{said}");
    let said =
        sender.refusal("other host", &sender.letter(("bert", "cpaneld"), &list_files("bert")));
    assert!(said.contains("“h2”"), "{said}");
    for (shown, id) in [(json!({"session": "gone"}), "session"), (json!({"token": "t"}), "token")] {
        let mut letter = good.clone();
        letter["caller"]["shown"] = shown;
        assert!(sender.refusal(id, &letter).contains("not known any more"), "{id}");
    }
    let said = sender.refusal("mailbox", &sender.letter(("anna", "webmaild"), &list_files("anna")));
    assert!(said.contains("not known any more"), "{said}");

    // Who might a moment ago, when the server let them through.
    server.data_of("forcepasswordchange", &[("users_json", r#"{"anna":1}"#)]);
    assert!(sender.refusal("forced", &good).contains("must be changed"));
    server.data_of("suspendacct", &[("user", "anna")]);
    assert!(sender.refusal("suspended", &good).contains("not known any more"));
    let root = sender.letter(("root", "whostmgrd"), &list_files("anna"));
    assert!(sender.refusal("suspended, by root", &root).contains("suspended"));
    drop(hosts);
}

/// Neither without the key nor with what was said before does anybody get an answer, or anything done.
fn strangers(sender: &Sender, good: &Value) {
    let answer = sender.send("one", good);
    assert!(answer["ran"]["outcome"]["data"].is_object(), "{answer}");
    let sealed = sender.seal("call one of h1", good);
    assert!(sender.post("one", &sealed, WATCHED).is_none(), "a replay");
    assert!(sender.post("two", &sealed, WATCHED).is_none(), "under another id");
    let elsewhere = sender.seal("call three of h2", good);
    assert!(sender.post("three", &elsewhere, WATCHED).is_none(), "for another host");
    let back = sender.seal("answer four of h1", good);
    assert!(sender.post("four", &back, WATCHED).is_none(), "in the other direction");
    let key = KeyFile::with([9; 32]).unwrap();
    let forged = key.seal("call five of h1", &Secret::new(good.to_string())).unwrap();
    assert!(sender.post("five", &forged, WATCHED).is_none(), "with another key");
    assert!(sender.post("six", "1:AAAA", WATCHED).is_none(), "nothing that was sealed");
    let mut former = good.clone();
    former["door"] = json!("a former life");
    assert_eq!(sender.send("seven", &former), json!("void"));
    let mut old = good.clone();
    old["made"] = json!(sender.now - 100);
    assert!(sender.refusal("eight", &old).contains("too long ago"));
    assert!(sender.send("nine", good)["ran"].is_object(), "others are answered as before");
}

//! A client that edits the zone by every function that does, and keeps what it did and was told.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use fastrand::Rng;
use reqwest::blocking::Client;
use serde_json::{Value, json};

use super::history::{Call, Edit, Seen, Step, Timed, Told};

/// The zone that all edit.
pub(crate) const ZONE: &str = "anna.test";
/// How many watched records there are about.
const RECORDS: usize = 40;
/// How long a client waits for an answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// What all clients have in common.
pub(crate) struct Desk {
    /// Where each server is now.
    pub(crate) servers: Vec<Mutex<String>>,
    /// Root's credentials.
    pub(crate) authorization: String,
    /// When the history begins.
    pub(crate) began: Instant,
    /// How many edits were sent.
    pub(crate) sent: AtomicUsize,
    /// How many are to be.
    pub(crate) wanted: usize,
}

impl Desk {
    pub(crate) fn is_done(&self) -> bool {
        self.sent.load(Ordering::Relaxed) >= self.wanted
    }
}

/// A client.
pub(crate) struct Editor<'a> {
    desk: &'a Desk,
    number: usize,
    client: Client,
    random: Rng,
    /// What it read last, with what it was told since.
    known: Seen,
    texts: usize,
    pub(crate) history: Vec<Timed>,
}

/// What came of a request.
enum Came {
    Answer(Value),
    /// Nobody was there to take it.
    Unsent,
    Cut,
}

impl<'a> Editor<'a> {
    pub(crate) fn new(desk: &'a Desk, number: usize, seed: u64) -> Self {
        let client = Client::builder().danger_accept_invalid_certs(true).timeout(PATIENCE);
        Self {
            desk,
            number,
            client: client.build().unwrap(),
            random: Rng::with_seed(seed),
            known: Seen { serial: 0, lines: BTreeMap::new() },
            texts: 0,
            history: Vec::new(),
        }
    }

    /// Edits until all that is wanted was sent.
    pub(crate) fn run(mut self) -> Vec<Timed> {
        while !self.desk.is_done() {
            if self.known.serial == 0 || self.random.u8(..4) == 0 {
                self.read();
                continue;
            }
            self.desk.sent.fetch_add(1, Ordering::Relaxed);
            match self.random.u8(..20) {
                0..9 => self.mass(),
                9..12 => self.add(),
                12..15 => self.set(),
                15..19 => self.take(),
                _ => self.publish(),
            }
        }
        self.history
    }

    /// Reads the zone by one of the two functions that give it.
    pub(crate) fn read(&mut self) {
        let parsed = self.random.bool();
        let (function, param) =
            if parsed { ("parse_dns_zone", "zone") } else { ("dumpzone", "domain") };
        let from = self.desk.began.elapsed();
        match self.send(function, &[(param, ZONE.to_owned())]) {
            Came::Answer(answer) if answer["metadata"]["result"] == 1 => {
                let data = &answer["data"];
                let seen = if parsed { parsed_zone(data) } else { dumped_zone(data) };
                self.known = seen.clone();
                self.keep(from, Call::Read(seen));
            }
            Came::Unsent => thread::sleep(Duration::from_millis(20)),
            // Nothing was seen.
            Came::Answer(_) | Came::Cut => {}
        }
    }

    fn send(&self, function: &str, form: &[(&str, String)]) -> Came {
        let server =
            self.desk.servers[self.number % self.desk.servers.len()].lock().unwrap().clone();
        let url = format!("{server}/json-api/{function}?api.version=1");
        let call = self.client.post(url).header("Authorization", &self.desk.authorization);
        match call.form(form).send() {
            Err(cause) if cause.is_connect() => Came::Unsent,
            Err(_) => Came::Cut,
            Ok(answer) => answer.json().map_or(Came::Cut, Came::Answer),
        }
    }

    fn keep(&mut self, from: Duration, call: Call) {
        let untold = matches!(call, Call::Edit(_, Told::Nothing));
        let to = if untold { Duration::MAX } else { self.desk.began.elapsed() };
        self.history.push(Timed { from, to, call });
    }

    /// Makes an edit, and keeps what it was told.
    fn edit(&mut self, edit: Edit, function: &str, form: &[(&str, String)]) {
        let from = self.desk.began.elapsed();
        let told = match self.send(function, form) {
            Came::Unsent => return thread::sleep(Duration::from_millis(20)),
            Came::Cut => Told::Nothing,
            Came::Answer(answer) => told(&answer),
        };
        match told {
            Told::Made(serial) if edit.read.is_some_and(|read| read + 1 == serial) => {
                self.known.serial = serial;
            }
            Told::Stale(_) | Told::TakenBack | Told::Nothing => self.known.serial = 0,
            _ => {}
        }
        self.keep(from, Call::Edit(edit, told));
    }

    /// A record that nobody else adds.
    fn owner(&mut self) -> String {
        self.texts += 1;
        format!("r{}-{}", self.number, self.texts)
    }

    /// A text that nobody else gives.
    fn text(&mut self) -> String {
        self.texts += 1;
        format!("t{}-{}", self.number, self.texts)
    }

    /// A line that was read: often one of the last, whose lines a new record would be given first.
    fn pick(&mut self) -> Option<(u32, String)> {
        let lines: Vec<_> = self.known.lines.iter().collect();
        let from = if self.random.bool() { lines.len().saturating_sub(4) } else { 0 };
        let at = (from < lines.len()).then(|| self.random.usize(from..lines.len()))?;
        Some((*lines[at].0, lines[at].1.0.clone()))
    }

    fn add(&mut self) {
        let (owner, text) = (self.owner(), self.text());
        let form = [
            ("domain", ZONE.to_owned()),
            ("name", owner.clone()),
            ("type", "TXT".to_owned()),
            ("txtdata", text.clone()),
        ];
        self.edit(Edit { steps: vec![Step::Add(owner, text)], read: None }, "addzonerecord", &form);
    }

    /// Sets a line's text, whatever record is on the line.
    fn set(&mut self) {
        let Some((line, owner)) = self.pick() else { return self.add() };
        let text = self.text();
        let form = [
            ("domain", ZONE.to_owned()),
            ("line", (line + 1).to_string()),
            ("type", "TXT".to_owned()),
            ("txtdata", text.clone()),
        ];
        self.edit(
            Edit { steps: vec![Step::Set(owner, text)], read: None },
            "editzonerecord",
            &form,
        );
    }

    fn take(&mut self) {
        let Some((line, owner)) = self.pick() else { return self.add() };
        let read = (self.random.u8(..4) == 0).then_some(self.known.serial);
        let mut form = vec![("zone", ZONE.to_owned()), ("line", (line + 1).to_string())];
        form.extend(read.map(|read| ("serialnum", read.to_string())));
        self.edit(Edit { steps: vec![Step::Take(owner)], read }, "removezonerecord", &form);
    }

    /// Adds some, and changes or removes some that were read.
    fn mass(&mut self) {
        let read = self.known.serial;
        let mut form = vec![("zone", ZONE.to_owned()), ("serial", read.to_string())];
        let mut steps = Vec::new();
        let mut picked: BTreeMap<u32, String> = (0..2).filter_map(|_| self.pick()).collect();
        if self.known.lines.len() < RECORDS {
            picked.clear();
        }
        let mut json = |key: &'static str, owner: &str, text: &str, line: Option<u32>| {
            let item = json!({"dname": owner, "ttl": 300, "record_type": "TXT", "data": [text],
                              "line_index": line});
            form.push((key, item.to_string()));
        };
        for _ in 0..=usize::from(picked.is_empty()) {
            let (owner, text) = (self.owner(), self.text());
            json("add", &owner, &text, None);
            steps.push(Step::Add(owner, text));
        }
        let mut takes = Vec::new();
        for (place, (line, owner)) in picked.into_iter().enumerate() {
            if place == 0 {
                takes.push(("remove", line.to_string()));
                steps.push(Step::Take(owner));
            } else {
                let text = self.text();
                json("edit", &owner, &text, Some(line));
                steps.push(Step::Set(owner, text));
            }
        }
        form.extend(takes);
        self.edit(Edit { steps, read: Some(read) }, "mass_edit_dns_zone", &form);
    }

    /// Publishes who may send the domain's mail: an edit of the zone that is not by its lines.
    fn publish(&mut self) {
        let record = format!("v=spf1 exists:{}.test ~all", self.text());
        let form = [("domain", ZONE.to_owned()), ("record", record)];
        self.edit(Edit { steps: Vec::new(), read: None }, "install_spf_records", &form);
    }
}

/// What an answer says of an edit.
fn told(answer: &Value) -> Told {
    let number = |text: &str| text.parse().ok();
    let made = answer["data"]["new_serial"].as_str().and_then(number);
    let reason = answer["metadata"]["reason"].as_str().unwrap_or_default();
    let word_behind = |words: &str| {
        let rest = reason.split_once(words)?.1;
        number(rest.split(|c: char| !c.is_ascii_digit()).next()?)
    };
    // A list of domains has an outcome for each.
    let outcome = &answer["data"]["payload"][0]["status"];
    if answer["metadata"]["result"] == 1 && (outcome.is_null() || *outcome == 1) {
        let made = made.or_else(|| word_behind(" is reloaded with serial "));
        return made.map_or(Told::MadeSilently, Told::Made);
    }
    if let Some(serial) = word_behind(" has the serial ") {
        return Told::Stale(serial);
    }
    if reason.contains("there is no record on line") {
        return Told::Gone;
    }
    // That of a list is in the outcome.
    let not_yet = answer.to_string().contains("is recorded but not complete yet");
    if not_yet { Told::Nothing } else { Told::TakenBack }
}

fn watched(seen: &mut Seen, line: u64, owner: &str, text: &str) {
    if let Some(owner) = owner.strip_suffix(&format!(".{ZONE}.")).filter(|it| it.starts_with('r')) {
        let line = u32::try_from(line).unwrap();
        seen.lines.insert(line, (owner.to_owned(), text.to_owned()));
    }
}

/// What `dumpzone` gives.
fn dumped_zone(data: &Value) -> Seen {
    let mut seen = Seen { serial: 0, lines: BTreeMap::new() };
    for record in data["zone"][0]["record"].as_array().unwrap() {
        let text = |key: &str| record[key].as_str().unwrap_or_default();
        match text("type") {
            "SOA" => seen.serial = number(&record["serial"]),
            "TXT" => {
                let line = record["Line"].as_u64().unwrap() - 1;
                watched(&mut seen, line, text("name"), text("txtdata"));
            }
            _ => {}
        }
    }
    seen
}

/// What `parse_dns_zone` gives.
fn parsed_zone(data: &Value) -> Seen {
    let mut seen = Seen { serial: 0, lines: BTreeMap::new() };
    let plain = |value: &Value| {
        String::from_utf8(STANDARD.decode(value.as_str().unwrap()).unwrap()).unwrap()
    };
    for line in data["payload"].as_array().unwrap() {
        match line["record_type"].as_str() {
            Some("SOA") => seen.serial = plain(&line["data_b64"][2]).parse().unwrap(),
            Some("TXT") => {
                let (owner, text) = (plain(&line["dname_b64"]), plain(&line["data_b64"][0]));
                watched(&mut seen, line["line_index"].as_u64().unwrap(), &owner, &text);
            }
            _ => {}
        }
    }
    seen
}

fn number(value: &Value) -> u32 {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    text.parse().unwrap()
}

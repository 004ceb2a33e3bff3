//! The works that are measured, and what each may cost.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    net::{Ipv4Addr, SocketAddr},
    path::Path,
    time::{Duration, Instant},
};

use adapters::system::{Cost, Yescrypt};
use api::{Secret, ports::Passwords};
use rusqlite::Connection;

use crate::{
    Result,
    client::Client,
    flood::Flood,
    guesses,
    measure::{Times, in_turn},
    process::{self, Running},
    report::{Base, Report, Row},
    zones,
};

/// A password that every rule lets pass.
pub(crate) const PASSWORD: &str = "Quarry-lamp-7-vivid";

/// How many bytes at the end of an answer hold what became of the call.
const END: usize = 4 << 10;

/// How long rates are measured at a time.
const A_WHILE: Duration = Duration::from_secs(2);

/// A work: the word it is asked for by, how many accounts it is measured with, and what measures it.
type Work = (&'static str, u32, fn(&Path) -> Result<Vec<Row>>);

/// All works, in the order of their rows.
const WORKS: &[Work] = &[
    ("list", 10_000, list_of_all),
    ("create", 10_000, creation),
    ("force", 10_000, forced_change),
    ("start", 100_000, start),
    ("memory", 100_000, memory),
    ("find", 100_000, one_of_many),
    ("flood", 10_000, flood),
    ("zones", 10_000, zones::rows),
    ("guesses", 10_000, guesses::tell_nothing),
];

/// Measures everything, or the one work that is asked for, with its data below a folder that is
/// made anew.
pub(crate) fn measure(folder: &Path, only: Option<&str>) -> Result<Report> {
    drop(fs::remove_dir_all(folder));
    fs::create_dir_all(folder)?;
    let is_asked = |name: &str| only.is_none_or(|only| only == name);
    let works: Vec<&Work> = WORKS.iter().filter(|(name, ..)| is_asked(name)).collect();
    if works.is_empty() {
        let names: Vec<&str> = WORKS.iter().map(|(name, ..)| *name).collect();
        return Err(format!("the works are {}", names.join(", ")).into());
    }
    let sizes: BTreeSet<u32> = works.iter().map(|(_, accounts, _)| *accounts).collect();
    let mut folders = BTreeMap::new();
    for accounts in sizes {
        let data = process::seeded(folder, accounts)?;
        // The first start makes what the later ones find.
        drop(Running::product(&data)?);
        folders.insert(accounts, data);
    }
    let mut rows = Vec::new();
    for (_, accounts, work) in works {
        rows.extend(work(folders.get(accounts).ok_or("no such folder")?)?);
    }
    Ok(Report::new(rows))
}

/// A client of the product with root's token.
pub(crate) struct Root {
    pub(crate) client: Client,
    token: String,
}

impl Root {
    pub(crate) fn of(product: &Running, data: &Path) -> Result<Self> {
        Self::at(product.at, data)
    }

    /// One of the product whose API is there and whose data is in that folder.
    pub(crate) fn at(at: SocketAddr, data: &Path) -> Result<Self> {
        let client = Client::connect(at, Ipv4Addr::LOCALHOST)?;
        Ok(Self { client, token: process::token(data)? })
    }

    /// The bytes of a request.
    pub(crate) fn request(&self, function: &str, form: &str) -> Vec<u8> {
        let form = format!("api.version=1&{form}");
        format!(
            "POST /json-api/{function} HTTP/1.1\r\nHost: localhost\r\n\
             Authorization: whm root:{}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\n\r\n{form}",
            self.token,
            form.len(),
        )
        .into_bytes()
    }

    /// Calls a function, which must succeed.
    pub(crate) fn call(&mut self, request: &[u8]) -> Result<()> {
        let status = self.client.send(request)?;
        // What became of a call stands at the end. The baseline's client reads no answer either, and
        // to look through ten megabytes would count against the product.
        let body = &self.client.body;
        let end = body.get(body.len().saturating_sub(END)..).unwrap_or(body);
        if status == 200 && String::from_utf8_lossy(end).contains("\"result\":1") {
            return Ok(());
        }
        let said: String = String::from_utf8_lossy(body).chars().take(500).collect();
        Err(format!("{status} {said}").into())
    }
}

/// The product's and the bare handler's times for one answer.
fn against_bare(data: &Path, (function, form): (&str, &str), rounds: usize) -> Result<[Times; 2]> {
    let product = Running::product(data)?;
    let mut root = Root::of(&product, data)?;
    let request = root.request(function, form);
    root.call(&request)?;
    let bare = Running::bare(data, &root.client.body)?;
    let mut other = Client::connect(bare.at, Ipv4Addr::LOCALHOST)?;
    let length = root.client.body.len();
    in_turn(
        rounds,
        [&mut |_| root.call(&request), &mut |_| {
            let status = other.send(&request)?;
            let is_same = status == 200 && other.body.len() == length;
            if is_same { Ok(()) } else { Err("the bare handler says something else".into()) }
        }],
    )
}

fn list_of_all(data: &Path) -> Result<Vec<Row>> {
    let [product, bare] = against_bare(data, ("listaccts", ""), 31)?;
    let work = "listaccts, 10,000 accounts, JSON";
    Ok(vec![Row::ratio(work, "the bare handler", (&product, Base(&[&bare])), 3.0)])
}

fn one_of_many(data: &Path) -> Result<Vec<Row>> {
    let user = "amber050000";
    let filter = format!(
        "api.filter.enable=1&api.filter.a.field=user&api.filter.a.type=eq&api.filter.a.arg0={user}"
    );
    let search = format!("search={user}&searchtype=user&searchmethod=exact");
    let row = |work, form: &str| -> Result<Row> {
        let [product, bare] = against_bare(data, ("listaccts", form), 501)?;
        Ok(Row::ratio(work, "the bare handler", (&product, Base(&[&bare])), 5.0))
    };
    Ok(vec![
        row("listaccts filtered to one user of 100,000", &filter)?,
        row("listaccts searched for one user of 100,000", &search)?,
    ])
}

/// One durable commit, on the disk of the folder.
pub(crate) fn commit(folder: &Path) -> Result<impl FnMut() -> Result<()> + use<>> {
    let connection = Connection::open(folder.join("commits"))?;
    connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    connection.pragma_update(None, "synchronous", "full")?;
    connection.execute_batch("CREATE TABLE IF NOT EXISTS rows (text TEXT)")?;
    Ok(move || {
        let mut insert = connection.prepare_cached("INSERT INTO rows VALUES (?1)")?;
        insert.execute(["a row of no great length"])?;
        Ok(())
    })
}

fn creation(data: &Path) -> Result<Vec<Row>> {
    let product = Running::product(data)?;
    let mut root = Root::of(&product, data)?;
    let passwords = Yescrypt::new(Cost::default())?;
    let password = Secret::new(PASSWORD.to_owned());
    let mut commit = commit(data)?;
    let [made, hash, durable] = in_turn(
        41,
        [
            &mut |round| {
                let form =
                    format!("username=new{round:05}&domain=new{round}.test&password={PASSWORD}");
                let request = root.request("createacct", &form);
                root.call(&request)
            },
            &mut |_| Ok(passwords.hash(&password).map(drop)?),
            &mut |_| commit(),
        ],
    )?;
    let base = Base(&[&hash, &durable]);
    Ok(vec![Row::ratio("createacct", "one hash and one durable commit", (&made, base), 1.5)])
}

fn forced_change(data: &Path) -> Result<Vec<Row>> {
    let product = Running::product(data)?;
    let mut root = Root::of(&product, data)?;
    let request = root.request("listaccts", "want=user");
    root.call(&request)?;
    let list: serde_json::Value = serde_json::from_slice(&root.client.body)?;
    let list = list.pointer("/data/acct").and_then(|list| list.as_array());
    let list = list.ok_or("no list of accounts")?;
    let names: Vec<&str> = list.iter().filter_map(|one| one.get("user")?.as_str()).collect();
    let sets: Vec<&[&str]> = names.chunks_exact(1000).collect();
    let mut commit = commit(data)?;
    let [flagged, durable] = in_turn(
        sets.len().saturating_sub(1),
        [
            &mut |round| {
                let set = sets.get(round).ok_or("too few accounts")?;
                let users: Vec<String> = set.iter().map(|name| format!("\"{name}\":1")).collect();
                let form = format!("users_json={{{}}}", users.join(","));
                let request = root.request("forcepasswordchange", &form);
                root.call(&request)
            },
            &mut |_| commit(),
        ],
    )?;
    let work = "forcepasswordchange for 1,000 users";
    Ok(vec![Row::ratio(work, "one durable commit", (&flagged, Base(&[&durable])), 20.0)])
}

fn start(data: &Path) -> Result<Vec<Row>> {
    let mut ready = |_| Running::product(data).map(drop);
    let [times] = in_turn(5, [&mut ready])?;
    Ok(vec![Row {
        work: "Start to `ready` with 100,000 accounts",
        baseline: "",
        found: format!("the shortest {:.2} s", times.least().as_secs_f64()),
        value: times.median().as_secs_f64(),
        most: 1.0,
        unit: "s",
    }])
}

fn memory(data: &Path) -> Result<Vec<Row>> {
    let product = Running::product(data)?;
    let mut root = Root::of(&product, data)?;
    for first in (1..100_000).step_by(500) {
        let form = format!(
            "api.chunk.enable=1&api.chunk.verbose=1&api.chunk.size=500&api.chunk.start={first}"
        );
        let request = root.request("listaccts", &form);
        root.call(&request)?;
    }
    let resident = u32::try_from(product.resident()? / 1000)?;
    Ok(vec![Row {
        work: "Resident memory with 100,000 accounts, after listing them by pages of 500",
        baseline: "",
        found: String::new(),
        value: f64::from(resident) / 1e3,
        most: 150.0,
        unit: "MB",
    }])
}

fn flood(data: &Path) -> Result<Vec<Row>> {
    let product = Running::product(data)?;
    let mut root = Root::of(&product, data)?;
    let request = root.request("accountsummary", "user=amber000000");
    let mut rate = || {
        let (began, mut calls) = (Instant::now(), 0_u32);
        while began.elapsed() < A_WHILE {
            root.call(&request)?;
            calls += 1;
        }
        Ok::<_, crate::Problem>(f64::from(calls) / began.elapsed().as_secs_f64())
    };
    let before = rate()?;
    let flood = Flood::begin(product.at, 64)?;
    let during = rate()?;
    let guesses = flood.answered();
    drop(flood);
    let alone = f64::midpoint(before, rate()?);
    Ok(vec![Row {
        work: "Calls by token while 64 clients guess passwords",
        baseline: "the same without them",
        found: format!("{during:.0} a second against {alone:.0}, with {guesses} guesses answered"),
        value: alone / during,
        most: 2.0,
        unit: "×",
    }])
}

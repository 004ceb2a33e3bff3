//! Eight clients edit one zone by every function that does, while servers are killed and paused: no edit
//! that was answered is lost or doubled, each is one step of the serial, who read an older state is told so,
//! an edit by a line never comes to another record, and the DNS in the end answers what the store holds (the
//! goal R5; a real machine's part is in the tests of hosts).
//!
//! `INNKEEPER_ZONE_EDITS` says how many edits are sent, `INNKEEPER_ZONE_SEED` which.

mod editor;
mod history;
mod order;
mod order_tests;

use std::{
    collections::BTreeSet,
    env, fs,
    net::SocketAddr,
    sync::{Mutex, atomic::AtomicUsize},
    thread,
    time::{Duration, Instant},
};

use adapters::testing::postgres::Cluster;
use hickory_proto::rr::{RData, RecordType};
use rustix::process::{Pid, Signal, kill_process};

use self::{
    editor::{Desk, Editor, ZONE},
    history::{Call, Edit, Seen, Step, Timed},
    order::Counts,
};
use crate::{
    fleet::{self, Worker},
    support::{Innkeeper, Start},
    visitor::{Over, ask_at},
};

const CLIENTS: usize = 8;
/// How long the machine may need for what was left open.
const PATIENCE: Duration = Duration::from_secs(30);

/// How many records that went are asked for.
const MOST_ASKED: usize = 500;
/// How many edits are sent where the environment does not say.
const FEW: usize = 500;

fn of_environment(name: &str) -> Option<usize> {
    env::var(name).ok()?.parse().ok()
}

/// The servers, and who works for them.
struct House {
    servers: Vec<Innkeeper>,
    worker: Option<Worker>,
}

impl House {
    fn pid(&self, which: usize) -> Pid {
        let worker = self.worker.as_ref().map(|worker| worker.started.0.id());
        let id = self.servers.get(which).map(Innkeeper::pid).or(worker).unwrap();
        Pid::from_raw(i32::try_from(id).unwrap()).unwrap()
    }

    /// Stops a process for a while.
    fn pause(&self, which: usize, time: Duration) {
        kill_process(self.pid(which), Signal::STOP).unwrap();
        thread::sleep(time);
        kill_process(self.pid(which), Signal::CONT).unwrap();
    }

    /// Kills a process, and starts it again.
    fn kill(&mut self, which: usize, desk: &Desk) {
        match self.servers.get_mut(which) {
            Some(server) => {
                server.start_again();
                *desk.servers[which].lock().unwrap() = server.whm("");
            }
            None => self.worker.as_mut().unwrap().start_again(),
        }
    }

    /// Kills and pauses one after the other until the clients are done; gives how often each.
    fn disturb(&mut self, desk: &Desk) -> (usize, usize) {
        let all = self.servers.len() + usize::from(self.worker.is_some());
        let (mut kills, mut pauses) = (0, 0);
        while !desk.is_done() {
            thread::sleep(Duration::from_millis(700));
            self.kill(kills % all, desk);
            kills += 1;
            thread::sleep(Duration::from_millis(700));
            // Each fifth is longer than a client waits.
            let time = if pauses % 5 == 1 { 3_500 } else { 300 };
            self.pause(pauses % all, Duration::from_millis(time));
            pauses += 1;
        }
        (kills, pauses)
    }

    fn dns(&self) -> SocketAddr {
        let worker = self.worker.as_ref().map(|worker| worker.started.1["dns"].as_str());
        worker.unwrap_or_else(|| self.servers[0].address("dns")).parse().unwrap()
    }
}

/// Has all clients edit while the house is disturbed; checks the history, and gives its counts.
fn edit(house: &mut House) -> Counts {
    house.servers[0].account("anna");
    let seed = of_environment("INNKEEPER_ZONE_SEED").unwrap_or(0x5eed);
    let desk = Desk {
        servers: house.servers.iter().map(|server| Mutex::new(server.whm(""))).collect(),
        authorization: format!("whm root:{}", house.servers[0].token()),
        began: Instant::now(),
        sent: AtomicUsize::new(0),
        wanted: of_environment("INNKEEPER_ZONE_EDITS").unwrap_or(FEW),
    };
    let editor = |number| Editor::new(&desk, number, u64::try_from(seed + number).unwrap());
    let mut history = one_reading(editor(CLIENTS));
    let disturbed = thread::scope(|scope| {
        let run = |number| scope.spawn(move || editor(number).run());
        let clients: Vec<_> = (0..CLIENTS).map(run).collect();
        let disturbed = house.disturb(&desk);
        history.extend(clients.into_iter().flat_map(|client| client.join().unwrap()));
        disturbed
    });
    let took = desk.began.elapsed();
    history.extend(one_reading(editor(CLIENTS)));
    let last = history.last().cloned().unwrap();
    let counts = order::check(&history);
    println!("{disturbed:?} kills and pauses in {took:?}: {counts:?}");
    let Call::Read(last) = last.call else { panic!("the zone is not read in the end") };
    is_served(house.dns(), &last, &history);
    counts.unwrap()
}

fn one_reading(mut editor: Editor<'_>) -> Vec<Timed> {
    let deadline = Instant::now() + PATIENCE;
    while editor.history.is_empty() {
        assert!(Instant::now() < deadline, "the zone cannot be read");
        editor.read();
    }
    editor.history
}

/// The DNS answers as the store holds it: the serial, each record, and none that went.
fn is_served(dns: SocketAddr, last: &Seen, history: &[Timed]) {
    let texts = |owner: &str| {
        let answer = ask_at(dns, Over::Udp, &format!("{owner}.{ZONE}"), RecordType::TXT);
        let texts = answer.answers.iter().filter_map(|record| match &record.data {
            RData::TXT(text) => Some(text.to_string()),
            _ => None,
        });
        texts.collect::<Vec<_>>()
    };
    let serial = || {
        let answer = ask_at(dns, Over::Udp, ZONE, RecordType::SOA);
        answer.answers.iter().find_map(|record| match &record.data {
            RData::SOA(start) => Some(start.serial),
            _ => None,
        })
    };
    let deadline = Instant::now() + PATIENCE;
    while serial() != Some(last.serial) {
        assert!(Instant::now() < deadline, "served is {:?} of {}", serial(), last.serial);
        thread::sleep(Duration::from_millis(50));
    }
    let there = last.texts();
    let edits = history.iter().filter_map(|one| match &one.call {
        Call::Edit(Edit { steps, .. }, _) => Some(steps),
        Call::Read(_) => None,
    });
    let owners: BTreeSet<&str> = edits
        .flatten()
        .filter_map(|step| match step {
            Step::Add(owner, _) => Some(owner.as_str()),
            Step::Set(..) | Step::Take(_) => None,
        })
        .collect();
    assert!(!owners.is_empty() && !there.is_empty());
    let gone: Vec<&str> = owners.into_iter().filter(|owner| !there.contains_key(*owner)).collect();
    let some = gone.iter().step_by(1 + gone.len() / MOST_ASKED).copied();
    for owner in there.keys().map(String::as_str).chain(some) {
        assert_eq!(texts(owner), Vec::from_iter(there.get(owner).cloned()), "{owner}");
    }
}

/// That something of each kind happened.
fn is_enough(counts: &Counts) {
    assert!(counts.made >= FEW / 4 && counts.refused > 0 && counts.reads > FEW / 10, "{counts:?}");
}

#[test]
fn eight_editors_of_a_zone_lose_nothing() {
    let server = Innkeeper::start();
    let mut house = House { servers: vec![server], worker: None };
    is_enough(&edit(&mut house));
    let check = house.servers[0].command(&["check"]);
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
}

#[test]
fn eight_editors_by_two_servers_on_one_store_lose_nothing() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.database().unwrap();
    let first = fleet::server(&url);
    let worker = Worker::start(&first, "h1", &url).unwrap();
    let folder = fleet::folder();
    for file in ["vault.key", "root.token"] {
        fs::copy(first.data().join(file), folder.path().join("data").join(file)).unwrap();
    }
    let options = ["--store", &url, "--hosts", "store"];
    let second = Start { options: &options, ..Start::default() }.on(folder);
    let mut house = House { servers: vec![first, second], worker: Some(worker) };
    is_enough(&edit(&mut house));
    assert_eq!(house.worker.as_ref().unwrap().check(&url), "");
}

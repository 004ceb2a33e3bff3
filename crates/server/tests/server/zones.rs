//! Eight clients edit one zone by every function that does, while servers are killed and paused: no edit
//! that was answered is lost or doubled, each is one step of the serial, who read an older state is told so,
//! an edit by a line never comes to another record, and the DNS in the end answers what the store holds (the
//! goal R5; a real machine's part is in the tests of hosts).

use std::{fs, net::SocketAddr, thread, time::Duration};

use adapters::testing::postgres::Cluster;
use hickory_proto::rr::{RData, RecordType};
use rustix::process::{Pid, Signal, kill_process};

use crate::{
    editors::{self, Desk, Served, ZONE},
    fleet::{self, Worker},
    support::{Innkeeper, Start},
    visitor::{Over, ask_at},
};

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

    /// Kills and pauses one after the other until the clients are done.
    fn disturb(&mut self, desk: &Desk) {
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
        println!("{kills} kills, {pauses} pauses");
    }

    fn dns(&self) -> SocketAddr {
        let worker = self.worker.as_ref().map(|worker| worker.started.1["dns"].as_str());
        worker.unwrap_or_else(|| self.servers[0].address("dns")).parse().unwrap()
    }
}

impl Served for SocketAddr {
    fn texts(&self, name: &str) -> Vec<String> {
        let answer = ask_at(*self, Over::Udp, name, RecordType::TXT);
        let texts = answer.answers.iter().filter_map(|record| match &record.data {
            RData::TXT(text) => Some(text.to_string()),
            _ => None,
        });
        texts.collect()
    }

    fn serial(&self) -> Option<u32> {
        let answer = ask_at(*self, Over::Udp, ZONE, RecordType::SOA);
        answer.answers.iter().find_map(|record| match &record.data {
            RData::SOA(start) => Some(start.serial),
            _ => None,
        })
    }
}

/// Has all clients edit while the house is disturbed, and looks at what is served.
fn edit(house: &mut House) {
    house.servers[0].account("anna");
    let servers = house.servers.iter().map(|server| server.whm("")).collect();
    let authorization = format!("whm root:{}", house.servers[0].token());
    let edited = editors::edit(servers, authorization, |desk| house.disturb(desk));
    edited.is_served(&house.dns());
}

#[test]
fn eight_editors_of_a_zone_lose_nothing() {
    let server = Innkeeper::start();
    let mut house = House { servers: vec![server], worker: None };
    edit(&mut house);
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
    edit(&mut house);
    assert_eq!(house.worker.as_ref().unwrap().check(&url), "");
}

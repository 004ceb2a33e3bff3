//! Eight clients edit one zone of a real machine while the server, the privileged process's caller of
//! `PowerDNS`, is killed, and `PowerDNS` is killed and paused: no edit that was answered is lost, and in the
//! end `PowerDNS` answers what the store holds (the goal R5; what else is edited so, without a machine, is in
//! the server's own tests).

use std::{thread, time::Duration};

use root::{Answer, Service, Verb};
use rustix::process::Signal;

use crate::{
    clients::dig,
    editors::{self, Desk, Served, ZONE},
    machine::{Machine, PASSWORD, Setup, eventually},
};

struct Dns<'a>(&'a Machine);

impl Served for Dns<'_> {
    fn texts(&self, name: &str) -> Vec<String> {
        dig(self.0, name, "TXT").lines().map(|text| text.trim_matches('"').to_owned()).collect()
    }

    fn serial(&self) -> Option<u32> {
        dig(self.0, ZONE, "SOA").split(' ').nth(2)?.parse().ok()
    }
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn what_eight_editors_made_is_what_the_name_server_answers() {
    let mut machine = Machine::start_with(Setup::of(&[Service::PowerDns]));
    let form = [("username", "anna"), ("domain", ZONE), ("password", PASSWORD), ("dkim", "0")];
    machine.root("createacct", &form);
    let (url, token) = (machine.whm_url(), machine.token());
    let edited = editors::edit(vec![url], token, |desk| disturb(&mut machine, desk));
    // What the machine refused while its name server was away is worked off at the start.
    machine.end_server();
    machine.start_server(&[]);
    edited.is_served(&Dns(&machine));
    machine.end_server();
    assert_eq!(machine.violations(), Vec::<String>::new());
}

/// Kills the server, and kills and pauses the name server, until the clients are done.
fn disturb(machine: &mut Machine, desk: &Desk) {
    let pause = |time| thread::sleep(Duration::from_millis(time));
    while !desk.is_done() {
        pause(900);
        machine.kill_server();
        machine.start_server(&[]);
        pause(900);
        machine.signal(Service::PowerDns, Signal::STOP);
        pause(400);
        machine.signal(Service::PowerDns, Signal::CONT);
        pause(900);
        machine.signal(Service::PowerDns, Signal::KILL);
        pause(500);
        eventually("the name server runs", || {
            let runs = machine.root_client().call(&Verb::Runs(Service::PowerDns));
            matches!(runs, Ok(Answer::Flag(true)))
        });
        machine.wait_for(Service::PowerDns);
    }
}

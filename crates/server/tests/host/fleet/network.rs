//! Machines that are network name spaces, each with an address of its own on one bridge.

use std::{
    net::Ipv4Addr,
    process::{Command, Stdio},
};

/// The machine that the bridge is in, and the end of the test's own cable.
const HUB: &str = "hub";
const CABLE: &str = "ik-test";
/// The addresses are in a network that is meant for tests.
const NETWORK: [u8; 3] = [198, 18, 77];
const TEST: u8 = 254;

/// The machines. They are gone with it, and with the processes of the tests at the latest.
pub(super) struct Network(Vec<&'static str>);

impl Network {
    /// Machines of these names, and the test itself, on one bridge.
    pub(super) fn of(machines: &[&'static str]) -> Self {
        let mut network = Self(vec![HUB]);
        ip(&["netns", "add", HUB]);
        ip(&["-n", HUB, "link", "add", "bridge", "type", "bridge"]);
        ip(&["-n", HUB, "link", "set", "bridge", "up"]);
        ip(&["link", "add", CABLE, "type", "veth", "peer", "name", "test", "netns", HUB]);
        ip(&["address", "add", &place(TEST), "dev", CABLE]);
        ip(&["link", "set", CABLE, "up"]);
        plug("test");
        for name in machines {
            network.0.push(name);
            ip(&["netns", "add", name]);
            let cable =
                ["link", "add", "eth0", "netns", name, "type", "veth", "peer", "name", name];
            ip(&[&["-n", HUB], &cable[..]].concat());
            ip(&["-n", name, "link", "set", "lo", "up"]);
            ip(&["-n", name, "address", "add", &place(number(name)), "dev", "eth0"]);
            ip(&["-n", name, "link", "set", "eth0", "up"]);
            plug(name);
        }
        network
    }

    /// Runs a program on a machine.
    pub(super) fn on(machine: &str, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new("ip");
        command.args(["netns", "exec", machine]).arg(program).stdin(Stdio::null());
        command
    }

    /// Cuts a machine's power: nothing that it had still to say leaves it, and every process on it is
    /// killed at once.
    pub(super) fn cut_power(machine: &str) {
        ip(&["-n", HUB, "link", "set", machine, "down"]);
        Self::end_processes(machine);
    }

    /// Gives a machine its power back.
    pub(super) fn give_power(machine: &str) {
        ip(&["-n", HUB, "link", "set", machine, "up"]);
    }

    fn end_processes(machine: &str) {
        let listed = Command::new("ip").args(["netns", "pids", machine]).output().unwrap();
        for id in String::from_utf8(listed.stdout).unwrap().lines() {
            let id = rustix::process::Pid::from_raw(id.trim().parse().unwrap()).unwrap();
            // It may have ended meanwhile.
            rustix::process::kill_process(id, rustix::process::Signal::KILL).unwrap_or_default();
        }
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        for machine in self.0.iter().rev() {
            Self::end_processes(machine);
            drop(Command::new("ip").args(["netns", "delete", machine]).status());
        }
        // It goes with the hub, but only when the last process there has ended.
        let mut cable = Command::new("ip");
        drop(cable.args(["link", "delete", CABLE]).stderr(Stdio::null()).status());
    }
}

/// A machine's address.
pub(super) fn address(machine: &str) -> Ipv4Addr {
    let [one, two, three] = NETWORK;
    Ipv4Addr::new(one, two, three, number(machine))
}

/// The last part of its address: the letters of its name tell its kind, the digit which one it is.
fn number(machine: &str) -> u8 {
    let digit: u8 = machine.trim_start_matches(char::is_alphabetic).parse().unwrap_or_default();
    let kind = match machine.trim_end_matches(char::is_numeric) {
        "db" => 10,
        "api" => 20,
        _ => 30,
    };
    kind + digit
}

fn place(number: u8) -> String {
    let [one, two, three] = NETWORK;
    format!("{one}.{two}.{three}.{number}/24")
}

/// Puts the bridge's end of a cable into the bridge.
fn plug(cable: &str) {
    ip(&["-n", HUB, "link", "set", cable, "master", "bridge", "up"]);
}

fn ip(words: &[&str]) {
    assert!(Command::new("ip").args(words).status().unwrap().success(), "ip {}", words.join(" "));
}

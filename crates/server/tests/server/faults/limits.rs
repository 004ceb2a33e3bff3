//! Too few descriptors, too little memory.

use std::{
    fs,
    net::TcpStream,
    process::Command,
    thread,
    time::{Duration, Instant},
};

use super::{check, is_there, try_account};
use crate::support::Innkeeper;

/// How long anybody may wait for an answer: one who says nothing holds a connection for ten seconds.
const ANSWERED: Duration = Duration::from_secs(45);

/// Sets a limit of a process.
fn limit(process: u32, limit: &str) {
    let mut prlimit = Command::new("prlimit");
    prlimit.args(["--pid", &process.to_string(), limit]);
    assert!(prlimit.status().unwrap().success());
}

fn descriptors(server: &Innkeeper) -> usize {
    fs::read_dir(format!("/proc/{}/fd", server.pid())).unwrap().count()
}

/// Makes accounts at the same time; gives what was answered for each.
fn crowd(server: &Innkeeper, letter: char) -> Vec<(String, Result<(), String>)> {
    thread::scope(|scope| {
        let one = |number: usize| {
            let name = format!("{letter}{number}");
            scope.spawn(move || {
                let begun = Instant::now();
                let outcome = try_account(server, &name);
                assert!(begun.elapsed() < ANSWERED, "{name} hung: {outcome:?}");
                (name, outcome)
            })
        };
        let calls: Vec<_> = (0..12).map(one).collect();
        calls.into_iter().map(|call| call.join().unwrap()).collect()
    })
}

/// What was answered is so.
fn agrees(server: &Innkeeper, answers: &[(String, Result<(), String>)]) {
    for (name, outcome) in answers {
        let there = is_there(server, name);
        match outcome {
            Ok(()) => assert!(there, "{name} is gone"),
            // The server may have died before it answered.
            Err(reason) if reason.contains("no answer") || reason.contains("recorded") => {}
            Err(reason) => assert!(!there, "{name} is there: {reason}"),
        }
    }
}

#[test]
fn without_descriptors_callers_are_refused_and_nobody_hangs() {
    let mut server = Innkeeper::start();
    try_account(&server, "anna").unwrap();
    let limits = fs::read_to_string(format!("/proc/{}/limits", server.pid())).unwrap();
    let before = limits.lines().find_map(|line| line.strip_prefix("Max open files")).unwrap();
    let before = before.split_whitespace().next().unwrap();
    // Room for a few more, of which silent ones take most.
    for room in [24, 6] {
        let all = descriptors(&server) + room;
        limit(server.pid(), &format!("--nofile={all}:"));
        let silent: Vec<_> =
            (0..40).map(|_| TcpStream::connect(server.address("cpanel")).unwrap()).collect();
        let answers = crowd(&server, if room == 24 { 'b' } else { 'c' });
        drop(silent);
        limit(server.pid(), &format!("--nofile={before}:"));
        let begun = Instant::now();
        while server.try_call("version", &[]).is_none() {
            assert!(begun.elapsed() < Duration::from_secs(5), "the listener does not come back");
        }
        agrees(&server, &answers);
        let refused = answers.iter().filter(|(_, outcome)| outcome.is_err()).count();
        assert!(room == 24 || refused > 0, "nobody was short of anything");
    }
    let log = server.log();
    assert!(!log.contains("panicked"), "{log}");
    try_account(&server, "zoe").unwrap();
    server.start_again();
    assert!(is_there(&server, "anna") && is_there(&server, "zoe"));
    check(&server, &[], "afterwards");
}

#[test]
fn without_memory_the_process_may_end_and_nothing_is_half_made() {
    let mut server = Innkeeper::start();
    try_account(&server, "anna").unwrap();
    for (letter, mebibytes) in [('b', 2), ('c', 8), ('d', 32)] {
        let status = fs::read_to_string(format!("/proc/{}/statm", server.pid())).unwrap();
        let pages: u64 = status.split(' ').next().unwrap().parse().unwrap();
        let most = pages * 4_096 + (mebibytes << 20);
        limit(server.pid(), &format!("--as={most}:"));
        let answers = crowd(&server, letter);
        server.start_again();
        agrees(&server, &answers);
        check(&server, &[], &format!("{mebibytes} MiB"));
        assert!(is_there(&server, "anna"));
    }
    try_account(&server, "zoe").unwrap();
}

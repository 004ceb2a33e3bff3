use std::{
    net::{Ipv4Addr, TcpListener},
    path::PathBuf,
    time::{Duration, Instant},
};

use rustix::process::Signal;
use tempfile::TempDir;

use super::*;
use crate::services::{BaseFile, Command, Folder, Program, Ready};

const SERVICE: Service = Service::Apache;

fn layout(folder: &TempDir) -> Layout {
    let at = |name| folder.path().join(name);
    Layout {
        config: at("config"),
        state: at("state"),
        run: at("run"),
        logs: at("logs"),
        listen: Ipv4Addr::LOCALHOST.into(),
        ..Layout::default()
    }
}

fn command(path: &'static str, args: &[&str]) -> Command {
    Command { path, args: args.iter().map(|&arg| arg.to_owned()).collect(), user: None }
}

/// A service whose port is held by the test, so that any program is ready at once.
fn setup(command: Command, port: u16, reload: Reload) -> Setup {
    let program = Program {
        command,
        environment: vec![("MARK", "set".to_owned())],
        reload,
        ready: Ready::Port(port),
        unit: "none.service",
    };
    Setup { folders: Vec::new(), files: Vec::new(), first: Vec::new(), program }
}

fn port() -> (TcpListener, u16) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    (listener, port)
}

fn until(what: impl Fn() -> bool) {
    let begun = Instant::now();
    while !what() {
        assert!(begun.elapsed() < Duration::from_secs(20), "it takes too long");
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn leader(supervisor: &Supervisor) -> rustix::process::Pid {
    supervisor.slot(SERVICE).unwrap().kept().unwrap().leader().unwrap()
}

#[test]
fn a_service_is_started_once_and_nothing_of_it_is_left() {
    let (folder, (_held, port)) = (tempfile::tempdir().unwrap(), port());
    let (supervisor, layout) = (Supervisor::new(), layout(&folder));
    let sleep = || setup(command("/usr/bin/sleep", &["1000"]), port, Reload::Never);
    supervisor.start(SERVICE, sleep(), &layout).unwrap();
    let first = leader(&supervisor);
    supervisor.start(SERVICE, sleep(), &layout).unwrap();
    assert_eq!(leader(&supervisor), first);
    assert!(supervisor.runs(SERVICE).unwrap());
    supervisor.stop(SERVICE).unwrap();
    assert!(!supervisor.runs(SERVICE).unwrap());
    assert!(rustix::process::test_kill_process_group(first).is_err());
}

#[test]
fn a_service_that_dies_is_started_again() {
    let (folder, (_held, port)) = (tempfile::tempdir().unwrap(), port());
    let (supervisor, layout) = (Supervisor::new(), layout(&folder));
    let sleep = setup(command("/usr/bin/sleep", &["1000"]), port, Reload::Never);
    supervisor.start(SERVICE, sleep, &layout).unwrap();
    let first = leader(&supervisor);
    rustix::process::kill_process(first, Signal::KILL).unwrap();
    until(|| supervisor.runs(SERVICE).unwrap() && leader(&supervisor) != first);
}

#[test]
fn a_service_that_cannot_start_says_why() {
    let (folder, (held, port)) = (tempfile::tempdir().unwrap(), port());
    let ls = setup(command("/usr/bin/ls", &["/no/such"]), port, Reload::Never);
    drop(held);
    let refusal = Supervisor::new().start(SERVICE, ls, &layout(&folder)).unwrap_err();
    assert!(refusal.to_string().contains("No such file or directory"), "{refusal}");
}

#[test]
fn a_reload_that_a_service_dies_of_is_refused() {
    let (folder, (_held, port)) = (tempfile::tempdir().unwrap(), port());
    let (supervisor, layout) = (Supervisor::new(), layout(&folder));
    // It catches the signal, and ends.
    let timeout = command("/usr/bin/timeout", &["1000", "/usr/bin/sleep", "1000"]);
    supervisor.start(SERVICE, setup(timeout, port, Reload::Signal(Signal::HUP)), &layout).unwrap();
    let refusal = supervisor.reload(SERVICE).unwrap_err();
    assert!(matches!(refusal, Refusal::Rejected { service: SERVICE, .. }), "{refusal}");
}

#[test]
fn what_a_service_needs_is_made_and_done_once() {
    let (folder, (_held, port)) = (tempfile::tempdir().unwrap(), port());
    let (supervisor, layout) = (Supervisor::new(), layout(&folder));
    let at = |name: &str| -> PathBuf { layout.state.join(name) };
    let owner = ("www-data", "www-data");
    let made = at("made");
    let touch = command("/usr/bin/mkdir", &[made.to_str().unwrap()]);
    let content = "one\n".to_owned();
    let mut sleep = setup(command("/usr/bin/sleep", &["1000"]), port, Reload::Never);
    sleep.folders.push(Folder { path: at("folder"), mode: 0o750, owner });
    sleep.files.push(BaseFile { path: at("folder/file"), mode: 0o640, owner, content });
    sleep.first.push((made.clone(), touch));
    supervisor.start(SERVICE, sleep, &layout).unwrap();
    let output = std::process::Command::new("/usr/bin/stat")
        .args(["-c", "%U:%G %a %F"])
        .args([at("folder"), at("folder/file"), made])
        .output()
        .unwrap();
    let expected = "www-data:www-data 750 directory\nwww-data:www-data 640 regular file\n\
                    root:root 755 directory\n";
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
}

#[test]
fn what_an_earlier_process_left_is_ended_before_a_start() {
    let (folder, (_held, port)) = (tempfile::tempdir().unwrap(), port());
    let layout = layout(&folder);
    std::fs::create_dir(&layout.run).unwrap();
    let mut left = std::process::Command::new("/usr/bin/sleep");
    let mut left = std::os::unix::process::CommandExt::process_group(&mut left, 0)
        .arg("1000")
        .spawn()
        .unwrap();
    leftovers::note(&layout, SERVICE, rustix::process::Pid::from_child(&left)).unwrap();
    let waits = std::thread::spawn(move || left.wait().unwrap());
    let supervisor = Supervisor::new();
    let sleep = setup(command("/usr/bin/sleep", &["1000"]), port, Reload::Never);
    supervisor.start(SERVICE, sleep, &layout).unwrap();
    assert!(!waits.join().unwrap().success());
    assert!(supervisor.runs(SERVICE).unwrap());
}

#[test]
fn a_process_that_has_the_number_of_one_that_was_noted_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let layout = layout(&folder);
    std::fs::create_dir(&layout.run).unwrap();
    let mut other = std::process::Command::new("/usr/bin/sleep").arg("1000").spawn().unwrap();
    let id = rustix::process::Pid::from_child(&other);
    leftovers::note(&layout, SERVICE, id).unwrap();
    let note = layout.run.join("apache.leader");
    let noted = std::fs::read_to_string(&note).unwrap();
    let words: Vec<_> = noted.split(' ').collect();
    std::fs::write(&note, format!("{} 1 {}", words[0], words[2])).unwrap();
    leftovers::end(&layout, SERVICE).unwrap();
    assert!(other.try_wait().unwrap().is_none());
    other.kill().unwrap();
    other.wait().unwrap();
}

#[test]
fn what_has_ended_and_nobody_hears_of_is_waited_for_no_longer() {
    let folder = tempfile::tempdir().unwrap();
    let layout = layout(&folder);
    std::fs::create_dir(&layout.run).unwrap();
    let mut left = std::process::Command::new("/usr/bin/sleep");
    let mut left = std::os::unix::process::CommandExt::process_group(&mut left, 0)
        .arg("1000")
        .spawn()
        .unwrap();
    leftovers::note(&layout, SERVICE, rustix::process::Pid::from_child(&left)).unwrap();
    // Both times nobody waits for it: once it is ended, once it has ended already.
    for _ in 0..2 {
        let begun = Instant::now();
        leftovers::end(&layout, SERVICE).unwrap();
        assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
    }
    assert!(!left.wait().unwrap().success());
}

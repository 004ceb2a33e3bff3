//! The services of a program that goes.

use std::{
    fs,
    net::{Ipv4Addr, TcpStream},
    process::Command,
    thread,
    time::{Duration, Instant},
};

use root::{Answer, Change, Client, Kind, Managed, Service, Supervision, Verb};

use crate::process::{Place, Process, program};

/// The ids of the processes whose command line names something in the place.
fn running(place: &Place) -> Vec<u32> {
    let folder = place.folder.path().to_str().unwrap().to_owned();
    let names = |id: u32| {
        let line = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line).into_owned();
        line.contains(&folder) && !line.contains("innkeeper-root")
    };
    let all = fs::read_dir("/proc").unwrap().flatten();
    let ids = all.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    ids.filter(|&id| names(id)).collect()
}

fn with_database(place: &Place) -> Process {
    let process = place.start(&[]).unwrap();
    process.client.call(&Verb::Start(Service::PowerDns)).unwrap();
    assert!(matches!(process.client.call(&Verb::Runs(Service::PowerDns)), Ok(Answer::Flag(true))));
    assert!(!running(place).is_empty());
    process
}

fn place(services: &[Service]) -> Place {
    let place = Place::with(Supervision::Own, services.to_vec());
    // Debian's user of the service has to come to its folders.
    fs::set_permissions(place.folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755))
        .unwrap();
    place
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn they_end_with_it_in_order() {
    let place = place(&[]);
    assert!(with_database(&place).end().success());
    assert_eq!(running(&place), [0; 0]);
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn they_end_with_it_when_it_is_killed_and_the_next_one_starts_them_again() {
    let place = place(&[Service::PowerDns]);
    let process = with_database(&place);
    process.signal("KILL");
    for _ in 0..500 {
        if running(&place).is_empty() {
            break;
        }
        thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(running(&place), [0; 0]);
    drop(process);
    let process = place.start(&[]).unwrap();
    let runs = || {
        let answer = process.client.call(&Verb::Runs(Service::PowerDns));
        matches!(answer, Ok(Answer::Flag(true)))
    };
    for _ in 0..500 {
        if runs() {
            break;
        }
        thread::sleep(Duration::from_millis(10));
    }
    assert!(runs());
    process.client.call(&Verb::Stop(Service::PowerDns)).unwrap();
    assert!(process.end().success());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn each_serves_with_the_rights_that_are_left_to_it() {
    let place = place(&[]);
    fs::create_dir(&place.layout.homes).unwrap();
    let process = place.start(&[]).unwrap();
    for service in Service::ALL {
        if let Err(refusal) = process.client.call(&Verb::Start(service)) {
            panic!("{refusal}");
        }
    }
    for service in Service::ALL {
        process.client.call(&Verb::Reload(service)).unwrap();
        let runs = process.client.call(&Verb::Runs(service));
        assert!(matches!(runs, Ok(Answer::Flag(true))), "{}", service.name());
    }
    assert!(process.end().success());
    assert!(running(&place).is_empty());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_hundred_callers_at_once_cost_apache_a_few_reloads() {
    let place = place(&[]);
    let process = place.start(&[]).unwrap();
    process.client.call(&Verb::Start(Service::Apache)).unwrap();
    let publish = |number: u32| {
        let name = format!("000@site{number}.test").parse().unwrap();
        let file = Managed { kind: Kind::ApacheCertificate, name };
        let change = Change { file, content: Some(Vec::new()) };
        let outcome = Client::new(place.socket()).call(&Verb::Publish(vec![change]));
        assert!(outcome.is_ok(), "{:?}", outcome.err());
    };
    let begun = Instant::now();
    publish(0);
    let alone = begun.elapsed();
    thread::scope(|scope| {
        for number in 1..=100 {
            let publish = &publish;
            scope.spawn(move || publish(number));
        }
    });
    let Ok(Answer::Count(reloads)) = process.client.call(&Verb::Reloads(Service::Apache)) else {
        panic!("there is no count")
    };
    assert!((2..=1 + 4).contains(&reloads), "{reloads} reloads");
    assert!(alone < Duration::from_secs(5), "a caller alone waited {alone:?}");
    assert!(process.end().success());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_unit_prepares_and_becomes_a_service_with_its_view() {
    let place = place(&[]);
    fs::create_dir(&place.layout.homes).unwrap();
    let layout = place.folder.path().join("layout.toml");
    let act = |act: &str| {
        let mut command = Command::new(program());
        command.args([act, "pure-ftpd", "--layout"]).arg(&layout);
        command
    };
    assert!(act("prepare").status().unwrap().success());
    let mut server = act("run").spawn().unwrap();
    let address = (Ipv4Addr::LOCALHOST, place.layout.ports.ftp);
    let serves = (0..500).any(|_| {
        thread::sleep(Duration::from_millis(10));
        TcpStream::connect(address).is_ok()
    });
    let mounts = fs::read_to_string(format!("/proc/{}/mounts", server.id())).unwrap();
    server.kill().unwrap();
    server.wait().unwrap();
    assert!(serves);
    assert!(mounts.lines().any(|line| line.contains("nosymfollow")), "{mounts}");
}

//! The services of a program that goes.

use std::{fs, thread, time::Duration};

use root::{Answer, Service, Supervision, Verb};

use crate::process::{Place, Process};

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

fn place() -> Place {
    let place = Place::new(Supervision::Own);
    // Debian's user of the service has to come to its folders.
    fs::set_permissions(place.folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755))
        .unwrap();
    place
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn they_end_with_it_in_order() {
    let place = place();
    assert!(with_database(&place).end().success());
    assert!(running(&place).is_empty());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn they_end_with_it_when_it_is_killed_and_are_started_again() {
    let place = place();
    let process = with_database(&place);
    process.signal("KILL");
    for _ in 0..500 {
        if running(&place).is_empty() {
            break;
        }
        thread::sleep(Duration::from_millis(10));
    }
    assert!(running(&place).is_empty());
    drop(process);
    assert!(with_database(&place).end().success());
}

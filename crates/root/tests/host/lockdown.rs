//! What the program may do, and whom it answers.

use std::{fs, os::unix::fs::MetadataExt, process::Command};

use root::{Service, Supervision, Verb};

use crate::process::Place;

/// A line of what the kernel says of a process.
fn status(id: u32, name: &str) -> String {
    let text = fs::read_to_string(format!("/proc/{id}/status")).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    line.unwrap().trim().to_owned()
}

fn rights(id: u32, name: &str) -> u64 {
    u64::from_str_radix(&status(id, name), 16).unwrap()
}

#[test]
#[ignore = "needs root; run by cargo xtask host-test"]
fn it_keeps_the_rights_that_verbs_need_and_can_gain_none() {
    let place = Place::new(Supervision::Systemd);
    let process = place.start(&[]).unwrap();
    let id = process.child.id();
    let (module, trace, raw, boot) = (1 << 16, 1 << 19, 1 << 17, 1 << 22);
    for set in ["CapBnd", "CapPrm", "CapEff"] {
        assert_eq!(rights(id, set) & (module | trace | raw | boot), 0, "{set}");
        assert_ne!(rights(id, set), 0, "{set}");
    }
    assert_eq!((rights(id, "CapInh"), rights(id, "CapAmb")), (0, 0));
    assert_eq!(status(id, "NoNewPrivs"), "1");
    let limits = fs::read_to_string(format!("/proc/{id}/limits")).unwrap();
    let cores = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(cores.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"]);
    assert!(process.end().success());
    assert!(!place.socket().exists());
}

#[test]
#[ignore = "needs root; run by cargo xtask host-test"]
fn what_is_handed_over_to_it_is_closed() {
    let place = Place::new(Supervision::Own);
    let hand_over = "import os, sys; fd = os.open('/etc/shadow', os.O_RDONLY); \
                     os.set_inheritable(fd, True); os.execv(sys.argv[1], sys.argv[1:])";
    let process = place.start(&["/usr/bin/python3", "-c", hand_over]).unwrap();
    let open = fs::read_dir(format!("/proc/{}/fd", process.child.id())).unwrap();
    let open: Vec<_> = open.map(|entry| fs::read_link(entry.unwrap().path()).unwrap()).collect();
    assert!(open.len() > 3 && !open.contains(&"/etc/shadow".into()), "{open:?}");
    assert!(process.end().success());
}

#[test]
#[ignore = "needs root; run by cargo xtask host-test"]
fn a_stranger_does_not_even_come_to_the_socket_and_the_server_does() {
    let place = Place::new(Supervision::Own);
    fs::set_permissions(place.folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755))
        .unwrap();
    let _process = place.start(&[]).unwrap();
    let socket = fs::metadata(place.socket()).unwrap();
    assert_eq!((socket.uid(), socket.mode() & 0o777), (33, 0o600));
    for (user, opens) in [("www-data", true), ("nobody", false)] {
        let connect = "import socket, sys; socket.socket(socket.AF_UNIX).connect(sys.argv[1])";
        let mut python = Command::new("/usr/bin/setpriv");
        python.args(["--reuid", user, "--clear-groups", "/usr/bin/python3", "-c", connect]);
        let ended = python.arg(place.socket()).output().unwrap();
        assert_eq!(ended.status.success(), opens, "{user}: {ended:?}");
    }
}

#[test]
#[ignore = "needs root; run by cargo xtask host-test"]
fn there_is_one_on_a_socket_and_it_answers_until_it_is_told_to_end() {
    let place = Place::new(Supervision::Own);
    let process = place.start(&[]).unwrap();
    process.client.call(&Verb::Runs(Service::Exim)).unwrap();
    let second = place.command(&[]).output().unwrap();
    assert!(!second.status.success());
    let said = String::from_utf8_lossy(&second.stderr).into_owned();
    assert!(said.contains("another process listens on this socket"), "{said}");
    process.client.call(&Verb::Runs(Service::Exim)).unwrap();
    assert!(process.end().success());
}

#[test]
#[ignore = "needs root; run by cargo xtask host-test"]
fn a_layout_that_others_may_write_is_not_believed() {
    let place = Place::new(Supervision::Own);
    let file = place.folder.path().join("layout.toml");
    fs::set_permissions(file, std::os::unix::fs::PermissionsExt::from_mode(0o666)).unwrap();
    let ended = place.command(&[]).output().unwrap();
    assert!(!ended.status.success());
    assert!(String::from_utf8_lossy(&ended.stderr).contains("others may write it"));
}

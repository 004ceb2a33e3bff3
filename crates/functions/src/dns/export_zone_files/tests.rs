//! Zones are exported to their own callers, and another server's checker accepts them.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    io::Write as _,
    process::Stdio,
};

use api::{Acl, zone::RecordType};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use proptest::test_runner::{Config, TestCaseError, TestRunner};
use serde_json::Value;

use super::random;
use crate::testing::World;

/// How many zones are tried.
const ZONES: u32 = 64;

fn exported(world: &World, zone: &str) -> String {
    let told = world.data("root", "export_zone_files", &[("zone", zone)]);
    assert_eq!(told["payload"][0]["zone"], zone);
    let text = told["payload"][0]["text_b64"].as_str().unwrap().to_owned();
    String::from_utf8(STANDARD.decode(text).unwrap()).unwrap()
}

#[test]
fn zones_are_told_as_files_of_their_own_callers() {
    let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
    assert!(exported(&world, "anna.test").starts_with("; cPanel first"));
    assert!(world.refusal("root", "export_zone_files", &[]).starts_with("zone: "));
    let form = [("zone", "anna.test")];
    assert_eq!(world.refusal("bob", "export_zone_files", &form), "There is no zone “anna.test”.");
}

/// BIND's checker; the test command sees to it that it is installed. Whether hosts of the zone that
/// records name are there is asked too.
#[expect(clippy::disallowed_types, reason = "the checker is another program")]
fn checked(zone: &str, text: &str) -> Result<(), String> {
    let checker = std::process::Command::new("named-checkzone")
        .args(["-i", "local", zone, "/dev/stdin"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let mut checker = checker.expect("named-checkzone, of Debian's package `bind9-utils`");
    checker.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = checker.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    if output.status.success() { Ok(()) } else { Err(format!("{said}\n{text}")) }
}

/// Adds a record; gives whether the zone may have it.
fn add(world: &World, zone: &str, serial: &mut String, record: &Value) -> bool {
    let record = record.to_string();
    let form = [("zone", zone), ("serial", serial), ("add", record.as_str())];
    match world.call("root", "mass_edit_dns_zone", &form) {
        Ok(answer) => {
            answer.data["new_serial"].as_str().unwrap().clone_into(serial);
            true
        }
        Err(problem) => {
            assert!(problem.to_string().contains(": "), "{problem}: {record}");
            false
        }
    }
}

#[test]
fn another_servers_checker_accepts_whatever_is_exported() {
    let world = World::new();
    let (number, taken) = (Cell::new(0), RefCell::new(BTreeMap::<RecordType, usize>::new()));
    let one = |records: Vec<random::Record>| {
        number.set(number.get() + 1);
        let zone = format!("zone-{}.test", number.get());
        world.call("root", "adddns", &[("domain", &zone), ("ip", "192.0.2.7")]).unwrap();
        let mut serial = "2026010100".to_owned();
        for record in &records {
            if add(&world, &zone, &mut serial, &record.json()) {
                *taken.borrow_mut().entry(record.kind).or_default() += 1;
            }
        }
        checked(&zone, &exported(&world, &zone)).map_err(TestCaseError::fail)
    };
    let config = Config { cases: ZONES, failure_persistence: None, ..Config::default() };
    TestRunner::new(config).run(&random::zone(), one).unwrap();
    let taken = taken.into_inner();
    for kind in RecordType::ALL {
        let can_be = !matches!(kind, RecordType::Soa | RecordType::Alias);
        let some = taken.get(kind).is_some_and(|taken| *taken >= 5);
        assert_eq!(some, can_be, "{kind:?}: {taken:?}");
    }
}

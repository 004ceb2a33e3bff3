use api::records::{SessionRecord, SessionState};

use super::*;
use crate::testing::World;

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn login(world: &World) -> Login {
    world.host.store.read().unwrap().first(vec![is("name", "alice")]).unwrap().unwrap()
}

/// Alice, flagged, with two sessions.
fn flagged() -> (World, UserName) {
    let world = World::new().account("alice", "root");
    let form = [("users_json", r#"{"alice":1}"#)];
    world.call("root", "forcepasswordchange", &form).unwrap();
    let alice: UserName = "alice".parse().unwrap();
    let tx = world.host.store.write().unwrap();
    for digest in ["mine", "other"] {
        tx.put(&SessionRecord {
            digest: digest.to_owned(),
            service: api::records::Service::Cpanel,
            user_name: alice.clone(),
            mailbox: None,
            path_digest: String::new(),
            state: SessionState::Open,
            generation: 1,
            made_by: None,
            created: world.host.clock.now(),
            expires: world.host.clock.now(),
        })
        .unwrap();
    }
    tx.commit().unwrap();
    (world, alice)
}

#[test]
fn the_owners_change_meets_the_duty_and_ends_the_other_sessions() {
    let (world, alice) = flagged();
    assert!(world.machine.login(&alice).unwrap().unwrap().expired);
    let (old, new) = (secret("Quarry-lamp-7-vivid"), secret("Tundra-otter-9-mellow"));
    change_by_owner(&world.host, &alice, &old, &new, Some("mine")).unwrap();
    let on_host = world.machine.login(&alice).unwrap().unwrap();
    assert!(!on_host.expired);
    assert!(world.host.passwords.verify(&new, Some(&on_host.password)).unwrap());
    let (login, tx) = (login(&world), world.host.store.read().unwrap());
    assert_eq!((world.must_change("alice"), login.generation), (false, 2));
    let sessions: Vec<SessionRecord> = tx.matching(Vec::new()).unwrap();
    let left: Vec<_> = sessions.iter().map(|row| (row.digest.as_str(), row.generation)).collect();
    assert_eq!(left, [("mine", 2)]);
}

#[test]
fn neither_a_wrong_present_password_nor_an_old_new_one_changes_anything() {
    let (world, alice) = flagged();
    let old = secret("Quarry-lamp-7-vivid");
    let said = |current: &Secret, new: &str| {
        change_by_owner(&world.host, &alice, current, &secret(new), None).unwrap_err().to_string()
    };
    let wrong = secret("Quarry-lamp-7-vivie");
    assert!(said(&wrong, "Tundra-otter-9-mellow").starts_with("current: "));
    assert!(said(&old, "Quarry-lamp-7-vivid").contains("used before"));
    assert!(said(&old, "alice123").starts_with("password: "));
    assert_eq!((world.must_change("alice"), login(&world).generation), (true, 1));
    let nobody: UserName = "nobody1".parse().unwrap();
    assert!(change_by_owner(&world.host, &nobody, &old, &secret("x"), None).is_err());
}

#[test]
fn what_was_checked_against_older_credentials_does_not_count() {
    let (world, alice) = flagged();
    let tx = world.host.store.read().unwrap();
    assert!(unchanged(&*tx, &alice, 1).is_ok());
    let problem = unchanged(&*tx, &alice, 0).unwrap_err();
    assert_eq!(problem.kind(), Kind::Conflict);
}

#[test]
fn an_old_hash_is_renewed_once_and_on_the_machine_too() {
    let world = World::new().account("alice", "root");
    let password = secret("Quarry-lamp-7-vivid");
    renew_hash(&world.host, &login(&world), &password).unwrap();
    let current = login(&world).password;
    let tx = world.host.store.write().unwrap();
    let old = "$6$saltstring$OwiWe98SHFzfRIpjCli3Z.rKQ7l5mXggg4LsTEO.nbFFt.BAkbFEJ9oEx6TyNtjF3daNBwK2jThrl/TzvGeuL0";
    tx.put(&Login { password: old.to_owned(), ..login(&world) }).unwrap();
    tx.commit().unwrap();
    let seen = login(&world);
    renew_hash(&world.host, &seen, &password).unwrap();
    let renewed = login(&world);
    assert!(renewed.password != current && world.host.passwords.is_current(&renewed.password));
    assert!(world.host.passwords.verify(&password, Some(&renewed.password)).unwrap());
    assert_eq!((renewed.generation, renewed.changed), (seen.generation, seen.changed));
    let on_host = world.machine.login(&seen.name).unwrap().unwrap();
    assert_eq!(on_host.password, renewed.password);
    renew_hash(&world.host, &seen, &password).unwrap();
    assert_eq!(login(&world).password, renewed.password, "another login was first");
}

#[test]
fn strength_grows_with_the_guesses_needed() {
    assert!(strength("password", &[]) < DEFAULT_STRENGTH);
    assert!(strength("anna1234", &["anna"]) < DEFAULT_STRENGTH);
    assert!(strength("vK9#mTq2", &[]) >= DEFAULT_STRENGTH);
    assert_eq!(strength("", &[]), 0);
    assert!(strength("tortoise-lamp-vivid-99-quarry-umbrella", &[]) > 90);
}

#[test]
fn closeness_sees_through_case_and_digits() {
    assert!(is_close("Exampl3!!", "example"));
    assert!(!is_close("example-lamp-quarry", "example"));
    assert!(!is_close("bob12345", "bob"));
}

/// Of the passwords that leaks show most often, some hundreds that are long enough.
const COMMON: &str = include_str!("common.txt");

#[test]
fn common_passwords_are_refused_with_the_reason() {
    let world = World::new();
    let tx = world.host.store.read().unwrap();
    assert!(COMMON.lines().count() >= 300);
    for word in COMMON.lines() {
        assert!(word.chars().count() >= SHORTEST, "{word}");
        let problem = check(&*tx, "passwd", &secret(word), &[""; 0]).unwrap_err();
        let said = problem.to_string();
        assert!(said.contains("too easy to guess") && said.contains("words is stronger"), "{said}");
    }
}

#[test]
fn random_passwords_are_taken_and_so_are_those_of_one_kind_of_letters() {
    let world = World::new();
    let tx = world.host.store.read().unwrap();
    let taken = |text: &str| check(&*tx, "passwd", &secret(text), &["alice", "alice.test"]).is_ok();
    let random = |length| world.host.random_text(length).unwrap();
    let refused = (0..2_000).filter(|_| !taken(&random(16))).count();
    assert!(refused <= 1, "{refused} of 2,000 random ones");
    for _ in 0..20 {
        let letters: String = random(90).chars().filter(char::is_ascii_uppercase).collect();
        for same in [letters.to_lowercase(), letters] {
            assert!(taken(&same), "{same}");
        }
    }
}

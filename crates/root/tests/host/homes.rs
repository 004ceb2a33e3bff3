//! Users and their homes, with the rights that are left to the program.

use std::{fs, os::unix::fs::MetadataExt};

use root::{Act, Answer, Gift, HomePath, Supervision, User, Verb};

use crate::process::Place;

const UID: u32 = 23_456;

fn user() -> User {
    User {
        name: "shop".parse().unwrap(),
        formerly: None,
        uid: UID,
        gid: UID,
        shell: "/bin/bash".to_owned(),
        password: "!".to_owned(),
        locked: false,
        expired: false,
        disk: None,
        inodes: None,
    }
}

#[test]
#[ignore = "needs root; run by cargo xtask host-test"]
fn a_home_is_made_worked_in_as_its_user_and_removed() {
    for supervision in [Supervision::Own, Supervision::Systemd] {
        let place = Place::new(supervision);
        for folder in [&place.layout.homes, &place.layout.users] {
            fs::create_dir(folder).unwrap();
        }
        let process = place.start(&[]).unwrap();
        let call = |verb: Verb| process.client.call(&verb).unwrap();
        call(Verb::PutUsers(vec![user()]));
        let file = HomePath::try_from("greeting".to_owned()).unwrap();
        let (content, mode) = (b"hello".to_vec(), Some(0o640));
        let act = Act::Write { place: file, content, replace: false, mode };
        let answer = call(Verb::Within { user: user().name, act });
        assert!(matches!(answer, Answer::Within(Ok(Gift::Done))));
        let home = place.layout.homes.join("shop");
        let greeting = fs::metadata(home.join("greeting")).unwrap();
        assert_eq!((greeting.uid(), greeting.gid(), greeting.mode() & 0o777), (UID, UID, 0o640));
        call(Verb::RemoveUser(user().name));
        assert!(!home.exists());
        assert!(process.end().success());
    }
}

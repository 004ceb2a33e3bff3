//! What every implementation of the FTP server does.

use api::{
    Limit, UserName,
    ports::{Ftp, FtpState, FtpUser},
};

use crate::subjects::{account, user};

/// An account's FTP as the server itself has it.
pub(crate) type Found<'a> = &'a dyn Fn(&UserName) -> Option<FtpState>;

fn state(name: &str, logins: &[(&str, &str)]) -> FtpState {
    let logins = logins.iter().map(|(login, home)| FtpUser {
        login: (*login).to_owned(),
        home: (*home).to_owned(),
        password: "$y$hash".to_owned(),
        quota: Limit::of(7),
    });
    FtpState {
        account: user(name),
        locked: false,
        logins: logins.collect(),
        anonymous: true,
        incoming: false,
        welcome: "Hello.".to_owned(),
    }
}

/// Runs on a server without logins, on a machine where `alice` has a home.
pub(crate) fn suite(port: &dyn Ftp, found: Found<'_>) {
    let alice = user("alice");
    let first = state("alice", &[("a@alice.test", "one/two"), ("b@alice.test", "")]);
    for _ in 0..2 {
        port.apply(&first).unwrap();
        assert!(found(&alice) == Some(first.clone()));
    }
    assert!(port.folder_usage(&account("alice"), "one/two").unwrap().inodes > 0);
    let second = FtpState { locked: true, ..state("alice", &[("c@alice.test", "three")]) };
    port.apply(&second).unwrap();
    assert!(found(&alice) == Some(second), "what is no longer said is gone");
    assert_eq!(port.list().unwrap(), std::slice::from_ref(&alice));
    port.remove_folder(&account("alice"), "one").unwrap();
    assert_eq!(port.folder_usage(&account("alice"), "one/two").unwrap().inodes, 0);
    port.remove_folder(&account("alice"), "../alice").unwrap();
    port.remove_folder(&account("alice"), "not/there").unwrap();
    assert!(port.folder_usage(&account("alice"), "three").unwrap().inodes > 0);
    for _ in 0..2 {
        port.withdraw(&alice).unwrap();
    }
    assert!(found(&alice).is_none() && port.list().unwrap().is_empty());
    port.end_sessions(&account("alice"), None).unwrap();
    assert!(port.sessions(&account("alice")).unwrap().is_empty());
}

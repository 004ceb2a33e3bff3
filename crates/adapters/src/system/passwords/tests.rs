use std::{
    io::Write as _,
    process::{Command, Stdio},
};

use super::*;

/// What the system's crypt(3) makes of a password, asked by way of Perl.
fn crypt(password: &str, setting: &str) -> String {
    let mut perl = Command::new("/usr/bin/perl")
        .args(["-e", "chomp(my ($p, $s) = <STDIN>); print crypt($p, $s)"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    write!(perl.stdin.take().unwrap(), "{password}\n{setting}\n").unwrap();
    String::from_utf8(perl.wait_with_output().unwrap().stdout).unwrap()
}

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn verifies(hashing: &Yescrypt, password: &str, hash: &str) -> bool {
    hashing.verify(&secret(password), Some(hash)).unwrap()
}

/// A suite for any implementation.
fn passwords_suite(port: &dyn Passwords) {
    let (one, two) =
        (port.hash(&secret("pass wörd")).unwrap(), port.hash(&secret("pass wörd")).unwrap());
    assert_ne!(one, two, "each hash has a salt of its own");
    assert!(port.verify(&secret("pass wörd"), Some(&one)).unwrap());
    assert!(!port.verify(&secret("pass word"), Some(&one)).unwrap());
    assert!(!port.verify(&secret("pass wörd"), None).unwrap());
    for unusable in ["", "!", "*", "*0", "*1", "!!", &format!("!{one}"), &format!("*{one}"), "x"] {
        assert!(!port.verify(&secret("pass wörd"), Some(unusable)).unwrap(), "{unusable}");
    }
    assert!(!port.verify(&secret(""), Some("")).unwrap());
    let longest = "é".repeat(LONGEST / 2);
    let hash = port.hash(&secret(&longest)).unwrap();
    assert!(port.verify(&secret(&longest), Some(&hash)).unwrap());
    for bad in [format!("{longest}a"), "a\0b".to_owned()] {
        assert_eq!(port.hash(&secret(&bad)).unwrap_err().kind(), Kind::BadParam);
        assert!(!port.verify(&secret(&bad), Some(&hash)).unwrap());
    }
    let twins = ["a", "b"].map(|end| format!("{}{end}", "p".repeat(72)));
    let hash = port.hash(&secret(&twins[0])).unwrap();
    assert!(!port.verify(&secret(&twins[1]), Some(&hash)).unwrap());
}

#[test]
fn yescrypt_passes_the_suite() {
    passwords_suite(&Yescrypt::quick().unwrap());
}

#[test]
fn the_systems_crypt_takes_our_hashes_and_we_take_its() {
    for (cost, prefix) in [(1, "$y$j75$"), (5, "$y$j9T$")] {
        let hashing = Yescrypt::new(Cost::new(cost).unwrap()).unwrap();
        for password in ["secret", "with spaces and ünïcode ☃", &"x".repeat(200)] {
            let ours = hashing.hash(&secret(password)).unwrap();
            assert!(ours.starts_with(prefix), "{ours}");
            assert_eq!(crypt(password, &ours), ours);
            let theirs = crypt(password, &format!("{prefix}LdJMENpBABJJ3hIHjB1Bi.$"));
            assert!(verifies(&hashing, password, &theirs), "{theirs}");
            assert!(!verifies(&hashing, "other", &theirs), "{theirs}");
        }
    }
}

#[test]
fn hashes_of_older_schemes_verify() {
    let hashing = Yescrypt::quick().unwrap();
    let settings = [
        "$6$saltstring$",
        "$6$rounds=1400$another.salt/1$",
        "$5$saltstring$",
        "$1$saltstri$",
        "$1$s$",
        "$1$$",
        "$2b$05$abcdefghijklmnopqrstuu",
        "$2y$05$abcdefghijklmnopqrstuu",
        "$2a$05$abcdefghijklmnopqrstuu",
    ];
    for setting in settings {
        let theirs = crypt("sécret word", setting);
        let begins: String = setting.chars().take(20).collect();
        assert!(theirs.starts_with(&begins), "{theirs}");
        assert!(verifies(&hashing, "sécret word", &theirs), "{theirs}");
        assert!(!verifies(&hashing, "sécret wore", &theirs), "{theirs}");
    }
}

#[test]
fn the_oldest_scheme_is_read_for_passwords_of_every_length() {
    let hashing = Yescrypt::quick().unwrap();
    for length in [1, 2, 15, 16, 17, 31, 32, 33, 64, 200] {
        let password = "aZ9ü".chars().cycle().take(length).collect::<String>();
        let theirs = crypt(&password, "$1$s4lT./xy$");
        assert!(theirs.starts_with("$1$s4lT./xy$") && theirs.len() == 34, "{theirs}");
        assert!(verifies(&hashing, &password, &theirs), "{length}");
        assert!(!verifies(&hashing, &format!("{password}a"), &theirs), "{length}");
        let longer = theirs.replace("$1$s4lT./xy$", "$1$s4lT./xyz$");
        assert!(!verifies(&hashing, &password, &longer));
        assert!(!verifies(&hashing, &password, theirs.get(..33).unwrap()));
    }
}

#[test]
fn a_bcrypt_hash_of_a_password_that_was_cut_never_verifies() {
    let hashing = Yescrypt::quick().unwrap();
    let twins = ["a", "b"].map(|end| format!("{}{end}", "p".repeat(72)));
    let theirs = crypt(&twins[0], "$2b$05$abcdefghijklmnopqrstuu");
    assert_eq!(theirs, crypt(&twins[1], &theirs), "crypt(3) takes the one for the other");
    assert!(twins.iter().all(|twin| !verifies(&hashing, twin, &theirs)));
    let theirs = crypt(&"p".repeat(72), "$2b$05$abcdefghijklmnopqrstuu");
    assert!(!verifies(&hashing, &"p".repeat(71), &theirs));
}

#[test]
fn hashes_beyond_all_measure_are_refused_at_once() {
    let hashing = Yescrypt::quick().unwrap();
    for hash in [
        "$y$jzT$LdJMENpBABJJ3hIHjB1Bi.$aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "$y$$$",
        "$y$",
        "$y$j9T$$",
        "$y$j75$LdJMENpBABJJ3hIHjB1Bi.$",
        "$6$rounds=999999999$salt$aaaa",
        "$6$salt$",
        "$6$$",
        "$2b$31$abcdefghijklmnopqrstuuabcdefghijklmnopqrstuuabcdefghijklmnopq",
        "$2b$",
        "$1$salt$hash",
        "$1$salt",
        "$1$$",
    ] {
        assert!(!verifies(&hashing, "", hash), "{hash}");
        assert!(!verifies(&hashing, "secret", hash), "{hash}");
    }
    let fine = hashing.hash(&secret("secret")).unwrap();
    assert!(verifies(&hashing, "secret", &fine), "the threads go on");
}

#[test]
fn only_hashes_of_the_same_scheme_and_cost_are_current() {
    let hashing = Yescrypt::quick().unwrap();
    assert!(hashing.is_current(&hashing.hash(&secret("secret")).unwrap()));
    let dearer = Yescrypt::new(Cost::new(2).unwrap()).unwrap();
    let dearer = dearer.hash(&secret("secret")).unwrap();
    for other in [dearer.as_str(), "$6$saltstring$x", "$2b$05$x", "$y$", "", "!", "*0"] {
        assert!(!hashing.is_current(other), "{other}");
    }
}

#[test]
fn the_cost_has_bounds() {
    assert!(Cost::new(0).is_err() && Cost::new(12).is_err() && Cost::new(11).is_ok());
}

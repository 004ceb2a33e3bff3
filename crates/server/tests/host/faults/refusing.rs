//! A service whose configuration somebody broke by hand: it goes on with the one that it has read, what
//! needs no reload is done, and who changes something that needs one is told (the goal R6).

use std::{fs, process::Command};

use root::Service;

use super::{anna, create, is_served};
use crate::machine::{Machine, Setup, eventually};

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_line_that_an_administrator_broke_ends_no_service() {
    let services = [Service::Apache, Service::PhpFpm, Service::PowerDns];
    let machine = Machine::start_with(Setup::of(&services));
    anna(&machine);
    let config = machine.folder.path().join("config");
    let main = config.join("apache/httpd.conf");
    let before = fs::read_to_string(&main).unwrap();
    let broken = [
        (main.clone(), format!("{before}Include /etc/apache2/of-mine.conf\n")),
        (config.join("apache/certificates/mine.conf"), "NoSuchDirective\n".to_owned()),
    ];
    for (path, text) in broken {
        fs::write(&path, text).unwrap();
        let found = machine.violations();
        let words = "service apache: it would not take its configuration";
        assert!(found.iter().any(|line| line.starts_with(words)), "{found:#?}");

        create(&machine, "bert");
        eventually("the new site is served", || is_served(&machine, "bert"));
        let reason = certify(&machine, "anna").unwrap();
        assert!(reason.contains("somebody changed by hand"), "{reason}");
        assert!(is_served(&machine, "anna"), "{}", path.display());

        if path == main {
            fs::write(&path, &before).unwrap();
        } else {
            fs::remove_file(&path).unwrap();
        }
        assert_eq!(certify(&machine, "anna"), None);
        assert_eq!(machine.violations(), Vec::<String>::new());
        machine.root("removeacct", &[("username", "bert")]);
    }
}

/// Gives an account's site a new certificate; gives the reason where it is refused.
fn certify(machine: &Machine, user: &str) -> Option<String> {
    let domain = format!("{user}.test");
    let folder = tempfile::tempdir().unwrap();
    let place = |name: &str| folder.path().join(name).display().to_string();
    let (key, certificate) = (place("key"), place("crt"));
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30"])
        .args(["-subj", &format!("/CN={domain}"), "-keyout", &key, "-out", &certificate])
        .args(["-addext", &format!("subjectAltName=DNS:{domain}")])
        .output()
        .unwrap();
    assert!(made.status.success());
    let read = |path: &str| fs::read_to_string(path).unwrap();
    let form = [("domain", domain.as_str()), ("cert", &read(&certificate)), ("key", &read(&key))];
    let answer = machine.try_account(user, "SSL/install_ssl", &form);
    (answer["status"] != 1).then(|| answer["errors"].to_string())
}

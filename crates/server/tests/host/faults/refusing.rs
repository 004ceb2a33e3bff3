//! A service whose configuration somebody broke by hand: it goes on with the one that it has read, and who
//! changes something is told (the goal R6).

use std::fs;

use root::Service;

use super::{anna, create, is_nowhere, is_served, try_create};
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
        (main.clone(), format!("{before}Include /etc/apache2/of-mine.conf\n"), "apache"),
        (config.join("apache/sites/mine.conf"), "NoSuchDirective\n".to_owned(), "apache"),
        (config.join("php-fpm/pools/mine.conf"), "[mine]\nnonsense = 1\n".to_owned(), "php-fpm"),
    ];
    for (path, text, service) in broken {
        fs::write(&path, text).unwrap();
        let reason = try_create(&machine, "bert").unwrap();
        assert!(reason.contains("somebody changed by hand"), "{reason}");
        is_nowhere(&machine, "bert");
        assert!(is_served(&machine, "anna"), "{}", path.display());
        let found = machine.violations();
        let words = format!("service {service}: it would not take its configuration");
        assert!(found.iter().any(|line| line.starts_with(&words)), "{found:#?}");
        if path == main {
            fs::write(&path, &before).unwrap();
        } else {
            fs::remove_file(&path).unwrap();
        }
        create(&machine, "bert");
        eventually("the new site is served", || is_served(&machine, "bert"));
        assert_eq!(machine.violations(), Vec::<String>::new());
        machine.root("removeacct", &[("username", "bert")]);
    }
}

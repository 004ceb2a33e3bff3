//! The life of three accounts of two resellers, looked at from outside at every step.

use std::{fs, process::Command};

use serde_json::json;

use crate::{
    clients::{dig, ftp, inbox, mysql, page, page_over_tls, psql, send, su, uid},
    machine::{Machine, PASSWORD, eventually},
    window::{Looks, Window},
};

/// The accounts, each with its reseller.
const ACCOUNTS: [(&str, &str); 3] = [("anna", "ria"), ("bert", "ria"), ("carl", "rob")];
const NEW: &str = "Umbrella-brook-4-tundra";

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn three_accounts_of_two_resellers_live_and_leave_nothing() {
    let machine = Machine::start();
    let before = machine.paths();
    for reseller in ["ria", "rob"] {
        become_reseller(&machine, reseller);
    }
    for (user, reseller) in ACCOUNTS {
        create(&machine, user, reseller);
        fill(&machine, user);
    }
    for (user, _) in ACCOUNTS {
        works(&machine, user);
    }
    apart(&machine);
    tls(&machine, "anna");
    forced_change(&machine, "carl");

    machine.reseller("ria", "suspendacct", &[("user", "anna")]);
    is_shut(&machine, "anna");
    works(&machine, "bert");
    machine.reseller("ria", "unsuspendacct", &[("user", "anna")]);
    works(&machine, "anna");

    assert_eq!(machine.violations(), Vec::<String>::new());
    for (user, reseller) in ACCOUNTS {
        machine.reseller(reseller, "removeacct", &[("username", user)]);
        is_shut(&machine, user);
    }
    for reseller in ["ria", "rob"] {
        machine.root("removeacct", &[("username", reseller)]);
    }
    assert_eq!(machine.violations(), Vec::<String>::new());
    let left: Vec<_> = machine.paths().difference(&before).cloned().collect();
    assert!(left.is_empty(), "{left:#?}");
}

fn become_reseller(machine: &Machine, user: &str) {
    let domain = format!("{user}.test");
    let form = [("username", user), ("domain", &domain), ("password", PASSWORD)];
    machine.root("createacct", &[&form[..], &[("reseller", "1")]].concat());
    let rights = [
        "acl-create-acct",
        "acl-kill-acct",
        "acl-suspend-acct",
        "acl-list-accts",
        "acl-allow-shell",
        "acl-edit-account",
    ];
    let rights = rights.map(|right| (right, "1"));
    machine.root("setacls", &[&[("reseller", user)], &rights[..]].concat());
}

fn create(machine: &Machine, user: &str, reseller: &str) {
    let domain = format!("{user}.test");
    let form = [("username", user), ("domain", &domain), ("password", PASSWORD)];
    machine.reseller(reseller, "createacct", &[&form[..], &[("hasshell", "1")]].concat());
}

/// Gives an account a site, a mailbox, databases and an FTP login by its own API.
fn fill(machine: &Machine, user: &str) {
    let own = |function: &str, form: &[(&str, &str)]| machine.account(user, function, form);
    for (file, content) in [
        ("index.html", format!("The site of {user}")),
        ("who.php", "<?php echo posix_geteuid();".to_owned()),
    ] {
        let form = [("dir", "public_html"), ("file", file), ("content", &content)];
        own("Fileman/save_file_content", &form);
    }
    own("Email/add_pop", &[("email", "info"), ("password", PASSWORD)]);
    let name = format!("{user}_shop");
    for engine in ["Mysql", "Postgresql"] {
        own(&format!("{engine}/create_database"), &[("name", &name)]);
        own(&format!("{engine}/create_user"), &[("name", &name), ("password", PASSWORD)]);
        let grant = [("user", name.as_str()), ("database", &name)];
        match engine {
            "Mysql" => {
                let all = ("privileges", "ALL PRIVILEGES");
                own("Mysql/set_privileges_on_database", &[&grant[..], &[all]].concat())
            }
            _ => own("Postgresql/grant_all_privileges", &grant),
        };
    }
    own("Ftp/add_ftp", &[("user", "files"), ("pass", PASSWORD), ("homedir", "public_html")]);
}

/// Everything of an account answers its owner and its visitors.
fn works(machine: &Machine, user: &str) {
    let domain = format!("{user}.test");
    let site = || page(machine, &domain, "/") == ("200".to_owned(), format!("The site of {user}"));
    eventually("the site is served", site);
    assert_eq!(page(machine, &format!("www.{domain}"), "/").0, "200");
    assert_eq!(page(machine, &domain, "/who.php"), ("200".to_owned(), uid(user)));
    assert_eq!(dig(machine, &domain, "A"), "127.0.0.1");
    assert_eq!(dig(machine, &domain, "MX"), format!("0 {domain}."));

    let mailbox = format!("info@{domain}");
    let subject = format!("Greetings to {user}");
    assert!(send(machine, &mailbox, &subject));
    eventually("the message is there", || {
        inbox(machine, &mailbox, PASSWORD).is_some_and(|all| all.contains(&subject))
    });
    assert_eq!(inbox(machine, &mailbox, "wrong"), None);

    let name = format!("{user}_shop");
    let table = "CREATE TABLE IF NOT EXISTS t (n int); SELECT 6 * 7";
    assert!(mysql(machine, &name, &name, table).unwrap().ends_with("42"));
    assert!(psql(machine, &name, &name, table).unwrap().ends_with("42"));
    assert!(ftp(machine, &format!("files@{domain}")).unwrap().contains("who.php"));
    assert!(ftp(machine, user).unwrap().contains("public_html"));
    assert_eq!(su(user, PASSWORD), user);
    assert_eq!(su(user, "wrong"), "");
}

/// Nothing of one account is another's.
fn apart(machine: &Machine) {
    for (own, other) in [("anna_shop", "bert_shop"), ("bert_shop", "anna_shop")] {
        assert_eq!(mysql(machine, own, other, "SELECT 1"), None);
        assert_eq!(psql(machine, own, other, "SELECT 1"), None);
    }
    let form = [("domain", "shop"), ("rootdomain", "bert.test"), ("dir", "sites/shop")];
    machine.account("bert", "SubDomain/addsubdomain", &form);
    let form = [("dir", "sites/shop"), ("file", "index.html"), ("content", "The shop of bert")];
    machine.account("bert", "Fileman/save_file_content", &form);
    eventually("the shop is served", || {
        page(machine, "shop.bert.test", "/").1 == "The shop of bert"
    });
    for (peek, file) in [("one.php", "public_html/who.php"), ("two.php", "sites/shop/index.html")] {
        let script = format!("<?php echo @file_get_contents('/home/bert/{file}') ?: 'nothing';");
        let form = [("dir", "public_html"), ("file", peek), ("content", &script)];
        machine.account("anna", "Fileman/save_file_content", &form);
        let seen = page(machine, "anna.test", &format!("/{peek}"));
        assert_eq!(seen, ("200".to_owned(), "nothing".to_owned()), "{file}");
    }
}

/// Everything of an account is closed.
fn is_shut(machine: &Machine, user: &str) {
    let (domain, name) = (format!("{user}.test"), format!("{user}_shop"));
    eventually("the site is shut", || !page(machine, &domain, "/").1.contains("The site of"));
    assert!(!page(machine, &domain, "/who.php").1.contains(&uid(user)) || uid(user).is_empty());
    let mailbox = format!("info@{domain}");
    // The mail server looks at a changed file once a second.
    eventually("the mailbox is shut", || inbox(machine, &mailbox, PASSWORD).is_none());
    assert!(!send(machine, &mailbox, "Is anybody there?"));
    assert_eq!(mysql(machine, &name, &name, "SELECT 1"), None);
    assert_eq!(psql(machine, &name, &name, "SELECT 1"), None);
    assert_eq!(ftp(machine, &format!("files@{domain}")), None);
    assert_eq!(ftp(machine, user), None);
    assert_eq!(su(user, PASSWORD), "");
    assert!(machine.log_in(user, PASSWORD).is_none());
}

/// The site shows its own certificate to who asks for it by name.
fn tls(machine: &Machine, user: &str) {
    let domain = format!("{user}.test");
    let place = |name: &str| machine.folder.path().join(name).display().to_string();
    let (key, certificate) = (place("site.key"), place("site.crt"));
    let subject = format!("/CN={domain}");
    let names = format!("subjectAltName=DNS:{domain}");
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", &subject])
        .args(["-addext", &names, "-keyout", &key, "-out", &certificate])
        .output()
        .unwrap();
    assert!(made.status.success());
    let read = |path: &str| fs::read_to_string(path).unwrap();
    let form = [("domain", domain.as_str()), ("cert", &read(&certificate)), ("key", &read(&key))];
    machine.account(user, "SSL/install_ssl", &form);
    let site = format!("The site of {user}");
    eventually("TLS shows the site's own certificate", || {
        page_over_tls(machine, &domain, &certificate) == site
    });
    assert_eq!(page_over_tls(machine, "bert.test", &certificate), "");
    for made in [key, certificate] {
        fs::remove_file(made).unwrap();
    }
}

/// Logs in, is asked for a new password whatever the page, gives one, and is let in.
fn change_in_a_browser(machine: &Machine, user: &str) {
    let window = Window::open(&machine.data().join("tls/cert.pem"), Looks::PLAIN);
    window.go(&machine.cpanel_url("/"));
    for (field, text) in [("#user", user), ("#pass", PASSWORD)] {
        window.fill(field, text);
    }
    window.click("main button");
    window.arrive("/password");
    let prefix = window.path().replace("/password", "");
    window.go(&machine.cpanel_url(&format!("{prefix}/files")));
    assert_eq!(window.path(), format!("{prefix}/password"));
    assert!(window.said().contains("You must choose a new password"), "{}", window.said());
    for (field, text) in [("#current", PASSWORD), ("#new", NEW), ("#repeat", NEW)] {
        window.fill(field, text);
    }
    window.click("main form button");
    window.until("free", || window.path() == format!("{prefix}/"));
    assert!(window.said().contains(&format!("{user}.test")), "{}", window.said());
}

/// Who must change the password sees the page for it and nothing else, and the new one holds everywhere.
fn forced_change(machine: &Machine, user: &str) {
    let users = json!({user: 1}).to_string();
    let data = machine.root("forcepasswordchange", &[("users_json", &users)]);
    assert_eq!(data["updated"], json!([user]));
    assert_eq!(su(user, PASSWORD), "", "a shell's login waits for the change too");
    change_in_a_browser(machine, user);
    assert!(machine.log_in(user, PASSWORD).is_none() && machine.log_in(user, NEW).is_some());
    assert_eq!((su(user, PASSWORD).as_str(), su(user, NEW).as_str()), ("", user));
    machine.root("passwd", &[("user", user), ("password", PASSWORD)]);
    assert_eq!(su(user, PASSWORD), user);
}

//! The package on a machine that has just been set up: installed as its page says, made a host, used, and
//! installed once more.

use std::{fs, path::Path, process::Command};

use serde_json::json;

use crate::machine::{
    ADDRESS, ANOTHER, PASSWORD, UNITS, all_run, dig, done, eventually, fetched, lacks_nothing,
    page, run, said, su, uapi, whm,
};

/// Debian's own units, which would take the ports.
const ASLEEP: [&str; 8] =
    ["apache2", "dovecot", "exim4", "mariadb", "pdns", "php8.2-fpm", "postgresql", "pure-ftpd"];

/// The socket of `MariaDB`, which lets root in.
const MARIADB: &str = "/run/innkeeper-services/mariadb/mariadb.socket";

fn package() -> String {
    std::env::var("INNKEEPER_TEST_PACKAGE").unwrap()
}

#[test]
#[ignore = "needs a machine of its own under systemd; run by cargo xtask vm-test"]
fn a_package_makes_a_host() {
    done("systemctl", &["is-active", "apache2", "mariadb", "exim4"]);
    becomes_a_host();
    all_run();
    for unit in ASLEEP {
        assert_ne!(said("systemctl", &["is-active", unit]), "active", "{unit}");
    }
    println!(
        "{}",
        said(
            "systemd-analyze",
            &["--no-pager", "security", "innkeeper", "innkeeper-work", "innkeeper-root"]
        )
    );

    create("anna", "8");
    works("anna");
    is_limited("anna");
    changes_its_password("anna");
    is_renamed("anna", "nora");
    create("bert", "unlimited");
    works("bert");
    is_gone("nora");

    is_upgraded();
    works("bert");
    assert_eq!(done("innkeeper", &["check"]), "");
    belongs_to_the_server();
}

fn becomes_a_host() {
    let words = ["--yes", "--no-install-recommends", "install"];
    done("apt-get", &[&words[..], &[package().as_str()]].concat());
    assert_ne!(said("systemctl", &["is-active", "innkeeper"]), "active");
    let lacking = run("innkeeper", &["host", "check"]);
    let lacks = String::from_utf8_lossy(&lacking.stdout).into_owned();
    assert!(!lacking.status.success());
    for said in ["packages are missing: pure-ftpd sqlite3", "innkeeper host install"] {
        assert!(lacks.contains(said), "{lacks}");
    }
    println!("{}", done("innkeeper", &["host", "install"]));
    lacks_nothing();
}

/// Makes an account with a site, a mailbox, a database and an FTP login.
fn create(user: &str, quota: &str) {
    let (name, domain) = (format!("username={user}"), format!("domain={user}.test"));
    let (password, quota) = (format!("password={PASSWORD}"), format!("quota={quota}"));
    whm("createacct", &[&name, &domain, &password, &quota, "hasshell=1"]);
    let page = format!("content=The site of {user}");
    let save = |file: &str, content: &str| {
        let file = format!("file={file}");
        uapi(user, "Fileman", "save_file_content", &["dir=public_html", &file, content]);
    };
    save("index.html", &page);
    save("who.php", "content=<?php echo posix_geteuid();");
    uapi(user, "Email", "add_pop", &["email=info", &password]);
    let database = format!("name={user}_shop");
    uapi(user, "Mysql", "create_database", &[&database]);
    uapi(user, "Postgresql", "create_database", &[&database]);
    let password = format!("pass={PASSWORD}");
    uapi(user, "Ftp", "add_ftp", &["user=files", &password, "homedir=public_html"]);
}

/// Everything of an account answers its owner and its visitors.
pub(crate) fn works(user: &str) {
    let domain = format!("{user}.test");
    eventually("the site is served", || page(&domain, "/") == format!("The site of {user}"));
    assert_eq!(page(&domain, "/who.php"), said("id", &["-u", user]));
    assert_eq!(dig(&domain, "A"), ADDRESS);
    assert_eq!(dig(&domain, "MX"), format!("0 {domain}."));
    assert_eq!(su(user, PASSWORD), user);
    assert_eq!(su(user, "wrong"), "");
    mail_comes(user);
    let databases = done("mariadb", &["-N", "-S", MARIADB, "-e", "SHOW DATABASES"]);
    assert!(databases.lines().any(|name| name == format!("{user}_shop")), "{databases}");
    let url = format!("ftp://{ADDRESS}/");
    let files = fetched(&url, &format!("files@{domain}"), PASSWORD);
    assert!(files.is_some_and(|files| files.contains("who.php")));
}

/// A message from elsewhere comes into the mailbox, which its owner reads.
fn mail_comes(user: &str) {
    let mailbox = format!("info@{user}.test");
    let to = ["--from", "<>", "--to", &mailbox, "--header", "Subject: Greetings"];
    done("swaks", &[&["--server", "127.0.0.1", "--timeout", "60"][..], &to[..]].concat());
    let url = "imaps://127.0.0.1/INBOX;MAILINDEX=1;SECTION=HEADER.FIELDS%20(SUBJECT)";
    eventually("the message is there", || {
        fetched(url, &mailbox, PASSWORD).is_some_and(|header| header.contains("Greetings"))
    });
    assert_eq!(fetched(url, &mailbox, "wrong"), None);
}

/// Has a process of an account write a file of so many MiB; whether it may.
pub(crate) fn fills(user: &str, file: &str, mib: u32) -> bool {
    let (to, count) = (format!("of=/home/{user}/{file}"), format!("count={mib}"));
    let mut fill = Command::new("setpriv");
    fill.args(["--reuid", user, "--regid", user, "--clear-groups"]);
    fill.args(["dd", "if=/dev/zero", &to, "bs=1M", &count, "conv=fsync"]).env("LC_ALL", "C");
    let output = fill.output().unwrap();
    let full = String::from_utf8_lossy(&output.stderr).contains("Disk quota exceeded");
    assert_ne!(output.status.success(), full, "{output:?}");
    output.status.success()
}

/// An account may have as much as it was given, and what it has is told.
fn is_limited(user: &str) {
    let name = format!("user={user}");
    assert_eq!(whm("quota_enabled", &[])["quota_enabled"], 1);
    assert!(fills(user, "some", 5));
    assert!(!fills(user, "more", 5));
    let used = used(user);
    assert!((5 << 10..=8 << 10).contains(&used), "{used} KiB");
    let summary = whm("accountsummary", &[&name])["acct"][0].clone();
    assert_eq!(summary["disklimit"], "8M");
    let told = summary["diskused"].as_str().unwrap().trim_end_matches('M').parse::<u64>();
    assert!((5..=8).contains(&told.unwrap()), "{summary}");
    whm("editquota", &[&name, "quota=20"]);
    assert!(fills(user, "more", 5));
    fs::remove_file(format!("/home/{user}/more")).unwrap();
    // On btrfs that takes half a minute at most.
    eventually("what was removed counts no more", || self::used(user) < 8 << 10);
}

/// What an account has, in KiB, as it is measured now.
fn used(user: &str) -> u64 {
    let all = whm("get_disk_usage", &["cache_mode=off"])["accounts"].clone();
    let own = all.as_array().unwrap().iter().find(|one| one["user"] == user);
    own.unwrap()["blocks_used"].as_u64().unwrap()
}

fn changes_its_password(user: &str) {
    let (name, new) = (format!("user={user}"), format!("password={ANOTHER}"));
    whm("passwd", &[&name, &new]);
    assert_eq!((su(user, ANOTHER).as_str(), su(user, PASSWORD).as_str()), (user, ""));
    whm("passwd", &[&name, &format!("password={PASSWORD}")]);
}

/// A new name keeps what the account has, and what it may have.
fn is_renamed(user: &str, new: &str) {
    let before = used(user);
    whm("modifyacct", &[&format!("user={user}"), &format!("newuser={new}")]);
    // A log line may have come meanwhile.
    assert!(used(new).abs_diff(before) < 256, "{} after {before} KiB", used(new));
    assert!(!fills(new, "more", 18));
    fs::remove_file(format!("/home/{new}/more")).unwrap();
    let domain = format!("{user}.test");
    eventually("the site is served", || page(&domain, "/") == format!("The site of {user}"));
    assert_eq!(page(&domain, "/who.php"), said("id", &["-u", new]));
}

fn is_gone(user: &str) {
    let uid = said("id", &["-u", user]);
    whm("removeacct", &[&format!("username={user}")]);
    assert!(!Path::new("/home").join(user).exists());
    assert!(!run("id", &[user]).status.success() && !run("id", &[&uid]).status.success());
    assert_eq!(su(user, PASSWORD), "");
}

/// The same package once more is an upgrade: the two processes are new ones, the services go on.
fn is_upgraded() {
    let id = |unit: &str| said("systemctl", &["show", "--value", "-p", "MainPID", unit]);
    let before = UNITS.map(id);
    done("apt-get", &["--yes", "--reinstall", "install", &package()]);
    eventually("the server is ready", || run("whmapi1", &["version"]).status.success());
    let after = UNITS.map(id);
    for (unit, (before, after)) in UNITS.iter().zip(before.iter().zip(&after)) {
        let is_own = *unit == "innkeeper" || *unit == "innkeeper-root";
        assert_eq!(before != after, is_own, "{unit}");
    }
    assert_eq!(whm("listaccts", &[])["acct"].as_array().unwrap().len(), 1);
    lacks_nothing();
    assert_eq!(
        whm("listaccts", &["search=bert", "searchtype=user"])["acct"][0]["user"],
        json!("bert")
    );
}

/// What an operator's commands leave in the server's folder is the server's still.
fn belongs_to_the_server() {
    let strangers = ["/var/lib/innkeeper", "-not", "-user", "innkeeper"];
    assert_eq!(done("find", &strangers), "");
}

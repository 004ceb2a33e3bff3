//! The machine, as its operator and its visitors use it.

use std::{
    io::Write as _,
    process::{Command, Output, Stdio},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;

/// A password that meets every rule, and another.
pub(crate) const PASSWORD: &str = "Quarry-lamp-7-vivid";
pub(crate) const ANOTHER: &str = "Umbrella-brook-4-tundra";

/// The machine's address, which its network gives it.
pub(crate) const ADDRESS: &str = "10.0.2.15";

/// The units that a host is made of.
pub(crate) const UNITS: [&str; 10] = [
    "innkeeper-root",
    "innkeeper",
    "innkeeper-apache",
    "innkeeper-dovecot",
    "innkeeper-exim",
    "innkeeper-mariadb",
    "innkeeper-php-fpm",
    "innkeeper-postgresql",
    "innkeeper-powerdns",
    "innkeeper-pure-ftpd",
];

/// How long something may take to come about; a machine whose processor is translated is slow.
const PATIENCE: Duration = Duration::from_mins(4);

/// Runs a program to its end.
pub(crate) fn run(program: &str, args: &[&str]) -> Output {
    Command::new(program).args(args).output().unwrap_or_else(|cause| panic!("{program}: {cause}"))
}

/// What a program prints.
pub(crate) fn said(program: &str, args: &[&str]) -> String {
    String::from_utf8_lossy(&run(program, args).stdout).trim().to_owned()
}

/// Runs a program that must end well; gives what it prints.
pub(crate) fn done(program: &str, args: &[&str]) -> String {
    let begun = Instant::now();
    let output = run(program, args);
    println!("{program} {}: {} s", args.join(" "), begun.elapsed().as_secs());
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "{program} {args:?}: {}\n{out}\n{err}", output.status);
    out
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim().to_owned()
}

/// Waits until something is so.
pub(crate) fn eventually(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        if begun.elapsed() > PATIENCE {
            println!("{}", said("journalctl", &["--no-pager", "-n", "80"]));
            panic!("it does not come about that {what}");
        }
        thread::sleep(Duration::from_millis(500));
    }
}

/// Waits until all units run; none of them may have been started twice.
pub(crate) fn all_run() {
    eventually("all units run", || {
        said("systemctl", &["is-active", UNITS[0], UNITS[1]]) == "active\nactive" && services_run()
    });
    for unit in UNITS {
        let restarts = said("systemctl", &["show", "--value", "-p", "NRestarts", unit]);
        println!(
            "{unit}: {}, started anew {restarts} times",
            said("systemctl", &["is-active", unit])
        );
        assert_eq!(restarts, "0", "{unit}");
    }
    for port in [21, 25, 53, 80, 110, 143, 443, 465, 587, 993, 995, 2083, 2087, 2096, 3306, 5432] {
        eventually(&format!("port {port} is open"), || {
            std::net::TcpStream::connect(("127.0.0.1", port)).is_ok()
        });
    }
}

/// Nothing is missing, and nothing is said but what the homes' file system cannot do.
pub(crate) fn lacks_nothing() {
    let is_btrfs = said("stat", &["-f", "-c", "%T", "/home"]) == "btrfs";
    let told = done("innkeeper", &["host", "check"]);
    assert_eq!(told.starts_with("note: nobody's number of files is limited"), is_btrfs, "{told}");
    assert!(told.lines().count() == usize::from(is_btrfs), "{told}");
}

fn services_run() -> bool {
    let asked = run("systemctl", &[&["is-active", "--quiet"][..], &UNITS[..]].concat());
    asked.status.success()
}

/// A call by one of the programs of the command line; the whole answer.
fn answer(program: &str, words: &[&str]) -> Value {
    let output = run(program, &[&["--output=json"], words].concat());
    let out = text(&output.stdout);
    serde_json::from_str(&out)
        .unwrap_or_else(|cause| panic!("{words:?}: {cause}: {out} {}", text(&output.stderr)))
}

/// The data of a call by `whmapi1` that succeeds.
pub(crate) fn whm(function: &str, form: &[&str]) -> Value {
    let answer = answer("whmapi1", &[&[function], form].concat());
    assert_eq!(answer["metadata"]["result"], 1, "{function}: {answer}");
    answer["data"].clone()
}

/// The data of a call by `uapi` that succeeds.
pub(crate) fn uapi(user: &str, module: &str, function: &str, form: &[&str]) -> Value {
    let user = format!("--user={user}");
    let answer = answer("uapi", &[&[user.as_str(), module, function], form].concat());
    assert_eq!(answer["result"]["status"], 1, "{module} {function}: {answer}");
    answer["result"]["data"].clone()
}

/// A page of a site, by its name.
pub(crate) fn page(host: &str, path: &str) -> String {
    let (host, url) = (format!("Host: {host}"), format!("http://{ADDRESS}{path}"));
    said("curl", &["-sS", "-m", "30", "-H", &host, &url])
}

/// What the name server answers.
pub(crate) fn dig(name: &str, kind: &str) -> String {
    said("dig", &["+short", "+tries=2", "+time=10", "@127.0.0.1", name, kind])
}

/// Who `su` makes of somebody without rights who gives a user's password.
pub(crate) fn su(user: &str, password: &str) -> String {
    let mut su = Command::new("setpriv");
    su.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]);
    su.args(["su", user, "-c", "id -un"]);
    su.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = su.spawn().unwrap();
    // Whom it does not know it does not ask.
    drop(writeln!(child.stdin.take().unwrap(), "{password}"));
    text(&child.wait_with_output().unwrap().stdout)
}

/// What curl fetches as a user; the password is not on its command line.
pub(crate) fn fetched(url: &str, user: &str, password: &str) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("config");
    std::fs::write(&config, format!("user = \"{user}:{password}\"\n")).unwrap();
    let config = config.display().to_string();
    let output = run("curl", &["-sS", "-k", "-m", "30", "-K", &config, url]);
    output.status.success().then(|| text(&output.stdout))
}

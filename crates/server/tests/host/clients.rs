//! The clients of people: each says what its person sees.

use std::process::{Command, Output};

use super::machine::{Machine, PASSWORD};

fn said(program: &str, args: &[&str]) -> String {
    text(&run(program, args))
}

fn run(program: &str, args: &[&str]) -> Output {
    Command::new(program).args(args).output().unwrap_or_else(|cause| panic!("{program}: {cause}"))
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The status and the text of a page.
pub(crate) fn page(machine: &Machine, host: &str, path: &str) -> (String, String) {
    let url = format!("http://127.0.0.1:{}{path}", machine.ports.web);
    let host = format!("Host: {host}");
    let all = said("curl", &["-s", "-m", "20", "-w", "\n%{http_code}", "-H", &host, &url]);
    let (text, status) = all.rsplit_once('\n').unwrap_or(("", &all));
    (status.to_owned(), text.trim().to_owned())
}

/// The page over TLS, of a server that must show the certificate that stands in a file.
pub(crate) fn page_over_tls(machine: &Machine, host: &str, certificate: &str) -> String {
    let port = machine.ports.web_tls;
    let (resolve, url) = (format!("{host}:{port}:127.0.0.1"), format!("https://{host}:{port}/"));
    said("curl", &["-s", "-m", "20", "--cacert", certificate, "--resolve", &resolve, &url])
}

/// What the DNS server answers.
pub(crate) fn dig(machine: &Machine, name: &str, kind: &str) -> String {
    let port = machine.ports.dns.to_string();
    said("dig", &["+short", "+tries=1", "+time=5", "@127.0.0.1", "-p", &port, name, kind])
}

/// Sends a message from elsewhere, by a sender that no look-up is needed for; whether it was taken.
pub(crate) fn send(machine: &Machine, to: &str, subject: &str) -> bool {
    let (port, header) = (machine.ports.smtp.to_string(), format!("Subject: {subject}"));
    let args = ["--server", "127.0.0.1", "--port", &port, "--timeout", "20"];
    let message = ["--from", "<>", "--to", to, "--header", &header];
    let sent = run("swaks", &[&args[..], &message[..]].concat());
    // Shown where the test fails.
    println!("{}", text(&sent));
    sent.status.success()
}

/// The subjects of the messages in a mailbox; none where the login fails.
pub(crate) fn inbox(machine: &Machine, user: &str, password: &str) -> Option<String> {
    const SCRIPT: &str = "
import imaplib, os, sys
box = imaplib.IMAP4('127.0.0.1', int(sys.argv[1]))
box.starttls(__import__('ssl')._create_unverified_context())
box.login(sys.argv[2], os.environ['WITH'])
box.select('INBOX')
for number in box.search(None, 'ALL')[1][0].split():
    print(box.fetch(number, '(BODY[HEADER.FIELDS (SUBJECT)])')[1][0][1].decode().strip())
";
    let port = machine.ports.imap.to_string();
    let mut python = Command::new("python3");
    python.args(["-c", SCRIPT, &port, user]).env("WITH", password);
    let output = python.output().unwrap();
    output.status.success().then(|| text(&output))
}

/// The answer of `MariaDB` to a statement; none where the login fails.
pub(crate) fn mysql(machine: &Machine, user: &str, database: &str, sql: &str) -> Option<String> {
    let port = machine.ports.mysql.to_string();
    let mut client = Command::new("mariadb");
    client.args(["--no-defaults", "--protocol=tcp", "-h", "127.0.0.1", "-P", &port, "-N"]);
    client.args(["-u", user, "-e", sql, database]).env("MYSQL_PWD", PASSWORD);
    let output = client.output().unwrap();
    output.status.success().then(|| text(&output))
}

/// The same of PostgreSQL.
pub(crate) fn psql(machine: &Machine, user: &str, database: &str, sql: &str) -> Option<String> {
    let port = machine.ports.postgresql.to_string();
    let mut client = Command::new("psql");
    client.args([
        "-X",
        "-w",
        "-h",
        "127.0.0.1",
        "-p",
        &port,
        "-U",
        user,
        "-At",
        "-c",
        sql,
        database,
    ]);
    let output = client.env("PGPASSWORD", PASSWORD).output().unwrap();
    output.status.success().then(|| text(&output))
}

/// The names in the folder that an FTP login sees; none where the login fails.
pub(crate) fn ftp(machine: &Machine, user: &str) -> Option<String> {
    let config = format!("user = \"{user}:{PASSWORD}\"\n");
    let file = machine.folder.path().join("curl.config");
    std::fs::write(&file, config).unwrap();
    let url = format!("ftp://127.0.0.1:{}/", machine.ports.ftp);
    let file = file.display().to_string();
    let output = run("curl", &["-s", "-m", "20", "--list-only", "-K", &file, &url]);
    std::fs::remove_file(&file).unwrap();
    output.status.success().then(|| text(&output))
}

/// Who `su` makes of somebody without rights who gives a user's password.
pub(crate) fn su(user: &str, password: &str) -> String {
    use std::{io::Write as _, process::Stdio};
    let mut su = Command::new("setpriv");
    su.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]);
    su.args(["su", user, "-c", "id -un"]);
    su.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = su.spawn().unwrap();
    // Whom it does not know it does not ask.
    drop(writeln!(child.stdin.take().unwrap(), "{password}"));
    text(&child.wait_with_output().unwrap())
}

/// The number of a user, as the name service says.
pub(crate) fn uid(user: &str) -> String {
    said("id", &["-u", user])
}

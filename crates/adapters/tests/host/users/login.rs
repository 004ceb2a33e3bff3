//! Logins through PAM, by `su` and by sshd, with the right and the wrong password, locked and expired.

use std::{
    fs,
    io::Write as _,
    net::TcpStream,
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Child, Command, Output, Stdio},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use adapters::system::host::HomeFiles;
use api::ports::{Files as _, HomePath, OsLogin, OsUsers as _, Write};

use super::{login, seeing, users};
use crate::{
    machine::Machine,
    subjects::{account, user},
};

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn pam_lets_in_who_may_log_in() {
    let machine = Machine::start(&[]);
    let port = users(&machine);
    let lena = account("lena");
    let uid = lena.record().uid.to_string();
    let su = |password: &str| su(&machine.layout.users, password);
    port.apply(&lena, &login()).unwrap();
    assert_eq!(text(&su("right")), uid);
    assert_eq!(text(&su("wrong")), "");
    port.apply(&lena, &OsLogin { locked: true, ..login() }).unwrap();
    assert_eq!(text(&su("right")), "", "it is locked");
    port.apply(&lena, &login()).unwrap();
    assert_eq!(text(&su("right")), uid);
    port.expire(&[(user("lena"), true)]).unwrap();
    let expired = su("right");
    assert_eq!(text(&expired), "");
    let said = String::from_utf8_lossy(&expired.stderr);
    assert!(said.contains("required to change your password"), "{said}");
    port.expire(&[(user("lena"), false)]).unwrap();
    assert_eq!(text(&su("right")), uid);
    let mut without_shell = account("lena").into_record();
    without_shell.shell = "/usr/sbin/nologin".to_owned();
    port.apply(&api::Account::for_reconciler(without_shell), &login()).unwrap();
    assert!(!su("right").status.success());
    port.withdraw(&user("lena")).unwrap();
    assert_eq!(text(&su("right")), "");
}

/// Becomes `lena` from a user that has to give the password.
fn su(users: &Path, password: &str) -> Output {
    let mut command = seeing(users, "setpriv");
    command.args(["--reuid", "65534", "--regid", "65534", "--clear-groups"]);
    command.args(["su", "lena", "-c", "id -u"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    writeln!(child.stdin.take().unwrap(), "{password}").unwrap();
    child.wait_with_output().unwrap()
}

fn text(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap().trim()
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn sshd_lets_in_who_may_log_in() {
    let machine = Machine::start(&[]);
    let port = users(&machine);
    let sean = account("sean");
    let uid = sean.record().uid.to_string();
    port.apply(&sean, &login()).unwrap();
    let sshd = Sshd::start(&machine);
    assert_eq!(text(&sshd.password("right")), uid);
    assert_eq!(text(&sshd.password("wrong")), "");
    // A key that the account puts in its home.
    let files = HomeFiles::new(Arc::clone(&machine.client));
    let place = |path: &str| HomePath::beneath("/home/sean", path).unwrap();
    files.make_folder(&sean, &place(".ssh")).unwrap();
    files.set_mode(&sean, &place(".ssh"), 0o700).unwrap();
    let key = fs::read(machine.folder.path().join("key.pub")).unwrap();
    let how = Write { replace: true, mode: Some(0o600) };
    files.write(&sean, &place(".ssh/authorized_keys"), &key, how).unwrap();
    assert_eq!(text(&sshd.key()), uid);
    port.apply(&sean, &OsLogin { locked: true, ..login() }).unwrap();
    assert_eq!(text(&sshd.password("right")), "");
    assert_eq!(text(&sshd.key()), "", "a lock keeps keys out as well");
    port.apply(&sean, &OsLogin { expired: true, ..login() }).unwrap();
    assert_eq!(text(&sshd.password("right")), "");
    assert_eq!(text(&sshd.key()), "", "so does a password that must be changed");
    port.apply(&sean, &login()).unwrap();
    assert_eq!(text(&sshd.key()), uid);
    port.withdraw(&user("sean")).unwrap();
    assert_eq!(text(&sshd.password("right")), "");
}

/// An OpenSSH server on loopback that sees the machine's users.
struct Sshd {
    child: Child,
    port: u16,
    folder: std::path::PathBuf,
}

impl Sshd {
    fn start(machine: &Machine) -> Self {
        let folder = machine.folder.path().to_owned();
        fs::create_dir_all("/run/sshd").unwrap();
        for key in ["host", "key"] {
            let mut make = Command::new("ssh-keygen");
            make.args(["-q", "-t", "ed25519", "-N", ""]).arg("-f").arg(folder.join(key));
            assert!(make.status().unwrap().success());
        }
        // Asked for by the client instead of a terminal.
        let ask = folder.join("ask");
        fs::write(&ask, "#!/bin/sh\necho \"$WITH\"\n").unwrap();
        fs::set_permissions(&ask, fs::Permissions::from_mode(0o755)).unwrap();
        let port = machine.layout.ports.submission;
        let config = format!(
            "Port {port}\nListenAddress 127.0.0.1\nHostKey {0}/host\nPidFile {0}/sshd.pid\n\
             UsePAM yes\nPasswordAuthentication yes\nKbdInteractiveAuthentication no\n\
             MaxStartups 100\n",
            folder.display()
        );
        fs::write(folder.join("sshd_config"), config).unwrap();
        let mut command = seeing(&machine.layout.users, "/usr/sbin/sshd");
        command.args(["-D", "-e", "-f"]).arg(folder.join("sshd_config"));
        command.stderr(fs::File::create(folder.join("sshd.log")).unwrap());
        let child = command.spawn().unwrap();
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(10), "sshd does not listen");
            thread::sleep(Duration::from_millis(20));
        }
        Self { child, port, folder }
    }

    fn password(&self, password: &str) -> Output {
        let mut ssh = self.ssh();
        ssh.args(["-o", "PreferredAuthentications=password", "-o", "PubkeyAuthentication=no"]);
        ssh.env("SSH_ASKPASS", self.folder.join("ask")).env("SSH_ASKPASS_REQUIRE", "force");
        run(ssh.env("WITH", password))
    }

    fn key(&self) -> Output {
        let mut ssh = self.ssh();
        ssh.args(["-o", "PreferredAuthentications=publickey", "-i"]).arg(self.folder.join("key"));
        run(&mut ssh)
    }

    fn ssh(&self) -> Command {
        let mut ssh = Command::new("ssh");
        ssh.args(["-F", "none", "-o", "StrictHostKeyChecking=no", "-o", "LogLevel=ERROR"]);
        ssh.args(["-o", "UserKnownHostsFile=/dev/null", "-o", "NumberOfPasswordPrompts=1"]);
        ssh.args(["-p", &self.port.to_string()]);
        ssh
    }
}

fn run(ssh: &mut Command) -> Output {
    ssh.args(["sean@127.0.0.1", "id -u"]).stdin(Stdio::null()).output().unwrap()
}

impl Drop for Sshd {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
        if thread::panicking() {
            eprintln!("{}", fs::read_to_string(self.folder.join("sshd.log")).unwrap_or_default());
        }
    }
}

//! The privileged process killed on entering each of its system calls while it makes, renames and
//! removes a user: what is there is whole, and the same verb again makes it so.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    os::unix::{fs::MetadataExt as _, net::UnixStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use adapters::system::host::UserRecords;
use api::{Result, ports::OsUsers as _};
use root::Client;
use tempfile::TempDir;

use super::login;
use crate::{
    machine::program,
    subjects::{account, renamed, user},
};

/// The calls that change something, and those that open files.
const CALLS: [&str; 12] = [
    "mkdirat",
    "openat",
    "openat2",
    "write",
    "fchmod",
    "fchown",
    "fsync",
    "symlinkat",
    "renameat",
    "renameat2",
    "unlinkat",
    "sendto",
];

/// A folder with a layout, in which privileged processes run one after the other.
struct Ground {
    folder: TempDir,
}

impl Ground {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name).display().to_string();
        // No service is this process's to start.
        let mut text = "server = \"root\"\nsupervision = \"systemd\"\n".to_owned();
        for name in ["config", "state", "run", "logs", "homes", "users"] {
            text.extend([name, " = \"", &at(name), "\"\n"]);
        }
        fs::write(folder.path().join("layout.toml"), text).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Starts the process, and does something with it.
    fn with<T>(&self, work: impl FnOnce(&UserRecords, &mut Child) -> T) -> T {
        let socket = self.path("socket");
        drop(fs::remove_file(&socket));
        let mut command = Command::new(program());
        command.arg("--layout").arg(self.path("layout.toml")).arg("--socket").arg(&socket);
        let mut child = command.stderr(Stdio::null()).spawn().unwrap();
        let begun = Instant::now();
        while UnixStream::connect(&socket).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(20), "the process does not listen");
            thread::sleep(Duration::from_millis(5));
        }
        let done = work(&UserRecords::new(Arc::new(Client::new(socket))), &mut child);
        drop(child.kill());
        drop(child.wait());
        done
    }

    /// Has the process killed on entering one call of the verb, the first time counted from 1; says
    /// whether there was such a call.
    fn kill(&self, call: &str, time: usize, verb: &dyn Fn(&UserRecords) -> Result<()>) -> bool {
        self.with(|port, child| {
            let mut strace = Command::new("strace");
            strace.args(["-f", "-o", "/dev/null", "-e", &format!("trace={call}")]);
            strace.args(["-e", &format!("inject={call}:signal=KILL:when={time}")]);
            strace.args(["-p", &child.id().to_string()]).stderr(Stdio::piped());
            let mut strace = strace.spawn().unwrap();
            let mut told = BufReader::new(strace.stderr.take().unwrap());
            let mut line = String::new();
            told.read_line(&mut line).unwrap();
            assert!(line.contains("attached"), "{line}");
            let done = verb(port);
            let killed = done.is_err();
            drop(strace.kill());
            drop(strace.wait());
            killed
        })
    }

    /// Kills a verb at each of its calls, with the same beginning each time.
    fn kill_everywhere(
        &self,
        begin: &dyn Fn(&UserRecords),
        verb: &dyn Fn(&UserRecords) -> Result<()>,
        check: &dyn Fn(&Self, &str),
    ) {
        let mut points = 0;
        for call in CALLS {
            for time in 1.. {
                self.with(|port, _| {
                    for name in port.list().unwrap() {
                        port.withdraw(&name).unwrap();
                    }
                    begin(port);
                });
                if !self.kill(call, time, verb) {
                    break;
                }
                points += 1;
                self.check_whole(&format!("killed at {call} {time}"));
                self.with(|port, _| {
                    verb(port).unwrap();
                    verb(port).unwrap();
                });
                let point = format!("done again after {call} {time}");
                self.check_whole(&point);
                check(self, &point);
            }
        }
        assert!(points > 15, "only {points} kill points were found");
    }

    /// What the name service tells of is complete, and so is each home.
    fn check_whole(&self, point: &str) {
        for (name, record) in self.records() {
            let (uid, users) = (&record["uid"], self.path("users"));
            for (link, target) in
                [(format!("{uid}.user"), "user"), (format!("{}.group", record["gid"]), "group")]
            {
                let found = fs::read_link(users.join(link)).ok();
                let to = found.as_deref().and_then(Path::to_str);
                // Who is on the way out, or has a new name already, is no longer found by number.
                let leaving = !users.join(format!("{name}.user-privileged")).exists();
                let moved = to.is_some_and(|to| self.path("users").join(to).exists());
                assert!(moved || leaving, "{point}: {name} {target} {to:?}");
            }
        }
        for home in names(&self.path("homes")) {
            let home = self.path("homes").join(home);
            let owner = fs::metadata(&home).unwrap().uid();
            for folder in ["public_html", "mail", "etc", "logs", "tmp"] {
                let is = fs::metadata(home.join(folder)).unwrap();
                assert_eq!(is.uid(), owner, "{point}: {folder}");
            }
            assert!(home.join("public_html/index.html").exists(), "{point}");
        }
    }

    fn records(&self) -> Vec<(String, serde_json::Value)> {
        let users = self.path("users");
        let read = |name: &str| {
            let text = fs::read(users.join(format!("{name}.user"))).unwrap();
            (name.to_owned(), serde_json::from_slice(&text).unwrap())
        };
        let names = names(&users);
        let records = names.iter().filter_map(|name| name.strip_suffix(".user"));
        records.filter(|name| name.starts_with(char::is_alphabetic)).map(read).collect()
    }
}

/// What a folder holds, but for what has no business with anybody.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    names
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn making_a_user_survives_a_kill_at_every_call() {
    let verb = |port: &UserRecords| port.apply(&account("kai"), &login());
    Ground::new().kill_everywhere(&|_| {}, &verb, &|ground, point| {
        assert_eq!(ground.records().len(), 1, "{point}");
        assert_eq!(names(&ground.path("homes")), ["kai"], "{point}");
        assert_eq!(names(&ground.path("users")).len(), 5, "{point}");
        assert!(fs::read_dir(ground.path("homes/.innkeeper/new")).unwrap().next().is_none());
    });
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn renaming_a_user_survives_a_kill_at_every_call() {
    let begin = |port: &UserRecords| port.apply(&account("kai"), &login()).unwrap();
    let verb = |port: &UserRecords| port.apply(&renamed("kai", "kim"), &login());
    Ground::new().kill_everywhere(&begin, &verb, &|ground, point| {
        assert_eq!(names(&ground.path("homes")), ["kim"], "{point}");
        let left = names(&ground.path("users"));
        assert_eq!(left.iter().filter(|name| name.starts_with("kim")).count(), 3, "{point}");
        assert_eq!(left.len(), 5, "{point}: {left:?}");
    });
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn removing_a_user_survives_a_kill_at_every_call() {
    let begin = |port: &UserRecords| port.apply(&account("kai"), &login()).unwrap();
    let verb = |port: &UserRecords| port.withdraw(&user("kai"));
    Ground::new().kill_everywhere(&begin, &verb, &|ground, point| {
        assert!(names(&ground.path("homes")).is_empty(), "{point}");
        assert!(names(&ground.path("users")).is_empty(), "{point}");
        let trash = ground.path("homes/.innkeeper/trash");
        ground.with(|_, _| {
            let begun = Instant::now();
            while fs::read_dir(&trash).unwrap().next().is_some() {
                assert!(begun.elapsed() < Duration::from_secs(10), "{point}: trash stays");
                thread::sleep(Duration::from_millis(5));
            }
        });
    });
}

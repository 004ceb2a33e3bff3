//! Pure-FTPd, asked by curl.

use std::{
    fs,
    os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};

use adapters::{
    embedded::Machine as Sandbox,
    system::{Cost, Yescrypt, host::PureFtpd},
};
use api::{
    Limit, Secret,
    ports::{Ftp, FtpState, FtpUser, Passwords},
};
use root::{Answer, Service, Verb};

use crate::{
    machine::{Machine, user},
    subjects::account,
};

/// A machine with the FTP server.
struct World {
    machine: Machine,
    ftp: PureFtpd,
    hash: String,
}

impl World {
    fn new() -> Self {
        let machine = Machine::start(&[Service::PureFtpd]);
        let files = Arc::new(Sandbox::temporary().unwrap());
        let ftp = PureFtpd::new(Arc::clone(&machine.client), Arc::clone(&machine.layout), files);
        let hashing = Yescrypt::new(Cost::new(1).unwrap()).unwrap();
        let hash = hashing.hash(&Secret::new("right".to_owned())).unwrap();
        Self { machine, ftp, hash }
    }

    /// Makes a user with its home.
    fn home(&self, user: &str, uid: u32) -> PathBuf {
        self.machine.user(user, uid);
        self.machine.layout.homes.join(user)
    }

    fn login(&self, login: &str, home: &str) -> FtpUser {
        FtpUser {
            login: login.to_owned(),
            home: home.to_owned(),
            password: self.hash.clone(),
            quota: Limit::UNLIMITED,
        }
    }

    /// Runs curl against a path with that login.
    fn curl(&self, login: &str, path: &str, options: &[&str]) -> Output {
        let at = format!("ftp://127.0.0.1:{}{path}", self.machine.layout.ports.ftp);
        let mut curl = Command::new("/usr/bin/curl");
        curl.args(["-s", "-S", "--max-time", "20", "-u", login, &at]).args(options);
        curl.output().unwrap()
    }

    fn text(&self, login: &str, path: &str) -> Option<String> {
        let done = self.curl(login, path, &[]);
        done.status.success().then(|| String::from_utf8(done.stdout).unwrap())
    }

    fn upload(&self, login: &str, from: &Path, to: &str) -> bool {
        self.curl(login, to, &["--ftp-create-dirs", "-T", from.to_str().unwrap()]).status.success()
    }
}

fn state(account: &str, logins: Vec<FtpUser>) -> FtpState {
    FtpState {
        account: account.parse().unwrap(),
        locked: false,
        logins,
        anonymous: false,
        incoming: false,
        welcome: String::new(),
    }
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_login_sees_its_folder_and_works_as_the_account() {
    let world = World::new();
    let home = world.home("shop", 5_001);
    let other = world.home("other", 5_002);
    fs::write(home.join("private"), "private").unwrap();
    fs::write(other.join("public_html/secret"), "secret").unwrap();
    let file = world.machine.folder.path().join("file");
    fs::write(&file, "uploaded").unwrap();
    let logins = vec![world.login("web@a.test", "public_html"), world.login("all@a.test", "")];
    world.ftp.apply(&state("shop", logins)).unwrap();

    assert!(world.upload("web@a.test:right", &file, "/x/new.txt"), "with a new folder");
    let made = home.join("public_html/x/new.txt");
    assert_eq!(fs::read_to_string(&made).unwrap(), "uploaded");
    let facts = fs::metadata(&made).unwrap();
    assert_eq!((facts.uid(), facts.gid(), facts.mode() & 0o777), (5_001, 5_001, 0o644));
    assert_eq!(world.text("web@a.test:right", "/x/new.txt").unwrap(), "uploaded");
    assert!(world.text("web@a.test:right", "/").unwrap().contains(" x\n"));
    assert!(world.text("web@a.test:right", "//private").is_none());
    assert!(world.text("web@a.test:right", "//../private").is_none());
    assert!(world.text("all@a.test:right", "/").unwrap().contains("private"));

    for wrong in ["web@a.test:wrong", "root:right", "anonymous:x", "shop:wrong"] {
        assert!(world.text(wrong, "/").is_none(), "{wrong}");
    }

    symlink(other.join("public_html"), home.join("public_html/away")).unwrap();
    assert!(world.text("web@a.test:right", "/away/secret").is_none());
    assert_eq!(world.ftp.list().unwrap().len(), 1);
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_folder_that_became_a_link_leads_nowhere() {
    let world = World::new();
    let home = world.home("shop", 5_001);
    let other = world.home("other", 5_002);
    fs::write(other.join("public_html/secret"), "secret").unwrap();
    fs::set_permissions(other.join("public_html"), fs::Permissions::from_mode(0o755)).unwrap();
    world.ftp.apply(&state("shop", vec![world.login("web@a.test", "public_html")])).unwrap();
    assert!(world.text("web@a.test:right", "/").is_some());
    fs::remove_dir_all(home.join("public_html")).unwrap();
    symlink(other.join("public_html"), home.join("public_html")).unwrap();
    assert_eq!(world.text("web@a.test:right", "/secret"), None);
    assert_eq!(world.text("web@a.test:right", "/"), None);
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn logins_are_locked_limited_and_withdrawn() {
    let world = World::new();
    let home = world.home("shop", 5_001);
    world.home("other", 5_002);
    let file = world.machine.folder.path().join("file");
    fs::write(&file, vec![0; 800 << 10]).unwrap();
    let limited = FtpUser { quota: Limit::of(1), ..world.login("web@a.test", "public_html") };
    let mut shop = state("shop", vec![limited]);
    world.ftp.apply(&shop).unwrap();
    world.ftp.apply(&state("other", vec![world.login("x@b.test", "")])).unwrap();

    assert!(world.upload("web@a.test:right", &file, "/one"));
    world.upload("web@a.test:right", &file, "/two");
    world.upload("web@a.test:right", &file, "/three");
    let stored = |name| fs::metadata(home.join("public_html").join(name)).map_or(0, |f| f.size());
    let sum: u64 = ["one", "two", "three"].map(stored).iter().sum();
    assert!(sum <= 2 << 20, "{sum}");
    assert_eq!(stored("three"), 0, "there was no room");

    shop.locked = true;
    world.ftp.apply(&shop).unwrap();
    assert!(world.text("web@a.test:right", "/").is_none());
    assert!(world.text("x@b.test:right", "/").is_some());
    assert_eq!(world.ftp.list().unwrap().len(), 2);
    shop.locked = false;
    world.ftp.apply(&shop).unwrap();
    assert!(world.text("web@a.test:right", "/").is_some());
    world.ftp.withdraw(&shop.account).unwrap();
    world.ftp.withdraw(&shop.account).unwrap();
    assert!(world.text("web@a.test:right", "/").is_none());
    assert!(world.text("x@b.test:right", "/").is_some());

    let anonymous = FtpState { anonymous: true, ..state("other", Vec::new()) };
    assert_eq!(world.ftp.apply(&anonymous).unwrap_err().kind(), api::Kind::Conflict);
    assert!(world.text("x@b.test:right", "/").is_some());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn connections_are_seen_and_ended_by_their_account_alone() {
    let world = World::new();
    world.home("shop", 5_001);
    world.home("other", 5_002);
    let file = world.machine.folder.path().join("file");
    fs::write(&file, vec![0; 4 << 20]).unwrap();
    world.ftp.apply(&state("shop", vec![world.login("web@a.test", "public_html")])).unwrap();
    world.ftp.apply(&state("other", vec![world.login("x@b.test", "")])).unwrap();
    let port = world.machine.layout.ports.ftp;
    let mut slow = Command::new("/usr/bin/curl")
        .args(["-s", "--limit-rate", "50k", "-u", "web@a.test:right", "-T"])
        .args([file.to_str().unwrap(), &format!("ftp://127.0.0.1:{port}/large")])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let (shop, other) = (account("shop"), account("other"));
    let sessions = until(|| {
        let sessions = world.ftp.sessions(&shop).unwrap();
        sessions.iter().any(|one| one.file.is_some()).then_some(sessions)
    });
    assert_eq!(sessions.len(), 1);
    assert_eq!(
        (sessions[0].login.as_str(), sessions[0].host.as_str()),
        ("web@a.test", "127.0.0.1")
    );
    let (name, comes) = sessions[0].file.clone().unwrap();
    assert!(name.ends_with("large") && comes, "{name}");
    assert!(world.ftp.sessions(&other).unwrap().is_empty());

    world.ftp.end_sessions(&other, None).unwrap();
    world.ftp.end_sessions(&shop, Some("else@a.test")).unwrap();
    assert_eq!(world.ftp.sessions(&shop).unwrap().len(), 1);
    world.ftp.end_sessions(&shop, Some("web@a.test")).unwrap();
    let ended = until(|| slow.try_wait().unwrap());
    assert!(!ended.success());
    until(|| world.ftp.sessions(&shop).unwrap().is_empty().then_some(()));
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn an_accounts_own_login_sees_the_home_and_tls_is_spoken() {
    let world = World::new();
    let home = world.home("shop", 5_001);
    fs::write(home.join("private"), "private").unwrap();
    chown(home.join("private"), Some(5_001), Some(5_001)).unwrap();
    let plain = world.curl("shop:right", "/private", &["--ssl-reqd", "-k"]);
    assert_eq!(String::from_utf8(plain.stdout).unwrap(), "private", "{:?}", plain.stderr);
    assert!(!world.curl("shop:right", "/private", &["--ssl-reqd"]).status.success());

    let name: root::Name = "shop".parse().unwrap();
    let enters = || world.text("shop:right", "/private").is_some();
    world.machine.call(&Verb::ExpireUsers(vec![(name.clone(), true)]));
    assert!(!enters(), "the password has to be changed first");
    world.machine.call(&Verb::ExpireUsers(vec![(name.clone(), false)]));
    assert!(enters());
    let locked = |locked| root::User { locked, ..user("shop", 5_001) };
    world.machine.call(&Verb::PutUsers(vec![locked(true)]));
    assert!(!enters());
    world.machine.call(&Verb::PutUsers(vec![locked(false)]));
    assert!(enters());
    let renamed = root::User { formerly: Some(name), ..user("store", 5_001) };
    world.machine.call(&Verb::PutUsers(vec![renamed]));
    assert!(!enters());
    assert!(world.text("store:right", "/private").is_some());
    world.machine.call(&Verb::RemoveUser("store".parse().unwrap()));
    assert!(world.text("store:right", "/private").is_none());
    assert!(matches!(
        world.machine.client.call(&Verb::Runs(Service::PureFtpd)),
        Ok(Answer::Flag(true))
    ));
}

/// Waits for something to come.
fn until<T>(look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    let mut look = look;
    loop {
        if let Some(found) = look() {
            return found;
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "it did not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}

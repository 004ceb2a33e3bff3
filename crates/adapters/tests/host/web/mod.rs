//! Apache and PHP-FPM, asked by curl.

mod many;
mod programs;
mod tls;

use std::{
    fs,
    net::Ipv4Addr,
    os::unix::fs::{MetadataExt as _, PermissionsExt, chown, lchown, symlink},
    path::Path,
    process::Command,
    sync::Arc,
};

use adapters::system::host::Apache;
use api::{
    DomainName, Flag, Kind, Secret,
    ports::{Site, Tls, TlsIdentity, TlsSite, Web},
    records::{Redirect, RedirectKind, WwwRule},
};
use root::{Service, Verb};

use crate::machine::Machine;

/// A machine with the web server, and homes.
struct World {
    machine: Machine,
    apache: Apache,
}

impl World {
    fn new() -> Self {
        let machine = Machine::start(&[Service::PhpFpm, Service::Apache]);
        let apache = Apache::new(Arc::clone(&machine.client), Arc::clone(&machine.layout));
        Self { machine, apache }
    }

    fn web(&self) -> &dyn Web {
        &self.apache
    }

    fn tls(&self) -> &dyn Tls {
        &self.apache
    }

    /// Makes a user with its home.
    fn home(&self, user: &str, uid: u32) {
        self.machine.user(user, uid);
    }

    /// Makes a file of an account.
    fn file(&self, user: &str, uid: u32, name: &str, text: &str) {
        let path = self.machine.layout.homes.join(user).join("public_html").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        chown(&path, Some(uid), Some(uid)).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    }

    /// A home with a site that is served.
    fn served(&self, domain: &str, user: &str, uid: u32) {
        self.home(user, uid);
        self.file(user, uid, "index.html", &format!("site of {user}"));
        self.web().apply(&site(domain, user)).unwrap();
    }

    /// Asks for a path; gives the status, where it leads to, and the text.
    fn get(&self, host: &str, path: &str) -> (u16, String, String) {
        let at = format!("http://127.0.0.1:{}{path}", self.machine.layout.ports.web);
        curl(&["-H", &format!("Host: {host}"), &at])
    }

    /// Asks for a path over TLS.
    fn get_tls(&self, host: &str, path: &str, options: &[&str]) -> (u16, String, String) {
        let port = self.machine.layout.ports.web_tls;
        let at = format!("https://{host}:{port}{path}");
        let there = format!("{host}:{port}:127.0.0.1");
        curl(&[&["--resolve", &there, &at], options].concat())
    }
}

fn curl(args: &[&str]) -> (u16, String, String) {
    let mut curl = Command::new("/usr/bin/curl");
    curl.args(["-s", "-S", "-o", "-", "-w", "\n%{http_code} %{redirect_url}"]).args(args);
    let done = curl.output().unwrap();
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    let (text, facts) = text.rsplit_once('\n').unwrap();
    let (status, place) = facts.split_once(' ').unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    (status.parse().unwrap(), place.to_owned(), format!("{text}{said}"))
}

/// How many processes of PHP-FPM's a user has.
fn programs_of(uid: u32) -> usize {
    let status = |entry: fs::DirEntry| fs::read_to_string(entry.path().join("status")).ok();
    let is_one = |status: &String| {
        let of_user = status.contains(&format!("\nUid:\t{uid}\t"));
        status.starts_with("Name:\tphp-fpm") && of_user && !status.contains("\nState:\tZ")
    };
    let all = fs::read_dir("/proc").unwrap().flatten().filter_map(status);
    all.filter(is_one).count()
}

fn site(domain: &str, user: &str) -> Site {
    Site {
        domain: DomainName::of_site(domain).unwrap(),
        account: user.parse().unwrap(),
        document_root: "public_html".to_owned(),
        suspended: false,
        redirects: Vec::new(),
    }
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_new_document_root_is_the_web_servers_to_read_and_one_behind_a_link_stays_as_it_is() {
    let world = World::new();
    world.home("shop", 5_001);
    let home = world.machine.layout.homes.join("shop");
    let show = |root: &str| {
        let site = Site { document_root: root.to_owned(), ..site("a.test", "shop") };
        world.web().apply(&site).unwrap();
    };
    let facts = |place: &str| {
        let found = fs::metadata(home.join(place)).unwrap();
        (found.permissions().mode() & 0o777, found.uid(), found.gid())
    };
    let www_data = facts("public_html").2;
    show("sites/new");
    assert_eq!(facts("sites/new"), (0o750, 5_001, www_data));

    let open = home.join("open");
    fs::create_dir(&open).unwrap();
    fs::set_permissions(&open, fs::Permissions::from_mode(0o755)).unwrap();
    fs::write(open.join("index.html"), "behind a link").unwrap();
    symlink("open", home.join("linked")).unwrap();
    for made in ["open", "open/index.html", "linked"] {
        lchown(home.join(made), Some(5_001), Some(5_001)).unwrap();
    }
    show("linked");
    assert_eq!(facts("open"), (0o755, 5_001, 5_001));
    assert_eq!(world.get("a.test", "/").2, "behind a link");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_site_is_served_under_its_accounts_own_user() {
    let world = World::new();
    world.served("a.test", "shop", 5_001);
    world.served("b.test", "other", 5_002);
    let program =
        "<?php echo posix_getuid(), ' ', posix_getgid(), ' ', ini_get('memory_limit'), ' ',
        @file_get_contents($_GET['f'] ?? '/nothing') ?: 'unreadable', ' ',
        @shell_exec('cat ' . ($_GET['f'] ?? '/nothing')) ?: 'shut';";
    world.file("shop", 5_001, "who.php", program);
    world.file("other", 5_002, "secret.txt", "secret");

    for host in ["a.test", "A.Test:80", "www.a.test", "WWW.A.TEST."] {
        assert_eq!(world.get(host, "/"), (200, String::new(), "site of shop".into()), "{host}");
    }
    assert_eq!(world.get("b.test", "/").2, "site of other");
    assert_eq!(world.get("b.test", "/secret.txt").2, "secret");
    assert_eq!(world.get("a.test", "/who.php").2, "5001 5001 256M unreadable shut");
    let secret = world.machine.layout.homes.join("other/public_html/secret.txt");
    let other = world.get("a.test", &format!("/who.php?f={}", secret.display()));
    assert_eq!(other.2, "5001 5001 256M unreadable shut", "neither PHP nor its programs read it");

    for host in ["c.test", "x.a.test", "127.0.0.1"] {
        let (status, _, text) = world.get(host, "/");
        assert!(status == 404 && text.contains("No such site"), "{host}: {status} {text}");
    }
    for path in ["/nothing", "/nothing.php", "/.git/config", "/.htaccess", "/x/.env"] {
        assert_eq!(world.get("a.test", path).0, 404, "{path}");
    }
    assert_eq!(world.get_tls("a.test", "/", &["-k"]).2, "site of shop");
    assert_eq!(world.web().list().unwrap().len(), 2);
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_site_is_suspended_changes_hands_and_goes_with_all_that_it_left() {
    let world = World::new();
    world.served("a.test", "shop", 5_001);
    world.served("b.test", "other", 5_002);
    world.file("shop", 5_001, "who.php", "<?php echo posix_getuid();");
    world.file("other", 5_002, "who.php", "<?php echo posix_getuid();");

    world.web().apply(&Site { suspended: true, ..site("a.test", "shop") }).unwrap();
    for path in ["/", "/who.php", "/nothing", "/.well-known/x"] {
        let (status, _, text) = world.get("a.test", path);
        assert!(status == 403 && text.contains("suspended"), "{path}: {status} {text}");
    }
    assert_eq!(world.get_tls("a.test", "/", &["-k"]).0, 403);
    assert_eq!(world.get("b.test", "/who.php").2, "5002");

    world.web().apply(&site("a.test", "other")).unwrap();
    assert_eq!(world.get("a.test", "/who.php").2, "5002");

    world.web().withdraw(&"a.test".parse().unwrap()).unwrap();
    world.web().withdraw(&"a.test".parse().unwrap()).unwrap();
    assert_eq!(world.get("a.test", "/").0, 404);
    assert_eq!(world.get("b.test", "/who.php").2, "5002");
    world.web().withdraw(&"b.test".parse().unwrap()).unwrap();
    assert!(world.web().list().unwrap().is_empty());
    // Another process of the server's sees what this one does, and the other way round.
    let (client, layout) = (Arc::clone(&world.machine.client), Arc::clone(&world.machine.layout));
    let second = Apache::new(client, layout);
    assert!(Web::list(&second).unwrap().is_empty());
    world.web().apply(&site("a.test", "shop")).unwrap();
    Web::apply(&second, &site("a.test", "other")).unwrap();
    assert_eq!(world.get("a.test", "/who.php").2, "5002");
    world.web().withdraw(&"a.test".parse().unwrap()).unwrap();
    assert!(Web::list(&second).unwrap().is_empty());
    let sockets = world.machine.layout.run.join("php-fpm");
    for user in ["shop", "other"] {
        let socket = sockets.join(format!("{user}.sock"));
        assert!(socket.exists());
        world.machine.call(&Verb::RemoveUser(user.parse().unwrap()));
        assert!(!socket.exists(), "its pool went with the account");
    }
    assert_eq!(programs_of(5_002), 0);
    let logs = world.machine.layout.logs.join("apache/domains");
    assert_eq!(fs::read_dir(logs).unwrap().count(), 0);
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn what_the_web_server_refuses_changes_nothing_for_others() {
    let world = World::new();
    world.served("a.test", "shop", 5_001);
    // Without a home there is no pool; a folder is below it.
    let error = world.web().apply(&site("b.test", "nobody")).unwrap_err();
    assert_eq!(error.kind(), Kind::NotFound);
    let error = world
        .web()
        .apply(&Site { document_root: "../other".to_owned(), ..site("a.test", "shop") })
        .unwrap_err();
    assert_eq!(error.kind(), Kind::BadParam);
    // What no adapter of ours would write is refused by the privileged side.
    for (kind, name, content) in [
        (root::Kind::ApacheSite, "a.test", "account\tother\nroot\tpublic_html\n"),
        (root::Kind::ApacheSite, "a@b", ""),
        (root::Kind::ApacheCertificate, "000@a+b", ""),
        (root::Kind::ApachePrimary, "nowhere@a.test", "User root\n"),
    ] {
        let file = root::Managed { kind, name: name.parse().unwrap() };
        let change = root::Change { file, content: Some(content.into()) };
        let refused = world.machine.client.call(&Verb::Publish(vec![change]));
        assert!(matches!(refused, Err(root::Refusal::Rejected { .. })), "{content}");
    }
    assert_eq!(world.get("a.test", "/").2, "site of shop");
    assert_eq!(world.web().list().unwrap().len(), 1);
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn accounts_say_much_in_their_own_files_but_reach_nobody_elses_pool() {
    let world = World::new();
    world.served("a.test", "shop", 5_001);
    world.served("b.test", "other", 5_002);
    world.file(
        "shop",
        5_001,
        "who.php",
        "<?php echo posix_getuid(), ' ', ini_get('open_basedir'), $_GET['x'] ?? '';",
    );
    world.file("shop", 5_001, "x.txt", "<?php echo posix_getuid();");
    let says = |text: &str| world.file("shop", 5_001, ".htaccess", text);

    says(
        "RewriteEngine On\nRewriteRule ^nice/(.*)$ who.php?x=$1 [L]\n\
          RewriteCond %{DOCUMENT_ROOT}/who.php -F\nRewriteRule ^there$ who.php?x=there [L]\n\
          Header set X-Own yes\n\
          ErrorDocument 404 mine\nDirectoryIndex x.txt\n<IfModule mod_php.c>\nphp_value a b\n</IfModule>\n",
    );
    assert!(world.get("a.test", "/nice/one").2.ends_with("one"));
    assert!(world.get("a.test", "/there").2.ends_with("there"));
    assert_eq!(world.get("a.test", "/nothing"), (404, String::new(), "mine".to_owned()));
    assert_eq!(world.get("a.test", "/").2, "<?php echo posix_getuid();");

    // Passed over, and no site breaks of it.
    says("Options +ExecCGI\nSetHandler server-status\nLuaHookFixups /x y\n");
    assert_eq!(world.get("a.test", "/").2, "site of shop");

    says("SetEnv PHP_ADMIN_VALUE \"open_basedir=/\"\n");
    let homes = world.machine.layout.homes.display().to_string();
    let limits = world.get("a.test", "/who.php").2;
    assert!(limits.starts_with(&format!("5001 {homes}/shop/:")), "{limits}");

    let sockets = world.machine.layout.run.join("php-fpm").display().to_string();
    let other = format!("proxy:unix:{sockets}/other.sock|fcgi://other");
    for text in [
        format!("RewriteEngine On\nRewriteRule ^x.txt$ - [H={other}]"),
        format!("RewriteEngine On\nRewriteRule ^x.txt$ - [T={other}]"),
        format!("RewriteEngine On\nRewriteRule ^x.txt$ {} [P]", other.trim_start_matches("proxy:")),
        "RewriteEngine On\nRewriteRule ^x.txt$ http://127.0.0.1:9/ [P]".to_owned(),
        format!("AddType {other} .txt"),
        format!("ForceType {other}"),
    ] {
        says(&text);
        assert_eq!(world.get("a.test", "/x.txt").0, 403, "{text}");
    }
    says("ErrorDocument 404 %{file:/etc/passwd}\n");
    assert!(!world.get("a.test", "/nothing").2.contains("root:"));
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn redirects_lead_where_they_say_to_the_byte() {
    let world = World::new();
    world.served("a.test", "shop", 5_001);
    let redirect = |path: &str, target: &str, wildcard, www| Redirect {
        domain: "a.test".parse().unwrap(),
        path: path.to_owned(),
        account: "shop".parse().unwrap(),
        target: target.to_owned(),
        kind: if wildcard { RedirectKind::Permanent } else { RedirectKind::Temporary },
        wildcard: Flag(wildcard),
        www,
    };
    let redirects = vec![
        redirect("/old", "https://b.test/new/", true, WwwRule::Either),
        redirect("/old/deep", "https://b.test/?q=%1$1${PATH}", false, WwwRule::Either),
        redirect("/a.b+(c)", "https://c.test", false, WwwRule::Only),
        redirect("/plain", "https://d.test", false, WwwRule::Without),
    ];
    world.web().apply(&Site { redirects, ..site("a.test", "shop") }).unwrap();
    for (host, path, status, place) in [
        ("a.test", "/old", 301, "https://b.test/new/"),
        ("a.test", "/old/", 301, "https://b.test/new/"),
        ("a.test", "/old/x%20y/%C3%A4?q=a%20b", 301, "https://b.test/new/x%20y/%C3%A4?q=a%20b"),
        ("a.test", "/old/deep?gone=1", 302, "https://b.test/?q=%1$1${PATH}"),
        ("www.a.test", "/a.b+(c)?x=1", 302, "https://c.test/?x=1"),
        ("a.test", "/a.b+(c)", 404, ""),
        ("www.a.test", "/aXb+(c)", 404, ""),
        ("a.test", "/plain", 302, "https://d.test/"),
        ("a.test", "/plain/below", 404, ""),
        ("www.a.test", "/plain", 404, ""),
        ("a.test", "/older", 404, ""),
    ] {
        let (is, at, _) = world.get(host, path);
        assert_eq!((is, at.as_str()), (status, place), "{host}{path}");
    }
    let all = vec![redirect("/", "https://b.test", true, WwwRule::Either)];
    world.web().apply(&Site { redirects: all, ..site("a.test", "shop") }).unwrap();
    assert_eq!(world.get("a.test", "/x/y").1, "https://b.test/x/y");
    assert_eq!(world.get("a.test", "/.well-known/acme-challenge/x").0, 404);
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn names_below_a_domain_are_served_by_the_nearest_wildcard() {
    let world = World::new();
    for (user, uid, domain) in [
        ("one", 5_001, "a.test"),
        ("two", 5_002, "*.a.test"),
        ("three", 5_003, "*.b.a.test"),
        ("four", 5_004, "x.a.test"),
    ] {
        world.served(domain, user, uid);
    }
    for (host, user) in [
        ("a.test", "one"),
        ("www.a.test", "one"),
        ("y.a.test", "two"),
        ("x.a.test", "four"),
        ("z.b.a.test", "three"),
        ("b.a.test", "two"),
        ("q.x.a.test", "two"),
    ] {
        assert_eq!(world.get(host, "/").2, format!("site of {user}"), "{host}");
    }
    world.web().withdraw(&DomainName::of_site("*.b.a.test").unwrap()).unwrap();
    assert_eq!(world.get("z.b.a.test", "/").2, "site of two");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn what_visitors_are_sent_is_counted_once() {
    let world = World::new();
    world.served("a.test", "shop", 5_001);
    world.file("shop", 5_001, "large", &"x".repeat(100_000));
    for _ in 0..3 {
        assert_eq!(world.get("a.test", "/large").0, 200);
        assert_eq!(world.get("unknown.test", "/").0, 404);
    }
    let domain: DomainName = "a.test".parse().unwrap();
    let mut position = String::new();
    let mut sum = 0;
    // What rotatelogs has not written yet comes with a later look.
    for _ in 0..100 {
        let traffic = world.apache.traffic(&position).unwrap();
        assert!(traffic.domains.iter().all(|(name, _)| *name == domain), "no site, no traffic");
        sum += traffic.domains.iter().map(|(_, bytes)| bytes).sum::<u64>();
        position = traffic.position;
        if sum >= 300_000 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!((300_000..310_000).contains(&sum), "{sum}");
    assert!(world.apache.traffic(&position).unwrap().domains.is_empty());
    let log =
        fs::read_to_string(world.machine.layout.logs.join("apache/domains/a.test.access")).unwrap();
    assert_eq!(log.lines().count(), 3);
}

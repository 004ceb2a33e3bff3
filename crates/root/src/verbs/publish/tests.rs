use std::{
    fs,
    net::Ipv4Addr,
    os::unix::{fs::PermissionsExt, net::UnixListener},
    path::Path,
    thread,
    time::Duration,
};

use tempfile::TempDir;

use super::*;
use crate::{
    Managed, Service,
    services::{Check, Command, Known, Program, Ready, Reload, Setup},
};

/// A machine whose Apache and Pure-FTPd are programs of no more than a line: they refuse files by their
/// names.
struct World {
    root: Root,
    folder: TempDir,
    _ready: UnixListener,
}

const KNOWN: Known = Known { setup, check, checker, finish: |_, _, content| Ok(content), leavings };

/// Takes anything but what an administrator broke.
#[expect(clippy::unnecessary_wraps, reason = "a service may have no checker")]
fn checker(service: Service, layout: &Layout) -> Option<Command> {
    let broken = layout.config.join(service.name()).join("primaries/broken.conf");
    Some(test(&["!", "-e", broken.to_str().unwrap()]))
}

/// Each site has a log beside its name.
fn leavings(layout: &Layout, file: &Managed) -> Vec<PathBuf> {
    let domain = file.name.as_str().split('@').next().unwrap();
    vec![layout.logs.join(domain)]
}

fn test(args: &[&str]) -> Command {
    let args = args.iter().map(|&arg| arg.to_owned()).collect();
    Command { path: "/usr/bin/test", args, user: None }
}

/// Reloads, but where a file of the site `unloved` is there.
#[expect(clippy::unnecessary_wraps, reason = "others may not be set up")]
fn setup(service: Service, layout: &Layout) -> Option<Setup> {
    let unloved = layout.config.join(service.name()).join("primaries/unloved.conf");
    let command = Command { path: "/usr/bin/sleep", args: vec!["1000".to_owned()], user: None };
    let program = Program {
        command,
        environment: Vec::new(),
        reload: Reload::Do {
            act: Box::new(move || {
                thread::sleep(Duration::from_millis(50));
                if unloved.exists() { Err(io::Error::other("it is unloved")) } else { Ok(()) }
            }),
            noticed: true,
        },
        ready: Ready::Socket(layout.run.join("ready")),
        unit: "none.service",
    };
    Some(Setup { folders: Vec::new(), files: Vec::new(), first: Vec::new(), program })
}

#[expect(clippy::unnecessary_wraps, reason = "a service may have no checker")]
/// Passes all but the site `wrong`, and the sites `cat` and `dog` together.
fn check(_: Service, _: &Layout, staged: &Path) -> Option<Check> {
    let site = |name: &str| staged.join("primaries").join(name).to_str().unwrap().to_owned();
    let (wrong, cat, dog) = (site("wrong.conf"), site("cat.conf"), site("dog.conf"));
    let command =
        test(&["!", "-e", &wrong, "-a", "(", "!", "-e", &cat, "-o", "!", "-e", &dog, ")"]);
    Some(Check { files: Vec::new(), command })
}

impl World {
    fn new() -> Self {
        Self::with(KNOWN)
    }

    fn with(known: Known) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let layout = Layout {
            config: at("config"),
            state: at("state"),
            run: at("run"),
            logs: at("logs"),
            listen: Ipv4Addr::LOCALHOST.into(),
            supervision: crate::Supervision::Own,
            ..Layout::default()
        };
        fs::create_dir(&layout.config).unwrap();
        fs::create_dir(&layout.run).unwrap();
        let ready = UnixListener::bind(layout.run.join("ready")).unwrap();
        Self { root: Root::of(layout, known), folder, _ready: ready }
    }

    /// With Apache running.
    fn running() -> Self {
        let world = Self::new();
        let layout = &world.root.layout;
        let setup = setup(Service::Apache, layout).unwrap();
        world.root.supervisor.start(Service::Apache, setup, layout).unwrap();
        world
    }

    fn publish(&self, changes: Vec<Change>) -> Result<(), Refusal> {
        publish(&self.root, changes).map(drop)
    }

    fn reloads(&self) -> u64 {
        self.root.publisher.figures.reloads(Service::Apache)
    }

    /// What a site's file holds.
    fn site(&self, name: &str) -> Option<String> {
        let folder = self.folder.path().join("config/apache/primaries");
        fs::read_to_string(folder.join(format!("{name}.conf"))).ok()
    }

    /// Publishes one site each, all at the same time; the names of those that were refused.
    fn crowd(&self, sites: &[String]) -> Vec<String> {
        let refused = thread::scope(|scope| {
            let one = |name: &String| {
                let changes = vec![site(name, "new")];
                scope.spawn(move || self.publish(changes).is_err())
            };
            let running: Vec<_> = sites.iter().map(one).collect();
            running.into_iter().map(|one| one.join().unwrap()).collect::<Vec<_>>()
        });
        sites.iter().zip(refused).filter(|(_, refused)| *refused).map(|(s, _)| s.clone()).collect()
    }

    /// Asserts that nothing but managed files is there.
    fn assert_swept(&self) {
        let staged = self.folder.path().join("config/.staged");
        assert_eq!(fs::read_dir(staged).map_or(0, Iterator::count), 0);
    }
}

fn change(kind: Kind, name: &str, content: Option<&str>) -> Change {
    let content = content.map(|content| content.as_bytes().to_vec());
    Change { file: Managed { kind, name: name.parse().unwrap() }, content }
}

fn site(name: &str, content: &str) -> Change {
    change(Kind::ApachePrimary, name, Some(content))
}

#[test]
fn a_file_is_published_once_and_is_there_with_its_mode() {
    let world = World::running();
    world
        .publish(vec![site("a.test", "one"), change(Kind::ApacheTls, "a.test", Some("key"))])
        .unwrap();
    world.publish(vec![site("a.test", "one")]).unwrap();
    assert_eq!((world.site("a.test").as_deref(), world.reloads()), (Some("one"), 1));
    let key = fs::metadata(world.folder.path().join("config/apache/tls/a.test.pem")).unwrap();
    assert_eq!(key.permissions().mode() & 0o777, 0o600);
    world.assert_swept();
}

#[test]
fn a_file_is_withdrawn_and_those_that_are_there_are_named() {
    let world = World::running();
    world.publish(vec![site("a.test", "one"), site("b.test", "one")]).unwrap();
    world.publish(vec![change(Kind::ApachePrimary, "a.test", None)]).unwrap();
    world.publish(vec![change(Kind::ApachePrimary, "a.test", None)]).unwrap();
    assert_eq!((world.site("a.test"), world.reloads()), (None, 2));
    let Ok(Answer::Names(names)) = published(&world.root, Kind::ApachePrimary) else { panic!() };
    assert_eq!(names, ["b.test".parse().unwrap()]);
    let Ok(Answer::Names(names)) = published(&world.root, Kind::FtpLogins) else { panic!() };
    assert_eq!(names, []);
}

#[test]
fn what_the_checker_refuses_changes_nothing_of_any_service() {
    let world = World::running();
    world.publish(vec![site("a.test", "one")]).unwrap();
    let changes = vec![
        change(Kind::FtpLogins, "shop", Some("pool")),
        site("a.test", "two"),
        site("wrong", "x"),
    ];
    let refusal = world.publish(changes).unwrap_err();
    let reason = "ended with status 1".to_owned();
    assert_eq!(refusal, Refusal::Rejected { service: Service::Apache, reason });
    assert_eq!((world.site("a.test").as_deref(), world.reloads()), (Some("one"), 1));
    assert!(!world.folder.path().join("config/pure-ftpd/logins/shop.passwd").exists());
    world.assert_swept();
}

#[test]
fn what_a_reload_refuses_is_put_back() {
    let world = World::running();
    world.publish(vec![site("a.test", "one")]).unwrap();
    let changes = vec![site("a.test", "two"), site("b.test", "x"), site("unloved", "x")];
    assert!(matches!(world.publish(changes), Err(Refusal::Rejected { .. })));
    assert_eq!(world.site("a.test").as_deref(), Some("one"));
    assert_eq!((world.site("b.test"), world.site("unloved")), (None, None));
    // The one that failed, and one with the old files.
    assert_eq!(world.reloads(), 3);
    world.assert_swept();
}

#[test]
fn a_crowd_costs_few_reloads_and_only_those_at_fault_are_refused() {
    let world = World::running();
    let mut sites: Vec<_> = (0..100).map(|number| format!("s{number}.test")).collect();
    assert_eq!(world.crowd(&sites), Vec::<String>::new());
    assert!(world.reloads() <= 4, "{} reloads", world.reloads());
    for site in &mut sites {
        site.insert(0, 'x');
    }
    sites.extend(["wrong".to_owned(), "unloved".to_owned()]);
    let mut refused = world.crowd(&sites);
    refused.sort();
    assert_eq!(refused, ["unloved", "wrong"]);
    let Ok(Answer::Names(names)) = published(&world.root, Kind::ApachePrimary) else { panic!() };
    assert_eq!(names.len(), 200);
    world.assert_swept();
}

#[test]
fn callers_of_one_service_and_of_several_all_come_to_their_turn() {
    let world = World::running();
    let changes = |number: usize| {
        let name = format!("s{number}.test");
        let both = vec![site(&name, "new"), change(Kind::FtpLogins, &name, Some("new"))];
        both.into_iter()
            .skip(number % 3 / 2)
            .take(1 + usize::from(number.is_multiple_of(3)))
            .collect()
    };
    thread::scope(|scope| {
        for number in 0..60 {
            let world = &world;
            scope.spawn(move || world.publish(changes(number)).unwrap());
        }
    });
    let count = |kind| match published(&world.root, kind) {
        Ok(Answer::Names(names)) => names.len(),
        _ => 0,
    };
    assert_eq!((count(Kind::ApachePrimary), count(Kind::FtpLogins)), (40, 40));
    assert!(world.reloads() <= 5, "{} reloads", world.reloads());
    world.assert_swept();
}

#[test]
fn of_two_that_pass_only_alone_one_is_refused() {
    let world = World::running();
    let mut sites: Vec<_> = (0..8).map(|number| format!("s{number}.test")).collect();
    sites.extend(["cat".to_owned(), "dog".to_owned()]);
    // Where they do not meet in one batch, the staged files of each pass by themselves.
    let refused = world.crowd(&sites);
    assert!(refused.len() <= 1, "{refused:?}");
    assert!(refused.iter().all(|name| name == "cat" || name == "dog"), "{refused:?}");
    assert!(world.publish(vec![site("cat", "y"), site("dog", "y")]).is_err());
}

#[test]
fn where_a_service_does_not_run_files_wait_for_its_start() {
    let by_signal = |service, layout: &Layout| {
        let mut setup = setup(service, layout)?;
        setup.program.reload = Reload::Signal(rustix::process::Signal::HUP);
        Some(setup)
    };
    let world = World::with(Known { setup: by_signal, ..KNOWN });
    world.publish(vec![site("a.test", "one")]).unwrap();
    assert_eq!((world.site("a.test").as_deref(), world.reloads()), (Some("one"), 0));
}

#[test]
fn many_files_at_once_are_published_and_withdrawn() {
    let world = World::running();
    let all = |content: Option<&'static str>| {
        let one = move |number: u32| change(Kind::ApachePrimary, &format!("s{number}"), content);
        (0..500).map(one).collect()
    };
    world.publish(all(Some("one"))).unwrap();
    world.publish(all(Some("two"))).unwrap();
    assert_eq!(world.site("s499").as_deref(), Some("two"));
    world.publish(all(None)).unwrap();
    assert_eq!((world.site("s499"), world.reloads()), (None, 3));
    world.assert_swept();
}

#[test]
fn what_is_read_at_each_question_is_there_at_once_and_reloads_nothing() {
    let world = World::running();
    let one = |number: usize| change(Kind::ApacheSite, &format!("s{number}.test"), Some("one"));
    thread::scope(|scope| {
        for number in 0..20 {
            let world = &world;
            scope.spawn(move || world.publish(vec![one(number)]).unwrap());
        }
    });
    let Ok(Answer::Names(names)) = published(&world.root, Kind::ApacheSite) else { panic!() };
    assert_eq!((names.len(), world.reloads()), (20, 0));
    world.assert_swept();
}

#[test]
fn what_a_service_that_is_told_refuses_is_put_back() {
    let told = |service, layout: &Layout| {
        let mut setup = setup(service, layout)?;
        let pool = layout.config.join("php-fpm/pools/wrong.conf");
        let tell = move || if pool.exists() { Err(io::Error::other("no")) } else { Ok(()) };
        setup.program.reload = Reload::Do { act: Box::new(tell), noticed: false };
        Some(setup)
    };
    let world = World::with(Known { setup: told, ..KNOWN });
    let pool = |name: &str| change(Kind::FpmPool, name, Some("pool"));
    world.publish(vec![pool("shop")]).unwrap();
    let refusal = world.publish(vec![pool("other"), pool("wrong")]).unwrap_err();
    assert!(matches!(refusal, Refusal::Rejected { service: Service::PhpFpm, .. }), "{refusal}");
    let Ok(Answer::Names(names)) = published(&world.root, Kind::FpmPool) else { panic!() };
    assert_eq!(names, ["shop".parse().unwrap()]);
}

#[test]
fn what_is_too_much_or_said_twice_is_forbidden() {
    let world = World::new();
    let twice = vec![site("a.test", "one"), site("a.test", "two")];
    let long = vec![site("a.test", &"x".repeat(limits::CONTENT + 1))];
    let many = (0..=limits::CHANGES).map(|n| change(Kind::ApachePrimary, &n.to_string(), None));
    for changes in [twice, long, many.collect()] {
        assert!(matches!(world.publish(changes), Err(Refusal::Forbidden(_))));
    }
    assert_eq!(world.site("a.test"), None);
}

#[test]
fn a_folder_that_is_a_link_is_not_written_through() {
    let world = World::new();
    let outside = tempfile::tempdir().unwrap();
    let config = world.folder.path().join("config");
    fs::create_dir(config.join("apache")).unwrap();
    std::os::unix::fs::symlink(outside.path(), config.join("apache/primaries")).unwrap();
    assert!(world.publish(vec![site("a.test", "one")]).is_err());
    assert_eq!(fs::read_dir(outside.path()).unwrap().count(), 0);
}

#[test]
fn what_was_staged_when_a_process_was_killed_is_swept() {
    let world = World::new();
    let staged = world.folder.path().join("config/.staged/7/apache/primaries");
    fs::create_dir_all(&staged).unwrap();
    fs::write(staged.join("a.test.conf"), "half").unwrap();
    sweep(&world.root.layout).unwrap();
    sweep(&world.root.layout).unwrap();
    assert!(!world.folder.path().join("config/.staged").exists());
}

#[test]
fn what_a_file_leaves_behind_goes_with_it_but_not_when_another_takes_its_place() {
    let world = World::new();
    fs::create_dir_all(&world.root.layout.logs).unwrap();
    let log = world.root.layout.logs.join("a.test");
    fs::write(&log, "").unwrap();
    let removed = |name: &str| Change { content: None, ..site(name, "") };
    world.publish(vec![site("a.test@one", "x")]).unwrap();
    world.publish(vec![site("a.test@two", "x"), removed("a.test@one")]).unwrap();
    assert!(log.exists());
    world.publish(vec![removed("a.test@two")]).unwrap();
    assert!(!log.exists());
}

#[test]
fn nothing_is_done_while_somebody_else_has_broken_the_configuration() {
    let world = World::running();
    world.publish(vec![site("one", "old")]).unwrap();
    let broken = world.folder.path().join("config/apache/primaries/broken.conf");
    fs::write(&broken, "").unwrap();
    let reloads = world.reloads();
    let refusal = world.publish(vec![site("one", "new")]).unwrap_err();
    assert!(matches!(refusal, Refusal::Spoiled { service: Service::Apache, .. }), "{refusal}");
    assert_eq!(world.site("one").as_deref(), Some("old"));
    assert_eq!(world.reloads(), reloads, "it is not told to read it");
    world.assert_swept();
    fs::remove_file(&broken).unwrap();
    world.publish(vec![site("one", "new")]).unwrap();
    assert_eq!(world.site("one").as_deref(), Some("new"));
}

//! Files of a home, and that no path leaves it.

use std::{
    fs,
    os::unix::fs::{PermissionsExt as _, symlink},
    path::{Path, PathBuf},
};

use api::{
    Account, Kind,
    ports::{FileKind, Files as _, HomePath, Write},
    records::{AccountRecord, Record as _, Row},
};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::embedded::Machine;

struct World {
    folder: TempDir,
    machine: Machine,
    alice: Account,
}

const NEW: Write = Write { replace: false, mode: None };
const OVER: Write = Write { replace: true, mode: None };

impl World {
    /// A machine with a home of `alice`, and beside it a secret of somebody else.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let machine = Machine::open(folder.path()).unwrap();
        let alice = account("alice");
        machine.homes.make(alice.name()).unwrap();
        fs::write(folder.path().join("homes/secret"), "secret").unwrap();
        Self { folder, machine, alice }
    }

    fn home(&self) -> PathBuf {
        self.folder.path().join("homes/alice")
    }

    fn write(&self, path: &str, text: &str) -> api::Result<()> {
        self.machine.write(&self.alice, &place(path), text.as_bytes(), OVER)
    }

    fn text(&self, path: &str) -> api::Result<String> {
        let bytes = self.machine.read(&self.alice, &place(path), 100)?;
        Ok(String::from_utf8(bytes).unwrap())
    }

    fn kind(&self, path: &str) -> Option<FileKind> {
        self.machine.find(&self.alice, &place(path)).unwrap().map(|facts| facts.kind)
    }
}

/// The cells of an account of which only the name matters.
struct Cells<'a>(&'a str);

impl Row for Cells<'_> {
    fn int(&self, _place: usize) -> api::Result<Option<i64>> {
        Ok(Some(1_001))
    }
    fn text(&self, place: usize) -> api::Result<Option<&str>> {
        Ok(Some(match AccountRecord::COLUMNS[place] {
            "name" | "owner" => self.0,
            "domain" => "main.test",
            "package" | "feature_list" => "default",
            "email" | "email2" => "",
            _ => "x",
        }))
    }
    fn is_null(&self, place: usize) -> api::Result<bool> {
        Ok(["formerly", "suspended_at", "host"].contains(&AccountRecord::COLUMNS[place]))
    }
}

fn account(name: &str) -> Account {
    Account::for_reconciler(AccountRecord::read(&Cells(name)).unwrap())
}

fn place(path: &str) -> HomePath {
    HomePath::beneath("/home/alice", path).unwrap()
}

#[test]
fn a_file_is_written_read_and_replaced() {
    let world = World::new();
    world.write("a.txt", "one").unwrap();
    let new = world.machine.write(&world.alice, &place("a.txt"), b"two", NEW).unwrap_err();
    assert_eq!(new.kind(), Kind::Exists);
    assert_eq!(world.text("a.txt").unwrap(), "one");
    let mode = Write { replace: true, mode: Some(0o600) };
    world.machine.write(&world.alice, &place("a.txt"), b"two", mode).unwrap();
    world.write("a.txt", "three").unwrap();
    assert_eq!(world.text("a.txt").unwrap(), "three");
    let kept = fs::metadata(world.home().join("a.txt")).unwrap().permissions().mode();
    assert_eq!(kept & 0o777, 0o600, "the mode of the replaced file stays");
    assert!(world.machine.read(&world.alice, &place("a.txt"), 4).is_err(), "it is longer");
    assert_eq!(world.write("public_html", "x").unwrap_err().kind(), Kind::Conflict);
    assert_eq!(world.write("none/a", "x").unwrap_err().kind(), Kind::NotFound);
    assert_eq!(world.write("", "x").unwrap_err().kind(), Kind::Denied);
    let left = world.machine.list(&world.alice, &place("")).unwrap();
    assert!(fs::read_dir(world.home()).unwrap().count() == left.len(), "nothing half is left");
}

#[test]
fn folders_are_made_listed_moved_and_removed() {
    let world = World::new();
    let (machine, alice) = (&world.machine, &world.alice);
    machine.make_folder(alice, &place("a/b/c")).unwrap();
    machine.make_folder(alice, &place("a/b/c")).unwrap();
    world.write("a/b/c/x", "x").unwrap();
    let listed = machine.list(alice, &place("a/b")).unwrap();
    assert_eq!((listed[0].name.as_str(), listed[0].kind), ("c", FileKind::Folder));
    machine.rename(alice, &place("a/b"), &place("d")).unwrap();
    assert_eq!(world.text("d/c/x").unwrap(), "x");
    let there = machine.rename(alice, &place("a"), &place("d")).unwrap_err();
    assert_eq!(there.kind(), Kind::Exists);
    assert_eq!(there.to_string(), "path: “d” is there already.");
    assert!(machine.rename(alice, &place("d"), &place("d/c/d")).is_err());
    assert!(machine.measure(alice, &place("d")).unwrap().inodes >= 3);
    machine.remove(alice, &place("d")).unwrap();
    assert_eq!(world.kind("d"), None);
    for home in ["", "/"] {
        assert_eq!(machine.remove(alice, &place(home)).unwrap_err().kind(), Kind::Denied);
    }
    assert_eq!(machine.remove(alice, &place("d")).unwrap_err().kind(), Kind::NotFound);
}

#[test]
fn a_folder_is_copied_whole_and_never_into_itself() {
    let world = World::new();
    let (machine, alice) = (&world.machine, &world.alice);
    machine.make_folder(alice, &place("a/b")).unwrap();
    world.write("a/b/x", "x").unwrap();
    symlink("x", world.home().join("a/b/link")).unwrap();
    symlink("a", world.home().join("around")).unwrap();
    machine.copy(alice, &place("a"), &place("c")).unwrap();
    assert_eq!(world.text("c/b/x").unwrap(), "x");
    assert_eq!(world.kind("c/b/link"), Some(FileKind::Link));
    assert_eq!(machine.copy(alice, &place("a"), &place("c")).unwrap_err().kind(), Kind::Exists);
    // By way of the link, the copy goes into what is copied.
    machine.copy(alice, &place("a"), &place("around/deeper")).unwrap();
    assert_eq!(world.text("a/deeper/b/x").unwrap(), "x");
    assert_eq!(world.kind("a/deeper/deeper"), None);
    assert!(machine.copy(alice, &place(""), &place("whole")).is_err());
}

#[test]
fn a_mode_is_set_and_nothing_but_the_nine_bits() {
    let world = World::new();
    world.write("a.txt", "one").unwrap();
    for (mode, found) in [(0o640, 0o640), (0o000, 0o000), (0o7755, 0o755)] {
        world.machine.set_mode(&world.alice, &place("a.txt"), mode).unwrap();
        let after = fs::metadata(world.home().join("a.txt")).unwrap().permissions().mode();
        assert_eq!(after & 0o7777, found);
    }
}

/// Links that lead out in every way, and what lies beyond them.
fn traps(world: &World) {
    let outside = world.folder.path().join("homes");
    symlink(&outside, world.home().join("absolute")).unwrap();
    symlink("..", world.home().join("up")).unwrap();
    symlink("../secret", world.home().join("file")).unwrap();
    symlink("/proc/self/cwd", world.home().join("magic")).unwrap();
    symlink("loop", world.home().join("loop")).unwrap();
    fs::create_dir(world.home().join("in")).unwrap();
    symlink("../up", world.home().join("in/twice")).unwrap();
}

#[test]
fn links_lead_within_the_home_only() {
    let world = World::new();
    traps(&world);
    symlink("public_html", world.home().join("www")).unwrap();
    assert!(world.text("www/index.html").is_err(), "it is longer than is asked for");
    world.write("www/a.txt", "a").unwrap();
    assert_eq!(world.text("public_html/a.txt").unwrap(), "a");
    for path in ["absolute/secret", "up/secret", "file", "in/twice/secret", "loop", "magic/x"] {
        assert!(world.text(path).is_err(), "{path}");
        assert!(world.machine.set_mode(&world.alice, &place(path), 0o777).is_err(), "{path}");
    }
    for path in ["absolute/new", "up/new", "in/twice/new"] {
        assert!(world.write(path, "x").is_err(), "{path}");
        assert!(world.machine.make_folder(&world.alice, &place(path)).is_err(), "{path}");
        assert!(world.machine.rename(&world.alice, &place("mail"), &place(path)).is_err());
        assert!(world.machine.copy(&world.alice, &place("mail"), &place(path)).is_err());
    }
    // What stands in for a link is put in its place, and what it led to is left alone.
    world.write("file", "mine").unwrap();
    for path in ["up", "absolute"] {
        world.machine.remove(&world.alice, &place(path)).unwrap();
    }
    let secret = fs::read_to_string(world.folder.path().join("homes/secret")).unwrap();
    assert_eq!(secret, "secret");
    assert_eq!(outside(&world), ["alice", "secret"]);
}

fn outside(world: &World) -> Vec<String> {
    let entries = fs::read_dir(world.folder.path().join("homes")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn names() -> impl Strategy<Value = String> {
    let words = [
        "..",
        ".",
        "",
        "absolute",
        "up",
        "file",
        "in",
        "twice",
        "magic",
        "loop",
        "mail",
        "public_html",
        "secret",
        "alice",
        "\0",
        "a\nb",
        "…",
        "~",
    ];
    let word = proptest::sample::select(words.to_vec()).prop_map(str::to_owned);
    let long = Just("x".repeat(300));
    let path =
        proptest::collection::vec(prop_oneof![8 => word, 1 => "[a-c]{1,3}", 1 => long], 1..7);
    (path, any::<bool>())
        .prop_map(|(parts, rooted)| format!("{}{}", if rooted { "/" } else { "" }, parts.join("/")))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn no_path_leaves_the_home(one in names(), other in names()) {
        let world = World::new();
        traps(&world);
        let (machine, alice) = (&world.machine, &world.alice);
        let places = (HomePath::beneath("/home/alice", &one), HomePath::beneath("/home/alice", &other));
        let (Ok(one), Ok(other)) = places else { return Ok(()) };
        if let Ok(bytes) = machine.read(alice, &one, 1_000) {
            prop_assert_ne!(bytes, b"secret");
        }
        drop(machine.write(alice, &one, b"x", OVER));
        drop(machine.make_folder(alice, &other));
        drop(machine.copy(alice, &one, &other));
        drop(machine.rename(alice, &other, &one));
        drop(machine.set_mode(alice, &one, 0));
        drop(machine.remove(alice, &other));
        let secret = world.folder.path().join("homes/secret");
        prop_assert_eq!(fs::read_to_string(&secret).unwrap(), "secret");
        prop_assert_eq!(outside(&world), ["alice", "secret"]);
        prop_assert!(Path::new(&world.home()).is_dir());
    }
}

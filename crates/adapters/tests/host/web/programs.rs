//! Accounts' programs: each account's own PHP-FPM, there for as long as somebody comes.

use root::{Change, Managed, Pool};

use super::*;

/// Shows how much memory it may take, and waits for as long as it is asked to.
const PROGRAM: &str = "<?php usleep(1000 * (int) ($_GET['wait'] ?? 0)); \
    echo posix_getuid(), ' ', posix_getppid(), ' ', ini_get('memory_limit');";

fn pool(user: &str, memory: u32) -> Verb {
    let file = Managed { kind: root::Kind::FpmPool, name: user.parse().unwrap() };
    let content = Pool { memory, ..Pool::default() }.write().unwrap();
    Verb::Publish(vec![Change { file, content: Some(content) }])
}

/// The words that the program shows.
fn shown(world: &World, host: &str, path: &str) -> [String; 3] {
    let (status, _, text) = world.get(host, path);
    let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    words.try_into().unwrap_or_else(|_| panic!("{status} {text}"))
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn an_account_has_processes_once_somebody_comes_and_none_are_roots() {
    let world = World::new();
    for (user, uid) in [("shop", 5_001), ("other", 5_002)] {
        world.served(&format!("{user}.test"), user, uid);
        world.file(user, uid, "who.php", PROGRAM);
        assert_eq!(programs_of(uid), 0);
    }
    let [uid, master, memory] = shown(&world, "shop.test", "/who.php");
    assert_eq!((uid.as_str(), memory.as_str()), ("5001", "256M"));
    let owner = fs::read_to_string(format!("/proc/{master}/status")).unwrap();
    assert!(owner.contains("\nUid:\t5001\t5001\t5001\t5001\n"), "{owner}");
    let sockets = fs::read_dir(format!("/proc/{master}/fd")).unwrap().flatten();
    let target = |fd: fs::DirEntry| fs::read_link(fd.path()).ok();
    let sockets: Vec<_> = sockets.filter_map(target).collect();
    let lines = fs::read_to_string("/proc/net/unix").unwrap();
    let is_heard = |line: &&str| {
        let inode = line.split_whitespace().nth(6).unwrap_or_default();
        line.contains("/php-fpm/") && sockets.contains(&format!("socket:[{inode}]").into())
    };
    let heard: Vec<&str> = lines.lines().filter(is_heard).collect();
    assert!(heard.len() == 1 && heard[0].ends_with("/shop.sock"), "{heard:?}");
    assert_eq!(programs_of(5_002), 0, "nobody came to the other one");
    assert_eq!(shown(&world, "shop.test", "/who.php")[1], master, "it is kept");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn one_accounts_change_is_felt_by_no_program_that_runs() {
    let world = World::new();
    for (user, uid) in [("shop", 5_001), ("other", 5_002)] {
        world.served(&format!("{user}.test"), user, uid);
        world.file(user, uid, "who.php", PROGRAM);
    }
    let before = [shown(&world, "shop.test", "/who.php"), shown(&world, "other.test", "/who.php")];
    std::thread::scope(|scope| {
        let long = scope.spawn(|| shown(&world, "shop.test", "/who.php?wait=1500"));
        std::thread::sleep(std::time::Duration::from_millis(300));
        world.machine.call(&pool("shop", 64));
        assert_eq!(shown(&world, "shop.test", "/who.php")[2], "64M", "it is in force at once");
        let long = long.join().unwrap();
        assert_eq!((&long[1], long[2].as_str()), (&before[0][1], "256M"), "it ended in order");
    });
    assert_eq!(shown(&world, "other.test", "/who.php"), before[1]);
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn what_is_killed_is_started_again_for_who_comes_next() {
    let world = World::new();
    world.served("shop.test", "shop", 5_001);
    world.file("shop", 5_001, "who.php", PROGRAM);
    let [_, first, _] = shown(&world, "shop.test", "/who.php");
    world.machine.call(&Verb::Stop(Service::PhpFpm));
    assert_eq!(programs_of(5_001), 0, "its processes end with the service");
    assert_eq!(world.get("shop.test", "/who.php").0, 503);
    world.machine.call(&Verb::Start(Service::PhpFpm));
    let [uid, second, _] = shown(&world, "shop.test", "/who.php");
    assert_eq!(uid, "5001");
    assert_ne!(first, second);
}

//! What every implementation of the users does.

use std::{fs, os::unix::fs::symlink, path::Path};

use api::{
    UserName,
    ports::{OsUsers, Usage},
};

use crate::subjects::{account, another, login, renamed, user};

/// Whether a user's next login must choose a new password, as the host itself has it.
pub(crate) type Expired<'a> = &'a dyn Fn(&UserName) -> bool;

/// Runs on a port without users, whose homes lie in `homes`.
pub(crate) fn suite(port: &dyn OsUsers, homes: &Path, expired: Expired<'_>) {
    comes_and_goes(port);
    leaves_the_owners_files_alone(port, homes);
    measures_without_following_links(port, homes);
    finds_files_beneath_the_home_only(port, homes);
    copies_folders_between_homes(port, homes);
    moves_with_a_renaming(port, homes);
    applies_many_as_one_by_one(port, homes);
    expires_those_who_are_there(port, expired);
    removes_links_and_not_what_they_lead_to(port, homes);
    assert!(port.list().unwrap().is_empty());
}

fn comes_and_goes(port: &dyn OsUsers) {
    let una = account("una");
    assert_eq!(port.usage(&una).unwrap(), Usage::default());
    for password in ["$y$one", "$y$one", "!"] {
        port.apply(&una, &login(password)).unwrap();
        assert_eq!(port.list().unwrap(), [user("una")]);
        assert!(port.has_file(&una, "public_html/index.html").unwrap());
    }
    port.apply(&account("urs"), &login("!")).unwrap();
    for _ in 0..2 {
        port.withdraw(una.name()).unwrap();
        assert_eq!(port.list().unwrap(), [user("urs")]);
    }
    assert_eq!(port.usage(&una).unwrap(), Usage::default());
    assert!(!port.has_file(&una, "public_html/index.html").unwrap());
    port.withdraw(&user("urs")).unwrap();
}

fn copies_folders_between_homes(port: &dyn OsUsers, homes: &Path) {
    let (una, urs) = (account("una"), account("urs"));
    for one in [&una, &urs] {
        port.apply(one, &login("!")).unwrap();
    }
    fs::create_dir_all(homes.join("una/shop/css")).unwrap();
    fs::write(homes.join("una/shop/css/a.css"), "css").unwrap();
    symlink("/etc", homes.join("una/link")).unwrap();
    assert!(port.has_folder(&una, "shop/css").unwrap());
    for none in ["none", "shop/css/a.css", "link", "../urs"] {
        assert!(!port.has_folder(&una, none).unwrap(), "{none}");
    }
    port.copy_folder((&una, "shop"), (&urs, "public_html")).unwrap();
    assert_eq!(fs::read_to_string(homes.join("urs/public_html/css/a.css")).unwrap(), "css");
    for one in [&una, &urs] {
        port.withdraw(one.name()).unwrap();
    }
}

fn leaves_the_owners_files_alone(port: &dyn OsUsers, homes: &Path) {
    let una = account("una");
    port.apply(&una, &login("!")).unwrap();
    let index = homes.join("una/public_html/index.html");
    fs::write(&index, "mine").unwrap();
    port.apply(&una, &login("!")).unwrap();
    assert_eq!(fs::read_to_string(&index).unwrap(), "mine");
    fs::remove_file(&index).unwrap();
    port.apply(&una, &login("!")).unwrap();
    assert!(!index.exists(), "what its owner removed stays away");
    fs::remove_dir(homes.join("una/public_html")).unwrap();
    symlink(homes, homes.join("una/public_html")).unwrap();
    port.apply(&una, &login("!")).unwrap();
    assert!(!homes.join("index.html").exists());
    port.withdraw(una.name()).unwrap();
}

fn measures_without_following_links(port: &dyn OsUsers, homes: &Path) {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("big"), vec![1; 8 << 20]).unwrap();
    let una = account("una");
    port.apply(&una, &login("!")).unwrap();
    let before = port.usage(&una).unwrap();
    assert!(before.inodes >= 2);
    let home = homes.join("una");
    fs::write(home.join("file"), vec![1; 1 << 20]).unwrap();
    fs::hard_link(home.join("file"), home.join("mail/same")).unwrap();
    symlink(outside.path(), home.join("mail/folder")).unwrap();
    symlink(outside.path().join("big"), home.join("mail/big")).unwrap();
    let after = port.usage(&una).unwrap();
    assert_eq!(after.inodes, before.inodes + 3);
    let more = after.disk - before.disk;
    assert!((1_024..1_100).contains(&more), "{more} KiB");
    port.withdraw(una.name()).unwrap();
}

fn finds_files_beneath_the_home_only(port: &dyn OsUsers, homes: &Path) {
    let una = account("una");
    port.apply(&una, &login("!")).unwrap();
    port.apply(&account("urs"), &login("!")).unwrap();
    let home = homes.join("una");
    symlink("/etc", home.join("out")).unwrap();
    symlink("../urs", home.join("neighbour")).unwrap();
    symlink("public_html/index.html", home.join("inner")).unwrap();
    assert!(port.has_file(&una, "inner").unwrap());
    for path in [
        "out/passwd",
        "/etc/passwd",
        "../urs/public_html/index.html",
        "neighbour/public_html/index.html",
        "public_html",
        "nothing",
        "inner/x",
        "",
        "a\0b",
    ] {
        assert!(!port.has_file(&una, path).unwrap(), "{path}");
    }
    port.withdraw(&user("una")).unwrap();
    port.withdraw(&user("urs")).unwrap();
}

fn moves_with_a_renaming(port: &dyn OsUsers, homes: &Path) {
    port.apply(&account("uold"), &login("!")).unwrap();
    fs::write(homes.join("uold/mine"), "mine").unwrap();
    let new = renamed("uold", "unew");
    for _ in 0..2 {
        port.apply(&new, &login("!")).unwrap();
        assert_eq!(port.list().unwrap(), [user("unew")]);
        assert!(port.has_file(&new, "mine").unwrap());
    }
    // The former name is somebody else's by now.
    port.apply(&another("uold"), &login("!")).unwrap();
    port.apply(&new, &login("!")).unwrap();
    assert_eq!(port.list().unwrap(), [user("unew"), user("uold")]);
    assert!(port.has_file(&new, "mine").unwrap());
    port.withdraw(&user("uold")).unwrap();
    port.withdraw(&user("unew")).unwrap();
}

fn applies_many_as_one_by_one(port: &dyn OsUsers, homes: &Path) {
    port.apply(&account("uold"), &login("!")).unwrap();
    fs::write(homes.join("uold/mine"), "mine").unwrap();
    let new = renamed("uold", "unew");
    let users = [(account("una"), login("$y$one")), (new.clone(), login("!"))];
    for _ in 0..2 {
        port.apply_all(&users).unwrap();
        assert_eq!(port.list().unwrap(), [user("una"), user("unew")]);
        assert!(port.has_file(&new, "mine").unwrap());
        assert!(port.has_file(&users[0].0, "public_html/index.html").unwrap());
    }
    port.apply_all(&[]).unwrap();
    port.withdraw(&user("una")).unwrap();
    port.withdraw(&user("unew")).unwrap();
}

fn expires_those_who_are_there(port: &dyn OsUsers, expired: Expired<'_>) {
    port.apply(&account("una"), &login("$y$one")).unwrap();
    for flag in [true, false] {
        port.expire(&[(user("una"), flag), (user("ghost"), flag)]).unwrap();
        assert_eq!(expired(&user("una")), flag);
        assert_eq!(port.list().unwrap(), [user("una")]);
    }
    port.withdraw(&user("una")).unwrap();
}

fn removes_links_and_not_what_they_lead_to(port: &dyn OsUsers, homes: &Path) {
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("kept"), "kept").unwrap();
    port.apply(&account("una"), &login("!")).unwrap();
    symlink(outside.path(), homes.join("una/link")).unwrap();
    port.withdraw(&user("una")).unwrap();
    assert!(outside.path().join("kept").exists() && !homes.join("una").exists());
}

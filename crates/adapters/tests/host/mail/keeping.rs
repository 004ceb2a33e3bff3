//! Mail where it lies: in homes, as the accounts' own; and the accounts' own mailboxes.

use std::{fs, os::unix::fs::MetadataExt};

use api::{
    EmailAddress,
    ports::{Mail, OsUsers},
};

use super::post::{PASSWORD, Post, account, filter, login, wait};

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn mailboxes_lie_in_the_home_of_their_account() {
    let post = Post::start();
    let (amy, info): (_, EmailAddress) = (account("amy"), "info@a.test".parse().unwrap());
    post.apply(&["info"], |domain| domain.mailboxes[0].makes_folders = true.into());
    for _ in 0..2 {
        post.mail.make_folder(amy.name(), &info).unwrap();
    }
    let folder = post.home("amy").join("mail/a.test/info");
    assert_eq!(fs::metadata(folder.join("cur")).unwrap().uid(), 5001);
    assert_eq!(post.mail.usage(&amy, Some(&info)).unwrap().messages, 0);
    post.outside_sends("info@a.test", "one");
    post.outside_sends("info+sub@a.test", "two");
    post.arrives("info@a.test", "INBOX", "one");
    post.arrives("info@a.test", "INBOX.sub", "two");
    let usage = post.mail.usage(&amy, Some(&info)).unwrap();
    assert!(usage.messages == 2 && usage.bytes > 200 && usage.changed.is_some());
    let folders = post.mail.folders(&amy, Some(&info)).unwrap();
    let told: Vec<_> = folders.iter().map(|one| (one.name.as_str(), one.messages)).collect();
    assert_eq!(told, [("INBOX", 1), ("INBOX.sub", 1)]);
    let (status, _) =
        post.imap("info@a.test", PASSWORD).unwrap().say("STATUS INBOX.sub (MESSAGES)");
    assert!(status.contains("MESSAGES 1"), "{status}");
    assert!(folders.iter().all(|one| one.guid.len() == 32));
    let found = post.mail.browse(&amy, "a.test").unwrap().unwrap();
    assert_eq!((found[0].name.as_str(), found[0].is_mailbox), ("info", true));
    assert!(post.mail.browse(&amy, "..").unwrap().is_none());
    assert_eq!(
        post.mail.expunge(&amy, Some(&info), "INBOX.sub", &|one| one.bytes > 9999).unwrap(),
        0
    );
    assert_eq!(post.mail.expunge(&amy, Some(&info), "INBOX.sub", &|one| !one.seen).unwrap(), 1);
    assert!(!post.read("info@a.test", "INBOX.sub").contains("Subject"));
    for _ in 0..2 {
        post.mail.remove_folder(amy.name(), &info).unwrap();
        assert_eq!(post.mail.usage(&amy, Some(&info)).unwrap().changed, None);
    }
    post.mail.export(amy.name(), "list.txt", "ü\n").unwrap();
    assert_eq!(fs::read_to_string(post.home("amy").join("mail/list.txt")).unwrap(), "ü\n");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_filter_puts_mail_into_a_folder() {
    let post = Post::start();
    post.apply(&["info"], |domain| {
        domain.filters = vec![filter(
            "amy",
            r#"[{"part":"$header_subject:","match":"matches","val":"^buy.+$","opt":"and"}]"#,
            r#"[{"action":"save","dest":"/home/amy/mail/.My Box"}]"#,
        )];
    });
    post.outside_sends("info@a.test", "Buy it");
    post.arrives("info@a.test", "INBOX.My Box", "Buy it");
    post.outside_sends("info@a.test", "else");
    post.arrives("info@a.test", "INBOX", "else");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn an_account_reads_its_own_mailbox() {
    let post = Post::start();
    post.apply(&[], |domain| domain.record.catch_all.clear());
    assert!(post.outside_sends("whoever@a.test", "default").starts_with("250"));
    post.arrives("amy", "INBOX", "default");
    assert!(post.home("amy").join("mail/new").is_dir());
    assert!(post.with_login("amy", ("amy@a.test", "you@b.test"), "from amy").starts_with("250"));
    post.leaves("from amy");
    assert!(post.imap("amy", "wrong").is_err());
    post.logins().apply(&account("amy"), &login(true)).unwrap();
    wait("the login to be shut", || post.imap("amy", PASSWORD).is_err());
    post.logins().apply(&account("amy"), &login(false)).unwrap();
    wait("the login to be open", || post.imap("amy", PASSWORD).is_ok());
    post.logins().withdraw(account("amy").name()).unwrap();
    wait("the login to be gone", || post.imap("amy", PASSWORD).is_err());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_domain_gets_another_name_with_its_mail() {
    let post = Post::start();
    post.apply(&["info"], |_| {});
    post.outside_sends("info@a.test", "before");
    post.arrives("info@a.test", "INBOX", "before");
    for _ in 0..2 {
        post.apply(&["info"], |domain| {
            domain.record.formerly = Some(domain.record.domain.clone());
            domain.record.domain = "new.test".parse().unwrap();
            domain.mailboxes[0].domain = "new.test".parse().unwrap();
            domain.mailboxes[0].address = "info@new.test".parse().unwrap();
        });
        post.arrives("info@new.test", "INBOX", "before");
    }
    let names: Vec<_> = post.mail.list().unwrap().iter().map(ToString::to_string).collect();
    assert_eq!(names, ["b.test", "new.test"]);
    assert!(post.outside_sends("info@a.test", "no").starts_with("550"));
}

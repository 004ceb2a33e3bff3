//! Mail that goes: who may send, how much, with which signature; what is held.

use std::process::Command;

use api::{
    EmailAddress, Limit, Secret,
    ports::{Mail, OsUsers, Outcome, Sender},
    records::Outgoing,
};

use super::{
    post::{PASSWORD, Post, wait},
    signature,
};

const OUT: (&str, &str) = ("info@a.test", "you@b.test");

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn who_has_logged_in_sends_for_its_own_account() {
    let post = Post::start();
    post.apply(&["info"], |_| {});
    assert!(post.with_login("info@a.test", OUT, "mine").starts_with("250"));
    assert!(post.leaves("mine").contains("MAIL FROM:<info@a.test>"));
    let wrong = post.with_login("info@a.test", ("x@b.test", "you@b.test"), "no");
    assert_eq!(wrong, "550 the sender is another account's address");
    let open = post.smtp().send("info@a.test", "you@else.test", "no");
    assert_eq!(open, "550 this server does not pass mail on");
    let log = post.log("amy");
    assert!(
        log.iter().any(|one| one.outcome == Outcome::Delivered && one.recipient.as_str() == OUT.1)
    );
    assert!(log.iter().any(|one| one.detail == "the sender is another account's address"));
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn swaks_sends_over_tls() {
    let post = Post::start();
    post.apply(&["info"], |_| {});
    let ports = post.machine.layout.ports;
    for (port, tls) in [(ports.submission, "--tls"), (ports.submissions, "--tls-on-connect")] {
        let subject = format!("Subject: over {tls}");
        let done = Command::new("/usr/bin/swaks")
            .args(["--server", "127.0.0.1", "--port", &port.to_string(), tls])
            .args(["--from", OUT.0, "--to", OUT.1, "--header", &subject])
            .args(["--auth", "LOGIN", "--auth-user", "info@a.test", "--auth-password", PASSWORD])
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stdout));
        post.leaves(&format!("over {tls}"));
    }
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn what_an_account_sends_is_signed() {
    let post = Post::start();
    let folder = post.machine.folder.path();
    let (private, public) = (folder.join("key.pem"), folder.join("key.der"));
    let openssl = |args: &[&str]| {
        let done = Command::new("/usr/bin/openssl").args(args).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    openssl(&["genrsa", "-out", private.to_str().unwrap(), "2048"]);
    let (from, to) = (private.to_str().unwrap(), public.to_str().unwrap());
    openssl(&["rsa", "-in", from, "-RSAPublicKey_out", "-outform", "DER", "-out", to]);
    let key = std::fs::read_to_string(&private).unwrap();
    post.apply(&["info"], |domain| domain.signing_key = Some(Secret::new(key)));
    post.with_login("info@a.test", OUT, "signed");
    let got = post.leaves("signed");
    let (_, message) = got.split_once("RCPT TO:<you@b.test>\n").unwrap();
    signature::check(message, "a.test", &std::fs::read(&public).unwrap());
    let forged = "From: <info@a.test>\nSubject: forged\n\nx\n";
    post.apply(&[], |domain| {
        domain.forwarders = vec![super::post::forwarder("on@a.test", "you@b.test")];
    });
    post.smtp().send("x@b.test", "on@a.test", forged);
    let got = post.leaves("forged");
    assert_eq!(got.matches("DKIM-Signature").count(), 1, "what comes from outside is not signed");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn an_account_sends_so_many_in_an_hour() {
    let post = Post::start();
    post.apply(&["info"], |domain| domain.hourly = Limit::of(3));
    for number in 0..3 {
        assert!(post.with_login("info@a.test", OUT, &format!("n{number}")).starts_with("250"));
    }
    let rule = "the account has sent its mails of this hour";
    assert_eq!(post.with_login("info@a.test", OUT, "n3"), format!("550 {rule}"));
    post.for_account("amy", OUT, "n4");
    assert_eq!(post.log("amy").iter().filter(|one| one.detail == rule).count(), 2);
    post.apply(&["info"], |domain| domain.hourly = Limit::of(0));
    assert_eq!(post.with_login("info@a.test", OUT, "n5"), format!("550 {rule}"));
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn who_is_suspended_sends_nothing() {
    let post = Post::start();
    post.apply(&["info", "two"], |domain| domain.mailboxes[0].outgoing = Outgoing::Suspended);
    let rule = "550 the sender may not send mail";
    assert_eq!(post.with_login("info@a.test", OUT, "no"), rule);
    assert_eq!(post.with_login("info@a.test", ("two@a.test", OUT.1), "no"), rule);
    assert_eq!(post.with_login("two@a.test", OUT, "no"), rule);
    assert!(post.with_login("two@a.test", ("two@a.test", OUT.1), "yes").starts_with("250"));
    post.leaves("yes");
    post.for_account("amy", OUT, "no");
    post.apply(&["info", "two"], |domain| domain.outgoing = Outgoing::Suspended);
    post.for_account("amy", ("two@a.test", OUT.1), "no");
    let log = post.log("amy");
    assert_eq!((log[0].outcome, log[1].outcome), (Outcome::Failed, Outcome::Failed));
    assert!(!post.elsewhere.got().contains("Subject: no"));
    assert!(post.mail.queue(&Sender::Account(&"amy".parse().unwrap())).unwrap().is_empty());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn what_is_held_waits_until_it_is_released_or_removed() {
    let post = Post::start();
    let info: EmailAddress = OUT.0.parse().unwrap();
    let held = |held: bool| {
        post.apply(&["info"], |domain| {
            domain.mailboxes[0].outgoing = if held { Outgoing::Held } else { Outgoing::Allowed };
        });
    };
    held(true);
    let out = ("info@a.test", "you@else.invalid");
    assert!(post.with_login("info@a.test", out, "kept").starts_with("250"));
    post.for_account("amy", out, "kept too");
    assert!(post.with_login("info@a.test", (OUT.0, OUT.0), "stays here").starts_with("250"));
    post.arrives("info@a.test", "INBOX", "stays here");
    let queue = || post.mail.queue(&Sender::Mailbox(&info)).unwrap();
    wait("what has arrived to leave the queue", || queue().len() < 3);
    let queue = queue();
    assert_eq!(queue.iter().map(|one| one.held).collect::<Vec<_>>(), [true, true]);
    assert_eq!(queue[0].recipient.as_str(), out.1);
    assert!(queue[0].bytes > 50 && queue[0].at.0 > 1_700_000_000);
    assert!(
        post.log("amy").iter().any(|one| one.outcome == Outcome::Deferred && one.detail == "held")
    );
    held(false);
    let amy = "amy".parse().unwrap();
    let queue = post.mail.queue(&Sender::Account(&amy)).unwrap();
    assert_eq!(queue.iter().map(|one| one.held).collect::<Vec<_>>(), [false, false]);
    assert_eq!(post.mail.delete_held(&info).unwrap(), 0);
    held(true);
    assert!(post.mail.queue(&Sender::Account(&amy)).unwrap().iter().all(|one| one.held));
    assert_eq!(post.mail.delete_held(&info).unwrap(), 2);
    assert!(post.mail.queue(&Sender::Account(&amy)).unwrap().is_empty());
    post.for_account("amy", out, "of nobody");
    assert_eq!(post.mail.queue(&Sender::Account(&amy)).unwrap().len(), 1);
    post.logins().withdraw(&amy).unwrap();
    assert!(post.mail.queue(&Sender::Account(&amy)).unwrap().is_empty(), "nothing is left");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn sessions_end_when_they_are_to() {
    let post = Post::start();
    post.apply(&["info"], |_| {});
    let mut session = post.imap("info@a.test", PASSWORD).unwrap();
    session.say("SELECT INBOX");
    let mailboxes = ["info@a.test".parse().unwrap(), "nobody@a.test".parse().unwrap()];
    post.mail.end_sessions(&mailboxes).unwrap();
    wait("the end of the session", || post.mail.end_sessions(&mailboxes).is_ok());
    assert!(session.is_over());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn domains_come_and_go() {
    let post = Post::start();
    post.apply(&["info"], |_| {});
    let named = |post: &Post| -> Vec<String> {
        post.mail.list().unwrap().iter().map(ToString::to_string).collect()
    };
    assert_eq!(named(&post), ["a.test", "b.test"]);
    for _ in 0..2 {
        post.mail.withdraw(&"a.test".parse().unwrap()).unwrap();
        assert_eq!(named(&post), ["b.test"]);
    }
    assert_eq!(post.outside_sends("info@a.test", "no"), "550 this server does not pass mail on");
    assert!(post.imap("info@a.test", PASSWORD).is_err());
}

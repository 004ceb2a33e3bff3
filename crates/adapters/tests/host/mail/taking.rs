//! Mail that comes: to mailboxes, forwarders, default addresses; what is refused.

use api::{
    Limit,
    ports::{Mail, Outcome},
    records::{Autoresponder, Routing},
};

use super::post::{PASSWORD, Post, filter, forwarder, text, wait};

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn mail_comes_in_and_is_read() {
    let post = Post::start();
    post.apply(&["info", "o'x+y"], |_| {});
    assert!(post.outside_sends("info@a.test", "one").starts_with("250"));
    post.arrives("info@a.test", "INBOX", "one");
    assert!(post.home("amy").join("mail/a.test/info/new").is_dir());
    assert!(post.outside_sends("INFO@A.test", "two").starts_with("250"), "capitals do not matter");
    post.arrives("Info@A.test", "INBOX", "two");
    post.outside_sends("o'x+y@a.test", "three");
    post.arrives("o'x+y@a.test", "INBOX", "three");
    let wrong = post.imap("info@a.test", "wrong").err().unwrap();
    assert!(wrong.contains("AUTHENTICATIONFAILED"), "{wrong}");
    assert!(post.imap("nobody@a.test", PASSWORD).is_err());
    assert_eq!(post.outside_sends("nobody@a.test", "no"), "550 No such person");
    assert_eq!(post.outside_sends("x@else.test", "no"), "550 this server does not pass mail on");
    assert!(post.log("amy").iter().any(|one| one.outcome == Outcome::Failed
        && one.recipient.as_str() == "nobody@a.test"
        && one.detail == "No such person"));
    let delivered = post.log("amy");
    let delivered = delivered.iter().find(|one| one.outcome == Outcome::Delivered).unwrap();
    assert_eq!(delivered.sender.as_str(), "x@b.test");
    assert!(delivered.bytes > 0 && delivered.id.len() >= 16);
    assert!(post.log("bob").iter().all(|one| one.recipient.as_str() != "info@a.test"));
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn forwarders_lists_and_default_addresses_lead_on() {
    let post = Post::start();
    post.apply(&["info", "two"], |domain| {
        domain.forwarders = vec![
            forwarder("info@a.test", "away@b.test"),
            forwarder("sales@a.test", "two@a.test"),
            forwarder("sales@a.test", "|odd@b.test"),
            forwarder("sales@a.test", "/odd${run{x}}@b.test"),
            forwarder("gone@a.test", ":fail: Gone: ${run{/bin/false}}"),
            forwarder("null@a.test", ":blackhole:"),
        ];
        domain.record.catch_all = "two@a.test".to_owned();
    });
    post.outside_sends("info@a.test", "both");
    post.arrives("info@a.test", "INBOX", "both");
    assert!(post.leaves("both").contains("RCPT TO:<away@b.test>"));
    post.outside_sends("sales@a.test", "several");
    post.arrives("two@a.test", "INBOX", "several");
    post.outside_sends("whoever@a.test", "default");
    post.arrives("two@a.test", "INBOX", "default");
    assert_eq!(post.outside_sends("gone@a.test", "no"), "550 Gone: ${run{/bin/false}}");
    assert!(post.outside_sends("null@a.test", "null").starts_with("250"));
    wait("what is thrown away", || {
        post.log("amy").iter().any(|one| one.outcome == Outcome::Discarded)
    });
    wait("what has odd signs", || {
        post.elsewhere.got().contains("RCPT TO:<\"/odd${run{x}}\"@b.test>")
    });
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn folders_and_filters_say_where_mail_lies() {
    let post = Post::start();
    post.apply(&["info", "plain"], |domain| {
        domain.mailboxes[0].makes_folders = true.into();
        domain.filters = vec![filter(
            "info@a.test",
            r#"[{"part":"$header_subject:","match":"contains","val":"${run{x}} \"buy","opt":"or"},
                {"part":"$h_X-Spam-Score:","match":"is above","val":"4.5","opt":"or"}]"#,
            r#"[{"action":"deliver","dest":"spam@b.test"}]"#,
        )];
    });
    post.outside_sends("info+news@a.test", "in a folder");
    post.arrives("info@a.test", "INBOX.news", "in a folder");
    post.outside_sends("plain+news@a.test", "in none");
    post.arrives("plain@a.test", "INBOX", "in none");
    post.outside_sends("info@a.test", "x ${run{x}} \"buy now");
    post.leaves("x ${run{x}} \"buy now");
    let scored = |score: &str| format!("X-Spam-Score: {score} (x)\n{}", text("x@b.test", score));
    post.smtp().send("x@b.test", "info@a.test", &scored("7.5"));
    post.leaves("7.5");
    post.smtp().send("x@b.test", "info@a.test", &scored("4.5"));
    post.arrives("info@a.test", "INBOX", "4.5");
    assert!(!post.read("info@a.test", "INBOX").contains("buy now"));
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn an_address_answers_by_itself_and_once() {
    let post = Post::start();
    post.apply(&["info"], |domain| {
        domain.autoresponders = vec![Autoresponder {
            address: "info@a.test".parse().unwrap(),
            domain: "a.test".parse().unwrap(),
            account: "amy".parse().unwrap(),
            sender: "Ämy, \"x\"".to_owned(),
            subject: "Away: %subject%".to_owned(),
            body: "Dear %email%,\n\n${run{/bin/false}} |x :include:/etc/passwd\n.\nö\n".to_owned(),
            charset: "utf-8".to_owned(),
            is_html: false.into(),
            hours: 24,
            start: None,
            stop: None,
        }];
    });
    post.outside_sends("info@a.test", "first $h_from:");
    post.arrives("info@a.test", "INBOX", "first $h_from:");
    let answer = post.leaves("Away: first $h_from:");
    assert!(
        answer.contains("Dear x@b.test,\r\n\r\n${run{/bin/false}} |x :include:/etc/passwd\r\n")
    );
    assert!(answer.contains("Auto-Submitted: auto-replied"));
    post.outside_sends("info@a.test", "second");
    post.arrives("info@a.test", "INBOX", "second");
    let list = format!("List-Id: <l>\n{}", text("y@b.test", "list"));
    post.smtp().send("y@b.test", "info@a.test", &list);
    post.arrives("info@a.test", "INBOX", "list");
    post.outside_sends("nobody@a.test", "end");
    assert_eq!(post.elsewhere.got().matches("Subject: Away").count(), 1);
    let notes = post.machine.layout.state.join("exim/answers/a.test");
    assert!(notes.is_dir());
    post.mail.withdraw(&"a.test".parse().unwrap()).unwrap();
    assert!(!notes.exists(), "nothing is left");
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn what_is_full_suspended_or_elsewhere_takes_nothing() {
    let post = Post::start();
    post.apply(&["info"], |domain| domain.mailboxes[0].quota = Limit::of(1));
    let large = text("x@b.test", "large") + &format!("{}\n", "x".repeat(70)).repeat(16_000);
    let answer = post.smtp().send("x@b.test", "info@a.test", &large);
    assert_eq!(answer, "550 the mailbox is full");
    assert!(post.outside_sends("info@a.test", "small").starts_with("250"));
    post.apply(&["info"], |domain| domain.mailboxes[0].incoming_suspended = true.into());
    assert_eq!(post.outside_sends("info@a.test", "no"), "550 The mailbox takes no mail");
    assert!(post.imap("info@a.test", PASSWORD).is_ok());
    post.apply(&["info"], |domain| domain.mailboxes[0].login_suspended = true.into());
    // Dovecot looks at a file once in a second.
    wait("the login to be shut", || post.imap("info@a.test", PASSWORD).is_err());
    assert!(post.outside_sends("info@a.test", "still").starts_with("250"));
    post.apply(&["info"], |domain| domain.suspended = true);
    assert_eq!(post.outside_sends("info@a.test", "no"), "550 The account is suspended");
    assert!(post.imap("info@a.test", PASSWORD).is_err());
    assert!(post.with_login("info@a.test", ("info@a.test", "x@b.test"), "no").starts_with("535"));
    post.apply(&["info"], |domain| domain.record.routing = Routing::Remote);
    let answer = post.outside_sends("info@a.test", "no");
    assert_eq!(answer, "550 this server does not take mail of a.test");
}

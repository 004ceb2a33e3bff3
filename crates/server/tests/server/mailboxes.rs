//! Mailboxes at Webmail: they log in with passwords of their own, and reach nothing else.

use crate::support::{Innkeeper, PASSWORD};

const ADDRESS: &str = "info@anna.test";
const MAILBOX: &str = "Meadow-brick-9-onion";
const NEW: &str = "Copper-window-4-salad";

/// What the account's own call of UAPI gives.
fn ask(server: &Innkeeper, function: &str, form: &[(&str, &str)]) -> serde_json::Value {
    let url = server.cpanel(&format!("/execute/Email/{function}"));
    let asked = server.client().post(url).basic_auth("anna", Some(PASSWORD)).form(form);
    let told: serde_json::Value = asked.send().unwrap().json().unwrap();
    assert_eq!(told["status"], 1, "{told}");
    told["data"].clone()
}

fn started() -> (Innkeeper, String) {
    let server = Innkeeper::start();
    server.account("anna");
    ask(&server, "add_pop", &[("email", "info"), ("password", MAILBOX)]);
    let webmail = format!("https://{}", server.address("webmail"));
    (server, webmail)
}

#[test]
fn a_mailbox_sees_its_own_page_and_nothing_of_the_account() {
    let (server, webmail) = started();
    let (client, prefix) = server.log_in(&webmail, ADDRESS, MAILBOX).unwrap();
    let page = client.get(format!("{webmail}{prefix}/")).send().unwrap();
    assert_eq!(page.status(), 200);
    let text = page.text().unwrap();
    assert!(text.contains(ADDRESS) && text.contains("IMAP with TLS on port 993"), "{text}");
    let asked = client.get(format!("{webmail}{prefix}/execute/Email/list_pops")).send().unwrap();
    assert!(!asked.text().unwrap().contains("Main Account"));
    for (url, user) in [(server.cpanel(""), ADDRESS), (server.whm(""), ADDRESS), (webmail, "anna")]
    {
        let password = if user == "anna" { PASSWORD } else { MAILBOX };
        assert!(server.log_in(&url, user, password).is_none(), "{url} {user}");
    }
}

#[test]
fn who_may_not_log_in_is_not_let_in_and_sessions_end() {
    let (server, webmail) = started();
    assert!(server.log_in(&webmail, ADDRESS, "Wrong-1-wrong").is_none());
    assert!(server.log_in(&webmail, "none@anna.test", MAILBOX).is_none());
    let (client, prefix) = server.log_in(&webmail, ADDRESS, MAILBOX).unwrap();
    let sees = || client.get(format!("{webmail}{prefix}/")).send().unwrap().text().unwrap();
    assert!(sees().contains("Your mail program"));
    ask(&server, "suspend_login", &[("email", ADDRESS)]);
    assert!(!sees().contains("Your mail program"));
    assert!(server.log_in(&webmail, ADDRESS, MAILBOX).is_none());
    ask(&server, "unsuspend_login", &[("email", ADDRESS)]);
    assert!(server.log_in(&webmail, ADDRESS, MAILBOX).is_some());
    server.call("suspendacct", &[("user", "anna")]);
    assert!(server.log_in(&webmail, ADDRESS, MAILBOX).is_none());
}

#[test]
fn a_mailbox_changes_its_own_password_and_not_the_accounts() {
    let (server, webmail) = started();
    let (client, prefix) = server.log_in(&webmail, ADDRESS, MAILBOX).unwrap();
    let change = |current: &str| {
        let form = [("current", current), ("new", NEW), ("repeat", NEW)];
        let url = format!("{webmail}{prefix}/password");
        client.post(url).header("Origin", &webmail).form(&form).send().unwrap().status().as_u16()
    };
    assert!(change(PASSWORD) >= 400, "the account's password is not the mailbox's");
    assert!(change(MAILBOX) < 400);
    assert!(server.log_in(&webmail, ADDRESS, MAILBOX).is_none());
    assert!(server.log_in(&webmail, ADDRESS, NEW).is_some());
    assert!(server.log_in(&server.cpanel(""), "anna", PASSWORD).is_some());
}

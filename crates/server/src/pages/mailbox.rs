//! The pages of a mailbox: what it holds and how mail programs reach it, for its own user.

use api::{
    Account, Error, Result,
    records::{AccountRecord, is},
};
use askama::Template;
use functions::domain::mail::{mailboxes, measure, settings};

use super::{Page, desk::Desk, frame::Frame, html};

#[derive(Template)]
#[template(path = "mailbox.html")]
struct HomePage {
    frame: Frame,
    facts: Vec<(&'static str, String)>,
    programs: Vec<(&'static str, String)>,
}

/// The way to a page of a mailbox.
pub(crate) fn route(desk: &Desk<'_>, segments: &[&str]) -> Page {
    match (desk.post, segments) {
        (false, [] | [""]) => match home(desk) {
            Ok(page) => html(200, &page),
            Err(error) => desk.fails(&error.into()),
        },
        _ => desk.absent(),
    }
}

fn home(desk: &Desk<'_>) -> Result<HomePage> {
    let gone = || Error::not_found("This is no mailbox.");
    let address = desk.caller.mailbox().ok_or_else(gone)?;
    let tx = desk.host.store.read()?;
    let mailbox = mailboxes::existing(&*tx, address)?;
    let account: Option<AccountRecord> = tx.first(vec![is("name", &mailbox.account)])?;
    drop(tx);
    let account = Account::for_reconciler(account.ok_or_else(gone)?);
    let usage = desk.host.mail.usage(&account, Some(address))?;
    let quota =
        mailbox.quota.0.map_or("no limit".to_owned(), |quota| format!("{quota} MB allowed"));
    let host = format!("mail.{}", mailbox.domain);
    Ok(HomePage {
        frame: desk.frame("Home"),
        facts: vec![
            ("Address", address.to_string()),
            ("Messages", usage.messages.to_string()),
            ("Space", format!("{} used, {quota}", measure::human(usage.bytes))),
        ],
        programs: vec![
            ("User name", address.to_string()),
            ("Incoming mail", format!("{host}, IMAP with TLS on port {}", settings::IMAPS)),
            ("Outgoing mail", format!("{host}, SMTP with TLS on port {}", settings::SMTPS)),
        ],
    })
}

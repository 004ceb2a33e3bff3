//! The acts on mail: Exim and Dovecot do them, or their own files are read.

mod events;
mod log;
mod policy;
mod settle;
mod spool;

use crate::{
    Kind, Layout, MailAct, MailAddress, MailGift, Name, Refusal, Root, WaitingMail, Whose, child,
    limits,
    services::{dovecot, exim},
};

use policy::Lines;
use spool::Queued;

/// How many messages are named in one command.
const SOME: usize = 100;
/// What Exim says of a message that its rules refuse.
const REFUSED: &str = "message rejected by non-SMTP ACL";
/// How `doveadm kick` ends where nobody has a session.
const NOBODY: i32 = 68;

/// Does an act on mail.
pub(crate) fn run(root: &Root, act: MailAct) -> Result<MailGift, Refusal> {
    let layout = &root.layout;
    match act {
        MailAct::Send { account, sender, recipient, text } => {
            send(layout, &account, (&sender, &recipient), &text)
        }
        MailAct::Queue(whose) => queue(layout, &whose).map(MailGift::Waiting),
        MailAct::DeleteHeld(sender) => delete_held(layout, &sender).map(MailGift::Count),
        MailAct::Settle(domain) => settle::settle(layout, &domain).map(|()| MailGift::Done),
        MailAct::ForgetDomain(domain) => {
            settle::forget(layout, &domain)?;
            Ok(MailGift::Done)
        }
        MailAct::ForgetAccount(account) => {
            let mut found = spool::messages(layout)?;
            found.retain(|one| one.account == account.as_str());
            let ids: Vec<String> = found.into_iter().map(|one| one.id).collect();
            on_messages(layout, "-Mrm", &ids)?;
            Ok(MailGift::Done)
        }
        MailAct::Owner(domain) => {
            let file = Lines::read(layout, Kind::MailRoutes, domain.as_str())?;
            let owner = file.and_then(|file| file.get("account").map(str::to_owned));
            Ok(MailGift::Owner(owner))
        }
        MailAct::Log { account, since, most } => {
            log::of(layout, &account, since, most).map(MailGift::Log)
        }
        MailAct::EndSessions(mailboxes) => end_sessions(layout, mailboxes).map(|()| MailGift::Done),
    }
}

/// The messages that an account sent and that have not left: the id of each, and the account.
pub(crate) fn sent(layout: &Layout) -> Result<Vec<(String, String)>, Refusal> {
    let all = spool::messages(layout)?.into_iter().map(|one| (one.id, one.account));
    Ok(all.filter(|(_, account)| !account.is_empty()).collect())
}

/// Exim is told whose message it is; what the account may send is Exim's to say.
fn send(
    layout: &Layout,
    account: &Name,
    (sender, recipient): (&MailAddress, &MailAddress),
    text: &[u8],
) -> Result<MailGift, Refusal> {
    let (account, sender, recipient) = (account.as_str(), sender.as_str(), recipient.as_str());
    let args = ["-oMt", account, "-oep", "-i", "-f", sender, "--", recipient];
    let ended = child::feed(&exim::command(layout, &args), text, limits::MAIL)?;
    if ended.well() || ended.said.contains(REFUSED) {
        return Ok(MailGift::Done);
    }
    Err(Refusal::failed("Exim did not take the message", ended.reason()))
}

fn queue(layout: &Layout, whose: &Whose) -> Result<Vec<WaitingMail>, Refusal> {
    let mut found: Vec<Queued> = spool::messages(layout)?;
    found.retain(|one| match whose {
        Whose::Account(account) => one.account == account.as_str(),
        Whose::Sender(sender) => one.sender == sender.as_str(),
    });
    found.sort_by(|one, other| (one.at, &one.id).cmp(&(other.at, &other.id)));
    Ok(found.iter().flat_map(Queued::waiting).collect())
}

fn delete_held(layout: &Layout, sender: &MailAddress) -> Result<u64, Refusal> {
    let mut found = spool::messages(layout)?;
    found.retain(|one| one.frozen && one.sender == sender.as_str());
    let ids: Vec<String> = found.into_iter().map(|one| one.id).collect();
    on_messages(layout, "-Mrm", &ids)?;
    Ok(u64::try_from(ids.len()).unwrap_or_default())
}

/// Has Exim do something with messages. One that left meanwhile is no failure.
fn on_messages(layout: &Layout, what: &str, ids: &[String]) -> Result<(), Refusal> {
    for some in ids.chunks(SOME) {
        let args: Vec<&str> =
            std::iter::once(what).chain(some.iter().map(String::as_str)).collect();
        let ended = child::run(&exim::command(layout, &args), limits::MAIL)?;
        if !ended.well() {
            tracing::debug!(what, said = ended.reason(), "some messages had gone");
        }
    }
    Ok(())
}

fn end_sessions(layout: &Layout, mailboxes: Vec<MailAddress>) -> Result<(), Refusal> {
    for mailbox in mailboxes {
        let args = ["kick", "--", mailbox.as_str()].map(str::to_owned).to_vec();
        let ended = child::run(&dovecot::administration(layout, args), limits::MAIL)?;
        if !ended.well() && ended.code() != Some(NOBODY) {
            return Err(Refusal::failed("the sessions did not end", ended.reason()));
        }
    }
    Ok(())
}

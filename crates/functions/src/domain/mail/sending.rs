//! Whether mailboxes may send, and the messages that the server itself sends for accounts.

use api::{
    Account, Cx, EmailAddress, Result,
    ports::OutgoingMessage,
    records::{MailboxRecord, Outgoing},
};

use super::{mailboxes, settings};
use crate::domain::change::{Change, OnFailure};

/// Sets whether a mailbox may send.
pub fn set(cx: &Cx<'_>, param: &str, address: &EmailAddress, outgoing: Outgoing) -> Result<()> {
    update(cx, param, address, |mailbox| mailbox.outgoing = outgoing)
}

/// Changes a mailbox of the caller's account.
pub fn update(
    cx: &Cx<'_>,
    param: &str,
    address: &EmailAddress,
    with: impl FnOnce(&mut MailboxRecord),
) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = Account::of_caller(change.tx(), cx.caller)?;
    let mut mailbox = mailboxes::own(change.tx(), &account, param, address)?;
    with(&mut mailbox);
    mailboxes::save(&mut change, &mailbox)?;
    change.commit(OnFailure::Undo)
}

/// Sends the settings of a mailbox to an address.
pub fn dispatch_settings(
    cx: &Cx<'_>,
    account: &Account,
    user: &str,
    host: &str,
    to: &EmailAddress,
) -> Result<()> {
    let server = cx.host.system.hostname()?;
    let sender = format!("cpanel@{server}").parse().unwrap_or_default();
    cx.host.mail.send(&OutgoingMessage {
        account: account.name().clone(),
        sender,
        recipient: to.clone(),
        text: settings::letter(cx, user, host, to)?,
        at: cx.now(),
    })
}

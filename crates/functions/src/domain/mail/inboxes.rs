//! The folders of a mailbox, and what is removed from them.

use api::{
    Account, Cx, DomainName, EmailAddress, Error, Result,
    ports::{MailFolder, StoredMessage},
};

use super::{addresses, domains, mailboxes, messages::Question};

/// What stands before the domain where the account's own mailbox is meant.
const OWN: &str = "_mainaccount";

/// A mailbox whose folders are asked for.
pub struct Inbox {
    account: Account,
    /// None for the account's own.
    mailbox: Option<EmailAddress>,
}

/// By what a folder is named.
#[derive(Debug, Clone, Copy)]
pub enum Folder<'a> {
    /// Its name: `INBOX`, `INBOX.Sent`.
    Name(&'a str),
    /// Its id.
    Guid(&'a str),
}

impl Inbox {
    /// The mailbox of the caller's account that is named, or the account's own.
    pub fn of_caller(cx: &Cx<'_>, given: &str) -> Result<Self> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let mailbox = addresses::mailbox(&*tx, &account, "account", Some(given))?;
        Ok(Self { account, mailbox })
    }

    /// The mailbox of any account that the caller may act on: an address, or an account for its own, which is also
    /// `_mainaccount@DOMAIN`.
    pub fn reachable(cx: &Cx<'_>, given: &str) -> Result<Self> {
        let given = given.trim();
        let wrong = |rule: String| Error::param("account", rule);
        let tx = cx.host.store.read()?;
        let Some((local, domain)) = given.rsplit_once('@') else {
            let account = cx.account(&*tx, &given.parse().map_err(wrong)?)?;
            return Ok(Self { account, mailbox: None });
        };
        let domain: DomainName = domain.parse().map_err(wrong)?;
        let (account, _) = domains::reachable(cx, &*tx, "account", &domain)?;
        if local == OWN {
            return Ok(Self { account, mailbox: None });
        }
        let address = addresses::joined("account", local, &domain)?;
        let mailbox = mailboxes::existing(&*tx, &address)?.address;
        Ok(Self { account, mailbox: Some(mailbox) })
    }

    /// Its folders with what they hold.
    pub fn folders(&self, cx: &Cx<'_>) -> Result<Vec<MailFolder>> {
        cx.host.mail.folders(&self.account, self.mailbox.as_ref())
    }

    /// Removes the messages of a folder that a query picks.
    pub fn expunge(&self, cx: &Cx<'_>, folder: Folder<'_>, query: &str) -> Result<()> {
        let question = Question::read(query, cx.now())?;
        let folders = self.folders(cx)?;
        let found = folders.iter().find(|one| match folder {
            Folder::Name(name) => one.name == name,
            Folder::Guid(guid) => one.guid == guid,
        });
        let unknown = || match folder {
            Folder::Name(_) => Error::not_found("mailbox: there is no such folder."),
            Folder::Guid(_) => Error::not_found("mailbox_guid: there is no folder of that id."),
        };
        let name = &found.ok_or_else(unknown)?.name;
        let picks = |message: &StoredMessage| question.picks(message);
        cx.host.mail.expunge(&self.account, self.mailbox.as_ref(), name, &picks).map(drop)
    }
}

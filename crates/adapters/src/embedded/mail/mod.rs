//! The machine's mail server: what it was told of each domain, the folders that mail lies in, what
//! waits to leave, and a log of what became of each message. It reaches no other server: what is
//! for elsewhere waits.

mod deliver;
mod state;
mod transit;

use api::{
    Account, DomainName, EmailAddress, Result, UnixTime, UserName,
    mail::MailDomain,
    ports::{
        Delivery, Mail, MailFile, MailFolder, MailUsage, OutgoingMessage, QueuedMessage, Sender,
        StoredMessage,
    },
};

use super::{Machine, maildir};

pub(super) use state::put;

impl Mail for Machine {
    fn apply(&self, domain: &MailDomain) -> Result<()> {
        let record = &domain.record;
        if let Some(formerly) = &record.formerly {
            let (from, to) = (format!("mail/{formerly}"), format!("mail/{}", record.domain));
            self.homes.move_below(&record.account, &from, &to)?;
        }
        self.database.write(|transaction| {
            if let Some(formerly) = &record.formerly {
                state::remove_former(transaction, formerly, &record.domain)?;
            }
            put(transaction, domain)?;
            transit::hold(transaction, domain)
        })
    }

    fn withdraw(&self, domain: &DomainName) -> Result<()> {
        self.database.write(|transaction| state::remove(transaction, domain))
    }

    fn list(&self) -> Result<Vec<DomainName>> {
        state::names(&self.database)
    }

    fn make_folder(&self, account: &UserName, mailbox: &EmailAddress) -> Result<()> {
        maildir::make(&self.homes, account, &maildir::path(Some(mailbox)))
    }

    fn remove_folder(&self, account: &UserName, mailbox: &EmailAddress) -> Result<()> {
        match mailbox.domain() {
            Some(domain) => {
                self.homes.remove_below(account, &format!("mail/{domain}"), mailbox.local())
            }
            None => Ok(()),
        }
    }

    fn usage(&self, account: &Account, mailbox: Option<&EmailAddress>) -> Result<MailUsage> {
        maildir::usage(&self.homes, account.name(), &maildir::path(mailbox))
    }

    fn folders(
        &self,
        account: &Account,
        mailbox: Option<&EmailAddress>,
    ) -> Result<Vec<MailFolder>> {
        maildir::folders(&self.homes, account.name(), &maildir::path(mailbox))
    }

    fn expunge(
        &self,
        account: &Account,
        mailbox: Option<&EmailAddress>,
        folder: &str,
        picks: &dyn Fn(&StoredMessage) -> bool,
    ) -> Result<u64> {
        let path = maildir::path(mailbox);
        maildir::expunge(&self.homes, account.name(), (&path, folder), picks)
    }

    fn browse(&self, account: &Account, path: &str) -> Result<Option<Vec<MailFile>>> {
        maildir::browse(&self.homes, account.name(), path)
    }

    fn export(&self, account: &UserName, name: &str, text: &str) -> Result<()> {
        maildir::write(&self.homes, account, name, text)
    }

    fn send(&self, message: &OutgoingMessage) -> Result<()> {
        deliver::send(self, message)
    }

    fn queue(&self, from: &Sender<'_>) -> Result<Vec<QueuedMessage>> {
        transit::queue(&self.database, from)
    }

    fn delete_held(&self, sender: &EmailAddress) -> Result<u64> {
        transit::delete_held(&self.database, sender)
    }

    fn log(&self, account: &UserName, since: UnixTime) -> Result<Vec<Delivery>> {
        transit::log(&self.database, account, since)
    }

    /// Nobody can connect here; a client would be shown what its domain has.
    fn shows_certificates(&self) -> Result<bool> {
        Ok(true)
    }

    /// There are no IMAP or POP3 sessions here: nobody can open one.
    fn end_sessions(&self, _mailboxes: &[EmailAddress]) -> Result<()> {
        Ok(())
    }
}

impl Machine {
    /// A file that was written into an account's folder of mail.
    pub fn exported(&self, account: &UserName, name: &str) -> Result<Option<String>> {
        maildir::read(&self.homes, account, name)
    }
}

//! Mail by Exim and Dovecot: what they look up of each domain is written to files of that domain, which
//! they read at each question, so that nothing is reloaded.

mod answers;
mod filters;
mod folders;
mod home;
mod logins;
mod lookup;
mod routes;
#[cfg(test)]
mod samples;
mod transit;
mod users;

use std::sync::Arc;

use api::{
    Account, DomainName, EmailAddress, Result, UnixTime, UserName,
    mail::MailDomain,
    ports::{
        Delivery, Mail, MailFile, MailFolder, MailUsage, OutgoingMessage, QueuedMessage, Sender,
        StoredMessage,
    },
};
use root::{Answer, Change, Client, Layout, MailAct, MailGift, Managed, Verb};

use super::refused::{self, name, unfit};

pub use logins::MailLogins;

/// The files of a domain.
const OF_DOMAIN: [root::Kind; 3] =
    [root::Kind::MailRoutes, root::Kind::MailUsers, root::Kind::DkimKey];
/// How many messages a log tells of.
const MOST_LOGGED: usize = 1000;

/// Exim and Dovecot.
pub struct MailServers {
    root: Arc<Client>,
    layout: Arc<Layout>,
}

impl MailServers {
    /// The mail servers of the machine.
    pub fn new(root: Arc<Client>, layout: Arc<Layout>) -> Self {
        Self { root, layout }
    }

    /// The files of a domain as they should be.
    fn files(&self, domain: &MailDomain) -> Result<Vec<Change>> {
        let name = domain.record.domain.as_str();
        let account = domain.record.account.as_str();
        let key = domain.signing_key.as_ref().map(|key| key.reveal().as_bytes().to_vec());
        Ok(vec![
            file(root::Kind::MailSender, account, Some(routes::render_sender(domain)))?,
            file(root::Kind::MailUsers, name, Some(users::render(domain, &self.layout.homes)?))?,
            file(root::Kind::DkimKey, name, key)?,
            file(root::Kind::MailRoutes, name, Some(routes::render(domain)?))?,
        ])
    }

    /// A domain's former name, unless another account has a domain of that name now.
    fn former<'a>(&self, domain: &'a MailDomain) -> Result<Option<&'a DomainName>> {
        let Some(former) = &domain.record.formerly else { return Ok(None) };
        let act = MailAct::Owner(name(former.as_str())?);
        let MailGift::Owner(owner) = self.mail(act)? else { return Err(unfit()) };
        let is_ours = owner.is_none_or(|owner| owner == domain.record.account.as_str());
        Ok((is_ours && *former != domain.record.domain).then_some(former))
    }

    fn mail(&self, act: MailAct) -> Result<MailGift> {
        match call(&self.root, &Verb::Mail(act))? {
            Answer::Mail(gift) => Ok(gift),
            _ => Err(unfit()),
        }
    }
}

impl Mail for MailServers {
    fn apply(&self, domain: &MailDomain) -> Result<()> {
        let record = &domain.record;
        if let Some(former) = &record.formerly {
            folders::rename(self, &record.account, (former.as_str(), record.domain.as_str()))?;
        }
        for mailbox in &domain.mailboxes {
            for folder in filters::folders(&domain.filters, mailbox)? {
                let path = format!("{}/.{folder}", folders::path(Some(&mailbox.address))?);
                folders::make(self, &record.account, &path)?;
            }
        }
        let (mut changes, former) = (self.files(domain)?, self.former(domain)?);
        if let Some(former) = former {
            changes.extend(gone(former)?);
        }
        publish(&self.root, changes)?;
        if let Some(former) = former {
            self.mail(MailAct::ForgetDomain(name(former.as_str())?))?;
        }
        self.mail(MailAct::Settle(name(record.domain.as_str())?)).map(drop)
    }

    fn withdraw(&self, domain: &DomainName) -> Result<()> {
        publish(&self.root, gone(domain)?)?;
        self.mail(MailAct::ForgetDomain(name(domain.as_str())?)).map(drop)
    }

    fn list(&self) -> Result<Vec<DomainName>> {
        match call(&self.root, &Verb::Published(root::Kind::MailRoutes))? {
            Answer::Names(names) => {
                let mut domains: Vec<DomainName> =
                    names.iter().filter_map(|name| name.as_str().parse().ok()).collect();
                domains.sort();
                Ok(domains)
            }
            _ => Err(unfit()),
        }
    }

    fn make_folder(&self, account: &UserName, mailbox: &EmailAddress) -> Result<()> {
        folders::make(self, account, &folders::path(Some(mailbox))?)
    }

    fn remove_folder(&self, account: &UserName, mailbox: &EmailAddress) -> Result<()> {
        folders::Home::remove(self, account, &folders::path(Some(mailbox))?).map(drop)
    }

    fn usage(&self, account: &Account, mailbox: Option<&EmailAddress>) -> Result<MailUsage> {
        folders::usage(self, account.name(), &folders::path(mailbox)?)
    }

    fn folders(
        &self,
        account: &Account,
        mailbox: Option<&EmailAddress>,
    ) -> Result<Vec<MailFolder>> {
        folders::list(self, account.name(), &folders::path(mailbox)?)
    }

    fn expunge(
        &self,
        account: &Account,
        mailbox: Option<&EmailAddress>,
        folder: &str,
        picks: &dyn Fn(&StoredMessage) -> bool,
    ) -> Result<u64> {
        folders::expunge(self, account.name(), (&folders::path(mailbox)?, folder), picks)
    }

    fn browse(&self, account: &Account, path: &str) -> Result<Option<Vec<MailFile>>> {
        folders::browse(self, account.name(), path)
    }

    fn export(&self, account: &UserName, name: &str, text: &str) -> Result<()> {
        folders::Home::make_folder(self, account, "mail")?;
        folders::Home::write(self, account, &format!("mail/{name}"), text.as_bytes())
    }

    fn send(&self, message: &OutgoingMessage) -> Result<()> {
        let act = MailAct::Send {
            account: name(message.account.as_str())?,
            sender: transit::address(&message.sender)?,
            recipient: transit::address(&message.recipient)?,
            text: message.text.as_bytes().to_vec(),
        };
        self.mail(act).map(drop)
    }

    fn queue(&self, from: &Sender<'_>) -> Result<Vec<QueuedMessage>> {
        match self.mail(MailAct::Queue(transit::whose(from)?))? {
            MailGift::Waiting(found) => Ok(found.into_iter().map(transit::waiting).collect()),
            _ => Err(unfit()),
        }
    }

    fn delete_held(&self, sender: &EmailAddress) -> Result<u64> {
        match self.mail(MailAct::DeleteHeld(transit::address(sender)?))? {
            MailGift::Count(count) => Ok(count),
            _ => Err(unfit()),
        }
    }

    fn log(&self, account: &UserName, since: UnixTime) -> Result<Vec<Delivery>> {
        let account = name(account.as_str())?;
        match self.mail(MailAct::Log { account, since: since.0, most: MOST_LOGGED })? {
            MailGift::Log(found) => Ok(found.into_iter().map(transit::delivery).collect()),
            _ => Err(unfit()),
        }
    }

    /// Dovecot 2.3 reads the certificates of all domains at its start, and looks each up in a list: with 10,000 of
    /// them a login took more than 20 seconds.
    fn shows_certificates(&self) -> Result<bool> {
        Ok(false)
    }

    fn end_sessions(&self, mailboxes: &[EmailAddress]) -> Result<()> {
        let mailboxes: Result<Vec<_>> = mailboxes.iter().map(transit::address).collect();
        self.mail(MailAct::EndSessions(mailboxes?)).map(drop)
    }
}

/// No files of a domain.
fn gone(domain: &DomainName) -> Result<Vec<Change>> {
    OF_DOMAIN.iter().map(|kind| file(*kind, domain.as_str(), None)).collect()
}

fn file(kind: root::Kind, of: &str, content: Option<Vec<u8>>) -> Result<Change> {
    Ok(Change { file: Managed { kind, name: name(of)? }, content })
}

fn publish(root: &Client, changes: Vec<Change>) -> Result<()> {
    call(root, &Verb::Publish(changes)).map(drop)
}

fn call(root: &Client, verb: &Verb) -> Result<Answer> {
    refused::call(root, verb, "mail server")
}

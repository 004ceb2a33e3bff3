//! The people of an account: a *subaccount* is a name with which somebody has logins for several
//! services, with one password; a login of the same name that is not theirs stands beside it.

pub mod changes;
pub mod disks;
pub mod follow;
pub mod links;

use std::collections::{BTreeMap, BTreeSet};

use api::{
    Account, DomainName, Error, Result,
    records::{
        FtpLogin, MailboxRecord, PersonService, Subaccount, SubaccountService, Tx, WebDiskRecord,
        is,
    },
};

use super::{
    ftp::Named,
    mail::{addresses, mailboxes},
};

/// All that has one name.
#[derive(Clone)]
pub struct Person {
    /// What stands before the `@`.
    pub name: String,
    /// The domain.
    pub domain: DomainName,
    /// The subaccount, where there is one.
    pub sub: Option<Subaccount>,
    /// The mailbox.
    pub mailbox: Option<MailboxRecord>,
    /// The login for FTP.
    pub ftp: Option<FtpLogin>,
    /// The login for Web Disk.
    pub disk: Option<WebDiskRecord>,
    /// What is said of the services: 1 where it is the subaccount's, 0 where nobody wants to be
    /// asked.
    pub said: BTreeMap<PersonService, bool>,
}

impl Person {
    /// All that has that name in the account.
    pub fn of(tx: &dyn Tx, account: &Account, named: Named) -> Result<Self> {
        let Named { name, domain } = named;
        let key = || [name.as_str().into(), (&domain).into()];
        let own = account.name();
        let sub: Option<Subaccount> = tx.find(&key())?;
        let mailbox = mailbox(tx, &name, &domain)?;
        let ftp: Option<FtpLogin> = tx.find(&key())?;
        let disk: Option<WebDiskRecord> = tx.find(&key())?;
        let said: Vec<SubaccountService> =
            tx.matching(vec![is("name", name.as_str()), is("domain", &domain)])?;
        Ok(Self {
            sub: sub.filter(|row| row.account == *own),
            mailbox: mailbox.filter(|row| row.account == *own),
            ftp: ftp.filter(|row| row.account == *own),
            disk: disk.filter(|row| row.account == *own),
            said: said.into_iter().map(|row| (row.service, row.linked.0)).collect(),
            name,
            domain,
        })
    }

    /// The services for which there is a login.
    pub fn services(&self) -> BTreeSet<PersonService> {
        let mut services = BTreeSet::new();
        services.extend(self.mailbox.as_ref().map(|_| PersonService::Email));
        services.extend(self.ftp.as_ref().map(|_| PersonService::Ftp));
        services.extend(self.disk.as_ref().map(|_| PersonService::Webdisk));
        services
    }

    /// Those whose login is the subaccount's.
    pub fn linked(&self) -> BTreeSet<PersonService> {
        let mut services = self.services();
        services.retain(|service| self.sub.is_some() && self.said.get(service) == Some(&true));
        services
    }

    /// Those whose login is nobody's.
    pub fn loose(&self) -> BTreeSet<PersonService> {
        self.services().difference(&self.linked()).copied().collect()
    }

    /// Whether nobody wants to be asked about a login.
    pub fn is_dismissed(&self, service: PersonService) -> bool {
        self.said.get(&service) == Some(&false)
    }

    /// The name as it is typed.
    pub fn full_name(&self) -> String {
        format!("{}@{}", self.name, self.domain)
    }

    /// The subaccount.
    pub fn existing(&self) -> Result<&Subaccount> {
        let full = self.full_name();
        self.sub
            .as_ref()
            .ok_or_else(|| Error::not_found(format!("username: there is no subaccount “{full}”.")))
    }
}

/// The mailbox of that name, where it can be one's.
fn mailbox(tx: &dyn Tx, name: &str, domain: &DomainName) -> Result<Option<MailboxRecord>> {
    match addresses::joined("username", name, domain) {
        Ok(address) => mailboxes::find(tx, &address),
        Err(_) => Ok(None),
    }
}

/// All people of an account, by domain and name.
pub fn all(tx: &dyn Tx, account: &Account) -> Result<Vec<Person>> {
    let own = || vec![is("account", account.name())];
    let mut names: BTreeSet<(DomainName, String)> = BTreeSet::new();
    names.extend(tx.matching::<Subaccount>(own())?.into_iter().map(|row| (row.domain, row.name)));
    names.extend(tx.matching::<FtpLogin>(own())?.into_iter().map(|row| (row.domain, row.name)));
    let mail = tx.matching::<MailboxRecord>(own())?.into_iter();
    names.extend(mail.map(|row| (row.domain, row.address.local().to_owned())));
    let disks = tx.matching::<WebDiskRecord>(own())?.into_iter();
    names.extend(disks.map(|row| (row.domain, row.name)));
    let people =
        names.into_iter().map(|(domain, name)| Person::of(tx, account, Named { name, domain }));
    people.collect()
}

/// The subaccount of that id.
pub fn by_guid(tx: &dyn Tx, account: &Account, guid: &str) -> Result<Person> {
    let row: Option<Subaccount> = tx.first(vec![is("guid", guid)])?;
    let row = row.filter(|row| row.account == *account.name());
    let row = row.ok_or_else(|| Error::not_found("guid: there is no subaccount of that id."))?;
    Person::of(tx, account, Named { name: row.name, domain: row.domain })
}

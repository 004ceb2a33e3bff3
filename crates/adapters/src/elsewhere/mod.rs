//! No machine: what a server has that only takes calls, where the machines are driven by workers on many
//! hosts. What it is asked that changes a machine goes through the store and never comes here; what only
//! a machine can tell is refused with the name of the host that knows it.

mod facts;

use std::{collections::BTreeMap, net::IpAddr, sync::Arc};

use api::{
    Account, DatabaseName, DomainName, EmailAddress, Engine, Error, Kind, Result, Secret, UnixTime,
    UserName,
    error::OnlyHost,
    mail::MailDomain,
    ports::{
        Addresses, Database, DatabaseLogin, DatabaseServer, Databases, Delivery, Dns, FileFacts,
        Files, Ftp, FtpServer, FtpSession, FtpState, HomePath, Interface, InterfaceAddress, Mail,
        MailFile, MailFolder, MailUsage, OsLogin, OsUsers, OutgoingMessage, QueuedMessage, Sender,
        Site, StoredMessage, TableMessage, Tls, TlsSite, Upkeep, Usage, Web, Write,
    },
    records::Store,
    zone::Zone,
};

pub use facts::describe;

use crate::system::verifiers;

/// Stands where a machine would.
pub struct Elsewhere {
    store: Arc<dyn Store>,
}

impl Elsewhere {
    /// It for a server upon that store.
    pub fn new(store: Arc<dyn Store>) -> Self {
        Self { store }
    }
}

/// Refuses what only a host can tell, that of the account where one is named.
fn refuse<T>(account: Option<&Account>) -> Result<T> {
    let host = account.and_then(|account| account.record().host.clone());
    let said = match &host {
        Some(host) => format!(
            "This server drives no machine. The account is on the host “{host}”: ask there."
        ),
        None => "This server drives no machine: ask on a host.".to_owned(),
    };
    Err(Error::new(Kind::Unavailable, said).because(OnlyHost(host)))
}

/// Refuses whatever these ask: `of` what is asked of an account, which names its host.
macro_rules! refused {
    (
        $(of fn $own:ident(&self, $account:ident: &Account $(, $more:ident: $kind:ty)*) -> $given:ty;)*
        $(fn $name:ident(&self $(, $argument:ident: $type:ty)*) -> $gives:ty;)*
    ) => {
        $(#[allow(unused_variables, reason = "whatever is asked, nothing can be told")]
        fn $own(&self, $account: &Account $(, $more: $kind)*) -> $given {
            refuse(Some($account))
        })*
        $(#[allow(unused_variables, reason = "whatever is asked, nothing can be told")]
        fn $name(&self $(, $argument: $type)*) -> $gives {
            refuse(None)
        })*
    };
}

impl OsUsers for Elsewhere {
    /// What the account's host found when it last measured the home.
    fn usage(&self, account: &Account) -> Result<Usage> {
        let record = account.record();
        Ok(Usage { disk: record.disk_used, inodes: record.inodes_used })
    }

    fn quotas_enabled(&self) -> Result<bool> {
        Ok(facts::read(&*self.store)?.quotas)
    }

    fn copy_folder(&self, from: (&Account, &str), _: (&Account, &str)) -> Result<()> {
        refuse(Some(from.0))
    }

    refused! {
        of fn apply(&self, account: &Account, login: &OsLogin) -> Result<()>;
        of fn has_file(&self, account: &Account, path: &str) -> Result<bool>;
        of fn has_folder(&self, account: &Account, path: &str) -> Result<bool>;
        fn expire(&self, users: &[(UserName, bool)]) -> Result<()>;
        fn withdraw(&self, name: &UserName) -> Result<()>;
        fn list(&self) -> Result<Vec<UserName>>;
    }
}

impl Ftp for Elsewhere {
    fn server(&self) -> Result<FtpServer> {
        facts::read(&*self.store)?.ftp()
    }

    refused! {
        of fn folder_usage(&self, account: &Account, path: &str) -> Result<Usage>;
        of fn remove_folder(&self, account: &Account, path: &str) -> Result<()>;
        of fn sessions(&self, account: &Account) -> Result<Vec<FtpSession>>;
        of fn end_sessions(&self, account: &Account, login: Option<&str>) -> Result<()>;
        fn apply(&self, state: &FtpState) -> Result<()>;
        fn withdraw(&self, account: &UserName) -> Result<()>;
        fn list(&self) -> Result<Vec<UserName>>;
    }
}

impl Addresses for Elsewhere {
    /// The pool is the first host's.
    fn list(&self) -> Result<Vec<Interface>> {
        let first = facts::first(&*self.store)?.name;
        let said = format!("The addresses are on the host “{first}”: ask there.");
        Err(Error::new(Kind::Unavailable, said).because(OnlyHost(Some(first))))
    }

    refused! {
        fn apply(&self, address: &InterfaceAddress) -> Result<()>;
        fn withdraw(&self, ip: IpAddr) -> Result<()>;
    }
}

impl Dns for Elsewhere {
    fn program(&self) -> Result<String> {
        facts::read(&*self.store)?.dns()
    }

    refused! {
        fn apply(&self, zone: &Zone) -> Result<()>;
        fn withdraw(&self, zone: &DomainName) -> Result<()>;
        fn list(&self) -> Result<Vec<DomainName>>;
        fn set_serving(&self, serving: bool) -> Result<()>;
        fn serves(&self) -> Result<bool>;
    }
}

impl Web for Elsewhere {
    refused! {
        fn apply(&self, site: &Site) -> Result<()>;
        fn withdraw(&self, domain: &DomainName) -> Result<()>;
        fn list(&self) -> Result<Vec<DomainName>>;
    }
}

impl Mail for Elsewhere {
    fn shows_certificates(&self) -> Result<bool> {
        Ok(facts::read(&*self.store)?.mail_certificates)
    }

    refused! {
        of fn usage(&self, account: &Account, mailbox: Option<&EmailAddress>) -> Result<MailUsage>;
        of fn folders(&self, account: &Account, mailbox: Option<&EmailAddress>)
            -> Result<Vec<MailFolder>>;
        of fn expunge(
            &self,
            account: &Account,
            mailbox: Option<&EmailAddress>,
            folder: &str,
            picks: &dyn Fn(&StoredMessage) -> bool
        ) -> Result<u64>;
        of fn browse(&self, account: &Account, path: &str) -> Result<Option<Vec<MailFile>>>;
        fn apply(&self, domain: &MailDomain) -> Result<()>;
        fn withdraw(&self, domain: &DomainName) -> Result<()>;
        fn list(&self) -> Result<Vec<DomainName>>;
        fn make_folder(&self, account: &UserName, mailbox: &EmailAddress) -> Result<()>;
        fn remove_folder(&self, account: &UserName, mailbox: &EmailAddress) -> Result<()>;
        fn export(&self, account: &UserName, name: &str, text: &str) -> Result<()>;
        fn send(&self, message: &OutgoingMessage) -> Result<()>;
        fn queue(&self, from: &Sender<'_>) -> Result<Vec<QueuedMessage>>;
        fn delete_held(&self, sender: &EmailAddress) -> Result<u64>;
        fn log(&self, account: &UserName, since: UnixTime) -> Result<Vec<Delivery>>;
        fn end_sessions(&self, mailboxes: &[EmailAddress]) -> Result<()>;
    }
}

impl Databases for Elsewhere {
    fn server(&self, engine: Engine) -> Result<DatabaseServer> {
        facts::read(&*self.store)?.database(engine)
    }

    fn verifier(&self, engine: Engine, password: &Secret) -> Result<String> {
        verifiers::of(engine, password)
    }

    refused! {
        fn apply(&self, database: &Database) -> Result<()>;
        fn withdraw(&self, engine: Engine, name: &DatabaseName) -> Result<()>;
        fn apply_user(&self, login: &DatabaseLogin) -> Result<()>;
        fn withdraw_user(&self, engine: Engine, name: &DatabaseName) -> Result<()>;
        fn sizes(&self, engine: Engine, names: &[DatabaseName])
            -> Result<BTreeMap<DatabaseName, u64>>;
        fn upkeep(&self, name: &DatabaseName, upkeep: Upkeep) -> Result<Vec<TableMessage>>;
        fn routines(&self, engine: Engine, names: &[DatabaseName]) -> Result<Vec<String>>;
        fn schema(&self, engine: Engine, name: &DatabaseName) -> Result<String>;
        fn list(&self) -> Result<Vec<(Engine, DatabaseName)>>;
        fn list_users(&self) -> Result<Vec<(Engine, DatabaseName)>>;
    }
}

impl Tls for Elsewhere {
    fn own(&self) -> Result<Option<String>> {
        Ok(None)
    }

    refused! {
        fn apply(&self, site: &TlsSite) -> Result<()>;
        fn withdraw(&self, domain: &DomainName) -> Result<()>;
        fn list(&self) -> Result<Vec<DomainName>>;
    }
}

impl Files for Elsewhere {
    refused! {
        of fn find(&self, account: &Account, path: &HomePath) -> Result<Option<FileFacts>>;
        of fn list(&self, account: &Account, path: &HomePath) -> Result<Vec<FileFacts>>;
        of fn read(&self, account: &Account, path: &HomePath, most: u64) -> Result<Vec<u8>>;
        of fn write(&self, account: &Account, path: &HomePath, content: &[u8], how: Write)
            -> Result<()>;
        of fn make_folder(&self, account: &Account, path: &HomePath) -> Result<()>;
        of fn rename(&self, account: &Account, from: &HomePath, to: &HomePath) -> Result<()>;
        of fn copy(&self, account: &Account, from: &HomePath, to: &HomePath) -> Result<()>;
        of fn remove(&self, account: &Account, path: &HomePath) -> Result<()>;
        of fn set_mode(&self, account: &Account, path: &HomePath, mode: u32) -> Result<()>;
        of fn measure(&self, account: &Account, path: &HomePath) -> Result<Usage>;
    }
}

//! Files for services that nobody has who is in the store: those of kinds that are not listed as subjects.

use std::{collections::BTreeSet, ops::ControlFlow};

use api::{
    Host, Result,
    records::{AccountRecord, DomainRecord, MailDomainRecord, Select},
};
use root::{Answer, Client, Kind, Name, Verb};

/// Who may have files.
struct Owners {
    accounts: BTreeSet<String>,
    sites: BTreeSet<String>,
    mail: BTreeSet<String>,
}

/// The files whose owners are not there, a line each.
pub(super) fn without_owner(host: &Host, root: &Client) -> Result<Vec<String>> {
    let owners = Owners::read(host)?;
    let mut lines = Vec::new();
    for kind in Kind::ALL {
        let names = match root.call(&Verb::Published(kind)).map_err(super::unanswered)? {
            Answer::Names(names) => names,
            _ => Vec::new(),
        };
        let strays = names.iter().filter(|name| !owners.have(kind, name));
        lines.extend(
            strays.map(|name| format!("file {kind:?} {name}: it is nobody's in the store")),
        );
    }
    Ok(lines)
}

impl Owners {
    fn read(host: &Host) -> Result<Self> {
        let tx = host.store.read()?;
        let mut owners =
            Self { accounts: BTreeSet::new(), sites: BTreeSet::new(), mail: BTreeSet::new() };
        let all = Select::default;
        tx.each(&all(), &mut |row: AccountRecord| {
            owners.accounts.insert(row.name.to_string());
            Ok(ControlFlow::Continue(()))
        })?;
        tx.each(&all(), &mut |row: DomainRecord| {
            owners.sites.insert(row.name.to_string());
            Ok(ControlFlow::Continue(()))
        })?;
        tx.each(&all(), &mut |row: MailDomainRecord| {
            owners.mail.insert(row.domain.to_string());
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(owners)
    }

    /// Whether a file of that kind and name is somebody's.
    fn have(&self, kind: Kind, name: &Name) -> bool {
        let name = name.as_str();
        match kind {
            Kind::FpmPool
            | Kind::FtpLogins
            | Kind::FtpOwner
            | Kind::MailSender
            | Kind::MailLogin => self.accounts.contains(name),
            Kind::MailRoutes | Kind::MailUsers | Kind::DkimKey => self.mail.contains(name),
            Kind::ApacheSite | Kind::ApacheTls | Kind::ApacheHttps => self.sites.contains(name),
            Kind::ApachePrimary | Kind::ApacheCertificate => {
                name.split_once('@').is_some_and(|(_, domain)| self.sites.contains(domain))
            }
        }
    }
}

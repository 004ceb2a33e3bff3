//! The domains of an account beside its main one. A *subdomain* is a name below another domain of
//! the account with a folder of its own; an *alias* is another name of the main domain's site; an
//! *addon domain* is another name of a subdomain's site. Where visitors are sent on is in
//! [`redirects`].

pub mod addons;
pub mod aliases;
pub mod check;
pub mod https;
pub mod listing;
pub mod pattern;
pub mod redirects;
pub mod roots;
pub mod settings;
pub mod subdomains;
pub mod zone_names;

use api::{
    Account, Cx, DomainName, Error, Param, Result, Type, UserName,
    form::one,
    records::{AccountRecord, DomainKind, DomainRecord, Record as _, Tx, is},
};

use super::{accounts::domains, change::Change};

/// The name of a site: a domain, or a wildcard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteName(pub DomainName);

impl Param for SiteName {
    const TYPE: Type = Type::Domain;
    fn read(texts: &[&str]) -> Result<Self, String> {
        DomainName::of_site(one(texts)?).map(Self)
    }
}

/// A change of the caller's own domains.
pub struct DomainChange<'a> {
    /// The change.
    pub change: Change<'a>,
    /// The caller's account.
    pub account: Account,
    /// Its domains as they were.
    pub domains: Domains,
}

impl<'a> DomainChange<'a> {
    /// Begins it.
    pub fn begin(cx: &Cx<'a>) -> Result<Self> {
        let change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let domains = Domains::locked(change.tx(), &account)?;
        Ok(Self { change, account, domains })
    }
}

/// The domains of one account, by name.
pub struct Domains(Vec<DomainRecord>);

impl Domains {
    /// Reads them.
    pub fn of(tx: &dyn Tx, account: &UserName) -> Result<Self> {
        Ok(Self(domains::of(tx, account)?))
    }

    /// Reads them for a change of them. Who else changes them waits until this transaction ends, so
    /// that two never take what one of them is left.
    pub fn locked(tx: &dyn Tx, account: &Account) -> Result<Self> {
        tx.add_to(AccountRecord::TABLE, "modified", 0, &[is("name", account.name())])?;
        Self::of(tx, account.name())
    }

    /// All of them.
    pub fn all(&self) -> &[DomainRecord] {
        &self.0
    }

    /// The one of that name.
    pub fn find(&self, name: &str) -> Option<&DomainRecord> {
        self.0.iter().find(|row| *name == *row.name.as_str())
    }

    /// The one of that name; `param` is where it was given.
    pub fn get(&self, param: &str, name: &DomainName) -> Result<&DomainRecord> {
        self.find(name.as_str()).ok_or_else(|| unknown(param, name.as_str()))
    }

    /// The main one.
    pub fn main(&self) -> Result<&DomainRecord> {
        let main = self.of_kind(DomainKind::Main).next();
        main.ok_or_else(|| Error::internal("an account has no main domain"))
    }

    /// Those of that kind.
    pub fn of_kind(&self, kind: DomainKind) -> impl Iterator<Item = &DomainRecord> {
        self.0.iter().filter(move |row| row.kind == kind)
    }

    /// The other names of a site: the aliases of the main one, the addon domains of a subdomain.
    pub fn names_of<'a>(&'a self, site: &'a DomainName) -> impl Iterator<Item = &'a DomainRecord> {
        self.children(site).filter(|row| row.kind != DomainKind::Sub)
    }

    /// The subdomains that were made below a domain.
    pub fn below<'a>(&'a self, root: &'a DomainName) -> impl Iterator<Item = &'a DomainRecord> {
        self.children(root).filter(|row| row.kind == DomainKind::Sub)
    }

    fn children<'a>(&'a self, parent: &'a DomainName) -> impl Iterator<Item = &'a DomainRecord> {
        self.0.iter().filter(move |row| row.parent.as_ref() == Some(parent))
    }

    /// The site that a domain is another name of; the domain itself where it is none.
    pub fn site_of<'a>(&'a self, row: &'a DomainRecord) -> &'a DomainRecord {
        let alias = matches!(row.kind, DomainKind::Addon | DomainKind::Parked);
        let parent = row.parent.as_ref().filter(|_| alias);
        parent.and_then(|parent| self.find(parent.as_str())).unwrap_or(row)
    }

    /// The subdomain that a text means: its whole name, or its label and the domain above with an
    /// underscore between.
    pub fn subdomain(&self, param: &str, text: &str) -> Result<&DomainRecord> {
        let text = text.to_ascii_lowercase();
        let text = text.strip_suffix('.').unwrap_or(&text);
        let mut subdomains = self.of_kind(DomainKind::Sub);
        let found = subdomains.find(|row| *row.name.as_str() == *text || key(row) == text);
        found.ok_or_else(|| unknown(param, text))
    }

    /// How many subdomains count against the limit: those behind addon domains do not.
    pub fn counted_subdomains(&self) -> usize {
        let subdomains = self.of_kind(DomainKind::Sub);
        subdomains.filter(|row| self.names_of(&row.name).next().is_none()).count()
    }
}

/// How clients name a subdomain, without the dots of its label where they are not wanted.
pub fn undotted(text: &str, dots: bool) -> String {
    match text.split_once('_') {
        Some((label, root)) if !dots => format!("{}_{root}", label.replace('.', "")),
        _ => text.to_owned(),
    }
}

/// The label of a subdomain: what stands before the domain that it was made below.
pub fn label(row: &DomainRecord) -> &str {
    let name = row.name.as_str();
    let label = row.parent.as_ref().and_then(|root| name.strip_suffix(root.as_str()));
    label.and_then(|label| label.strip_suffix('.')).unwrap_or(name)
}

/// The domain that a subdomain was made below.
pub fn root(row: &DomainRecord) -> &DomainName {
    row.parent.as_ref().unwrap_or(&row.name)
}

/// How clients name a subdomain when they act on it: label and domain with an underscore between.
pub fn key(row: &DomainRecord) -> String {
    format!("{}_{}", label(row), root(row))
}

fn unknown(param: &str, name: &str) -> Error {
    let name = api::values::text::shown(name);
    Error::not_found(format!("{param}: “{name}” is no domain of this account."))
}

#[cfg(test)]
mod tests;

//! Mailing lists: their addresses, passwords, administrators and privacy. Who subscribes is between
//! the list's own pages and its members.

use api::{
    Account, Cx, EmailAddress, Error, Flag, Kind, Result, Secret,
    records::{ListAdmin, MailDomainRecord, MailingList, Subject, Tx, is},
};

use super::{addresses, mailboxes};
use crate::domain::{change::Change, passwords};

/// How a list is open to the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Privacy {
    /// Whether it is on the public page of lists.
    pub advertised: Flag,
    /// Whether only members read its archive.
    pub archive_private: Flag,
    /// Who confirms a subscription: 1 the subscriber, 2 an administrator, 3 both.
    pub subscribe_policy: u32,
}

impl Privacy {
    /// What a new list is.
    pub fn new(private: bool) -> Self {
        let (advertised, archive_private) = (Flag(!private), Flag(private));
        Self { advertised, archive_private, subscribe_policy: if private { 2 } else { 1 } }
    }
}

/// Whether a list is closed in every way.
pub fn is_private(list: &MailingList) -> bool {
    list.archive_private.0 && !list.advertised.0 && list.subscribe_policy != 1
}

/// Makes a list.
pub fn create(
    change: &mut Change<'_>,
    account: &Account,
    (address, domain): (&EmailAddress, &MailDomainRecord),
    hash: String,
    privacy: Privacy,
) -> Result<()> {
    check_count(change.tx(), account)?;
    if find(change.tx(), address)?.is_some() {
        let message = format!("list: there is already a list “{address}”.");
        return Err(Error::new(Kind::Exists, message));
    }
    if mailboxes::find(change.tx(), address)?.is_some() {
        let message =
            format!("list: there is a mailbox “{address}”; a list needs its own address.");
        return Err(Error::new(Kind::Exists, message));
    }
    change.insert(&MailingList {
        address: address.clone(),
        domain: domain.domain.clone(),
        account: domain.account.clone(),
        password: hash,
        once: String::new(),
        advertised: privacy.advertised,
        archive_private: privacy.archive_private,
        subscribe_policy: privacy.subscribe_policy,
    })?;
    change.touch(Subject::MailDomain(domain.domain.clone()));
    Ok(())
}

fn check_count(tx: &dyn Tx, account: &Account) -> Result<()> {
    let most = account.record().max_lists;
    let has = tx.count::<MailingList>(&[is("account", account.name())])?;
    if most.0.is_none_or(|most| has < u64::from(most)) {
        return Ok(());
    }
    let message = format!("list: the account has {has} mailing lists, and its limit is {most}.");
    Err(Error::new(Kind::Conflict, message))
}

/// Checks a list's new password, and hashes it.
pub fn hash(cx: &Cx<'_>, tx: &dyn Tx, address: &EmailAddress, password: &Secret) -> Result<String> {
    passwords::check(tx, "list", password, &[address.as_str(), address.local()])?;
    cx.host.passwords.hash(password)
}

/// Keeps a list.
pub fn save(change: &mut Change<'_>, list: &MailingList) -> Result<()> {
    change.save(list)?;
    change.touch(Subject::MailDomain(list.domain.clone()));
    Ok(())
}

/// Removes a list with its administrators.
pub fn remove(change: &mut Change<'_>, list: &MailingList) -> Result<()> {
    change.remove::<ListAdmin>(&[is("list", &list.address)])?;
    change.remove::<MailingList>(&[is("address", &list.address)])?;
    change.touch(Subject::MailDomain(list.domain.clone()));
    Ok(())
}

/// The list of an address, where there is one.
pub fn find(tx: &dyn Tx, address: &EmailAddress) -> Result<Option<MailingList>> {
    tx.find(&[address.into()])
}

/// The list of the account that a name means: whole, `name_domain`, or without the main domain.
pub fn own(tx: &dyn Tx, account: &Account, name: &str) -> Result<MailingList> {
    let by_id = || -> Result<Option<MailingList>> {
        let lists: Vec<MailingList> = tx.matching(vec![is("account", account.name())])?;
        Ok(lists.into_iter().find(|list| id(list) == name))
    };
    let unknown = || {
        let name = api::values::text::shown(name);
        Error::not_found(format!("list: there is no mailing list “{name}”."))
    };
    if name.contains('_') && !name.contains('@') {
        return by_id()?.ok_or_else(unknown);
    }
    let (address, _) = addresses::own(tx, account, "list", name, None)?;
    find(tx, &address)?.ok_or_else(unknown)
}

/// The lists of an account, by address.
pub fn of(tx: &dyn Tx, account: &Account) -> Result<Vec<MailingList>> {
    tx.matching(vec![is("account", account.name())])
}

/// The name that the list's software knows it by.
pub fn id(list: &MailingList) -> String {
    format!("{}_{}", list.address.local(), list.domain)
}

/// The administrators of a list, by address.
pub fn admins(tx: &dyn Tx, list: &EmailAddress) -> Result<Vec<EmailAddress>> {
    let rows: Vec<ListAdmin> = tx.matching(vec![is("list", list)])?;
    Ok(rows.into_iter().map(|row| row.admin).collect())
}

/// The addresses that a text parts by commas.
pub fn delegates(text: &str) -> Result<Vec<EmailAddress>> {
    let each = text.split(',').map(str::trim).filter(|one| !one.is_empty());
    let found: Vec<EmailAddress> = each
        .map(|one| one.parse().map_err(|problem| Error::param("delegates", problem)))
        .collect::<Result<_>>()?;
    if found.is_empty() {
        return Err(Error::param("delegates", "names no address"));
    }
    Ok(found)
}

/// Makes addresses administrators.
pub fn add_admins(
    change: &mut Change<'_>,
    list: &MailingList,
    admins: Vec<EmailAddress>,
) -> Result<()> {
    for admin in admins {
        let (list, account) = (list.address.clone(), list.account.clone());
        change.save(&ListAdmin { list, admin, account })?;
    }
    Ok(())
}

/// Takes administrators away.
pub fn remove_admins(
    change: &mut Change<'_>,
    list: &MailingList,
    admins: &[EmailAddress],
) -> Result<()> {
    for admin in admins {
        change.remove::<ListAdmin>(&[is("list", &list.address), is("admin", admin)])?;
    }
    Ok(())
}

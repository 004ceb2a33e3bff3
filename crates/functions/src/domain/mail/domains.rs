//! The domains that take an account's mail: with each domain of the account one comes, goes and
//! gets another name.

use api::{
    Account, Cx, DomainName, Error, Result, UserName,
    records::{
        AccountRecord, Autoresponder, Cell, DomainKind, DomainRecord, Forwarder, ListAdmin,
        MailDomainRecord, MailFilter, MailboxRecord, MailingList, Record, Routing, SessionRecord,
        Signing, SpamPreference, Subject, Tx, is,
    },
};

use crate::domain::change::Change;

/// Has a new domain take mail as its account wishes.
pub fn add(change: &mut Change<'_>, domain: &DomainRecord) -> Result<()> {
    if change.tx().find::<MailDomainRecord>(&[(&domain.name).into()])?.is_some() {
        return Ok(());
    }
    let account: Option<AccountRecord> = change.tx().find(&[(&domain.account).into()])?;
    let routing = account.as_ref().and_then(|account| account.mx_check.parse().ok());
    let is_signed = domain.kind != DomainKind::Sub && account.is_some_and(|account| account.dkim.0);
    change.insert(&MailDomainRecord {
        domain: domain.name.clone(),
        account: domain.account.clone(),
        formerly: None,
        routing: routing.unwrap_or(Routing::Local),
        catch_all: String::new(),
        forwards_to: None,
        relay_host: String::new(),
        signing: if is_signed { Signing::Wanted } else { Signing::Off },
        private_key: String::new(),
        public_key: String::new(),
    })?;
    change.touch(Subject::MailDomain(domain.name.clone()));
    Ok(())
}

/// Has a domain take mail no more, with all that it had.
pub fn remove(change: &mut Change<'_>, domain: &DomainName) -> Result<()> {
    let mailboxes: Vec<MailboxRecord> = change.tx().matching(vec![is("domain", domain)])?;
    for mailbox in mailboxes {
        super::mailboxes::forget(change, &mailbox)?;
    }
    let lists: Vec<MailingList> = change.tx().matching(vec![is("domain", domain)])?;
    for list in lists {
        change.remove::<ListAdmin>(&[is("list", &list.address)])?;
    }
    change.remove::<MailingList>(&[is("domain", domain)])?;
    change.remove::<MailboxRecord>(&[is("domain", domain)])?;
    change.remove::<Forwarder>(&[is("domain", domain)])?;
    change.remove::<Autoresponder>(&[is("domain", domain)])?;
    change.remove::<MailDomainRecord>(&[is("domain", domain)])?;
    change.touch(Subject::MailDomain(domain.clone()));
    Ok(())
}

/// Removes what an account has beside its domains.
pub fn forget_account(tx: &dyn Tx, account: &UserName) -> Result<()> {
    tx.delete::<MailFilter>(&[is("account", account)])?;
    tx.delete::<SpamPreference>(&[is("account", account)])?;
    tx.delete::<ListAdmin>(&[is("account", account)])?;
    Ok(())
}

/// Says that the mail of all the account's domains changes on the host.
pub fn touch_all(change: &mut Change<'_>, account: &UserName) -> Result<()> {
    for domain in of(change.tx(), account)? {
        change.touch(Subject::MailDomain(domain.domain));
    }
    Ok(())
}

/// The domains of an account that take mail, by name.
pub fn of(tx: &dyn Tx, account: &UserName) -> Result<Vec<MailDomainRecord>> {
    tx.matching(vec![is("account", account)])
}

/// The domain of an account; `param` names where it was given. Another's is as good as absent.
pub fn own(
    tx: &dyn Tx,
    account: &Account,
    param: &str,
    domain: &DomainName,
) -> Result<MailDomainRecord> {
    let found: Option<MailDomainRecord> = tx.find(&[domain.into()])?;
    found.filter(|found| found.account == *account.name()).ok_or_else(|| {
        Error::not_found(format!("{param}: “{domain}” is no domain of this account."))
    })
}

/// The domain with its account, where the caller may act on that. Another's is as good as absent.
pub fn reachable(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    param: &str,
    domain: &DomainName,
) -> Result<(Account, MailDomainRecord)> {
    let unknown = || Error::not_found(format!("{param}: there is no domain “{domain}”."));
    let found: Option<MailDomainRecord> = tx.find(&[domain.into()])?;
    let found = found.ok_or_else(unknown)?;
    let account = cx.account(tx, &found.account).map_err(|_| unknown())?;
    Ok((account, found))
}

/// The domains that are named, or all of the caller's account where none is.
pub fn wanted(cx: &Cx<'_>, named: Vec<DomainName>) -> Result<Vec<DomainName>> {
    if !named.is_empty() {
        return Ok(named);
    }
    let tx = cx.host.store.read()?;
    let account = Account::of_caller(&*tx, cx.caller)?;
    Ok(of(&*tx, account.name())?.into_iter().map(|record| record.domain).collect())
}

/// Keeps a domain's record.
pub fn save(change: &mut Change<'_>, record: &MailDomainRecord) -> Result<()> {
    change.save(record)?;
    change.touch(Subject::MailDomain(record.domain.clone()));
    Ok(())
}

/// Gives all that says whose mail it is another name of the account. It must go forward.
pub fn rename_account(tx: &dyn Tx, old: &UserName, new: &UserName) -> Result<()> {
    fn rename<T: Record>(
        tx: &dyn Tx,
        columns: &[&'static str],
        names: [&UserName; 2],
    ) -> Result<()> {
        for column in columns {
            tx.update::<T>(&[(column, Cell::from(names[1]))], &[is(column, names[0])])?;
        }
        Ok(())
    }
    let names = [old, new];
    rename::<MailDomainRecord>(tx, &["account"], names)?;
    rename::<MailboxRecord>(tx, &["account"], names)?;
    rename::<Autoresponder>(tx, &["account"], names)?;
    rename::<MailingList>(tx, &["account"], names)?;
    rename::<ListAdmin>(tx, &["account"], names)?;
    rename::<MailFilter>(tx, &["owner", "account"], names)?;
    rename::<SpamPreference>(tx, &["owner", "account"], names)?;
    let to_old = [is("account", old), is("destination", old)];
    tx.update::<Forwarder>(&[("destination", Cell::from(new))], &to_old)?;
    rename::<Forwarder>(tx, &["account"], names)
}

/// Gives a domain's mail another domain, with all its addresses. Its key is made anew: what was
/// published is of the former domain. It must go forward.
pub fn rename(change: &mut Change<'_>, old: &DomainName, new: &DomainName) -> Result<()> {
    let tx = change.tx();
    let Some(mut record) = tx.find::<MailDomainRecord>(&[old.into()])? else { return Ok(()) };
    tx.delete::<MailDomainRecord>(&[is("domain", old)])?;
    tx.delete::<MailDomainRecord>(&[is("domain", new)])?;
    record.domain = new.clone();
    record.formerly = Some(old.clone());
    if record.signing != Signing::Off {
        record.signing = Signing::Wanted;
        record.private_key.clear();
        record.public_key.clear();
    }
    tx.insert(&record)?;
    rename_addresses(tx, old, new)?;
    change.touch(Subject::MailDomain(old.clone()));
    change.touch(Subject::MailDomain(new.clone()));
    Ok(())
}

fn rename_addresses(tx: &dyn Tx, old: &DomainName, new: &DomainName) -> Result<()> {
    let moved = |local: &str| -> Result<api::EmailAddress> {
        format!("{local}@{new}").parse().map_err(Error::internal)
    };
    let mailboxes: Vec<MailboxRecord> = tx.matching(vec![is("domain", old)])?;
    for mailbox in mailboxes {
        let address = moved(mailbox.address.local())?;
        {
            let column = "owner";
            let set = [(column, Cell::from(&address))];
            tx.update::<MailFilter>(&set, &[is(column, &mailbox.address)])?;
            tx.update::<SpamPreference>(&set, &[is(column, &mailbox.address)])?;
        }
        tx.delete::<SessionRecord>(&[is("mailbox", &mailbox.address)])?;
        tx.delete::<MailboxRecord>(&[is("address", &mailbox.address)])?;
        tx.insert(&MailboxRecord { address, domain: new.clone(), ..mailbox })?;
    }
    let forwarders: Vec<Forwarder> = tx.matching(vec![is("domain", old)])?;
    tx.delete::<Forwarder>(&[is("domain", old)])?;
    for forwarder in forwarders {
        let address = moved(forwarder.address.local())?;
        tx.insert(&Forwarder { address, domain: new.clone(), ..forwarder })?;
    }
    let answers: Vec<Autoresponder> = tx.matching(vec![is("domain", old)])?;
    tx.delete::<Autoresponder>(&[is("domain", old)])?;
    for answer in answers {
        let address = moved(answer.address.local())?;
        tx.insert(&Autoresponder { address, domain: new.clone(), ..answer })?;
    }
    let lists: Vec<MailingList> = tx.matching(vec![is("domain", old)])?;
    for list in lists {
        let address = moved(list.address.local())?;
        tx.update::<ListAdmin>(&[("list", Cell::from(&address))], &[is("list", &list.address)])?;
        tx.delete::<MailingList>(&[is("address", &list.address)])?;
        tx.insert(&MailingList { address, domain: new.clone(), ..list })?;
    }
    Ok(())
}

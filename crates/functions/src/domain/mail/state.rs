//! What the mail server must know, read together from the store; and the host made so.

use api::{
    DomainName, EmailAddress, Error, Host, Result, Secret,
    function::Step,
    mail::{MailDomain, MailOwner},
    records::{
        AccountRecord, Cell, DomainRecord, MailDomainRecord, MailFilter, MailboxRecord, Outgoing,
        Signing, SpamPreference, Subject, Tx, is,
    },
};

use super::signing;
use crate::domain::{
    apply::{differing, names},
    change::settling,
};

/// Makes the host's part of a domain's mail as the store says.
pub fn apply(host: &Host, name: &DomainName) -> Result<()> {
    host.steps.reached(Step::BeforeMail);
    let tx = host.store.read()?;
    let domain = read(host, &*tx, name)?;
    drop(tx);
    match domain {
        Some(domain) => {
            host.mail.apply(&domain)?;
            if domain.record.formerly.is_some() {
                forget_former_name(host, name)?;
            }
        }
        None => host.mail.withdraw(name)?,
    }
    host.steps.reached(Step::AfterMail);
    Ok(())
}

/// Where host and store name different domains of mail.
pub fn drift(host: &Host, tx: &dyn Tx) -> Result<Vec<Subject>> {
    let in_store = names::<MailDomainRecord, _>(tx, |row| row.domain)?;
    Ok(differing(in_store, host.mail.list()?, Subject::MailDomain))
}

/// Makes the folder of a mailbox, or takes it away where there is no such mailbox.
pub fn apply_folder(host: &Host, address: &EmailAddress) -> Result<()> {
    host.steps.reached(Step::BeforeMail);
    let tx = host.store.read()?;
    let mailbox: Option<MailboxRecord> = tx.find(&[address.into()])?;
    let domain: Option<DomainRecord> = match address.domain() {
        Some(domain) => tx.find(&[(&domain).into()])?,
        None => None,
    };
    drop(tx);
    match (mailbox, domain) {
        (Some(mailbox), _) => host.mail.make_folder(&mailbox.account, address)?,
        (None, Some(domain)) => {
            // What still lies under that name may be on its way to another one.
            let moving = [is("account", &domain.account), is("formerly", &domain.name)].to_vec();
            let moving: Option<MailDomainRecord> = host.store.read()?.first(moving)?;
            moving.map_or(Ok(()), |moving| apply(host, &moving.domain))?;
            host.mail.remove_folder(&domain.account, address)?;
        }
        (None, None) => {}
    }
    host.steps.reached(Step::AfterMail);
    Ok(())
}

fn forget_former_name(host: &Host, name: &DomainName) -> Result<()> {
    settling::before_forgetting(host)?;
    let tx = host.store.write()?;
    tx.update::<MailDomainRecord>(&[("formerly", Cell::Null)], &[is("domain", name)])?;
    tx.commit()
}

/// The domain as the mail server must know it, its signing key with it.
pub fn read(host: &Host, tx: &dyn Tx, name: &DomainName) -> Result<Option<MailDomain>> {
    let Some(mut domain) = read_open(tx, name)? else { return Ok(None) };
    if domain.record.signing == Signing::On {
        domain.signing_key = Some(signing_key(host, &domain.record)?);
    }
    Ok(Some(domain))
}

/// The private key of a domain that has one.
pub fn signing_key(host: &Host, record: &MailDomainRecord) -> Result<Secret> {
    host.vault.open(signing::PURPOSE, &record.private_key)
}

/// The domain without its signing key.
pub fn read_open(tx: &dyn Tx, name: &DomainName) -> Result<Option<MailDomain>> {
    let Some(record) = tx.find::<MailDomainRecord>(&[name.into()])? else { return Ok(None) };
    let account: Option<AccountRecord> = tx.find(&[(&record.account).into()])?;
    let account = account.ok_or_else(|| Error::internal(format!("{name} is nobody's")))?;
    let by_domain = || vec![is("domain", name)];
    let is_ours = |owner: &str| {
        owner == account.name.as_str() || owner.rsplit_once('@').is_some_and(|(_, at)| name == at)
    };
    let mut filters: Vec<MailFilter> = tx.matching(vec![is("account", &account.name)])?;
    filters.retain(|filter| is_ours(&filter.owner));
    let mut spam: Vec<SpamPreference> = tx.matching(vec![is("account", &account.name)])?;
    spam.retain(|line| is_ours(&line.owner));
    Ok(Some(MailDomain {
        owner: MailOwner { uid: account.uid, gid: account.gid },
        suspended: account.suspended.0,
        outgoing: outgoing(&account),
        hourly: account.max_email_per_hour,
        spam_filter: account.spam_filter.0,
        spam_box: account.spam_box.0,
        mailboxes: tx.matching(by_domain())?,
        forwarders: tx.matching(by_domain())?,
        autoresponders: tx.matching(by_domain())?,
        lists: tx.matching(by_domain())?,
        filters,
        spam,
        record,
        signing_key: None,
    }))
}

fn outgoing(account: &AccountRecord) -> Outgoing {
    match () {
        () if account.mail_suspended.0 => Outgoing::Suspended,
        () if account.mail_held.0 => Outgoing::Held,
        () => Outgoing::Allowed,
    }
}

//! What belongs to a domain beside its site and its zone, and goes with it to the new account: its
//! mail and its certificate. FTP logins of the domain end, as their folders are the old account's.

use api::{
    DomainName, Flag, Result, UserName,
    records::{
        Autoresponder, Cell, DomainRecord, Forwarder, ListAdmin, MailDomainRecord, MailFilter,
        MailboxRecord, MailingList, Record, SpamPreference, Subject, TlsExclusion, TlsHost,
        TlsProblem, is,
    },
};

use crate::domain::{change::Change, ftp, tls::hosts};

/// Gives all of it to the new account.
pub(super) fn give(change: &mut Change<'_>, name: &DomainName, target: &UserName) -> Result<()> {
    give_tls(change, name, target)?;
    give_mail(change, name, target)?;
    ftp::follow::remove_domain(change, name)
}

/// The certificate of the addon domain's site becomes that of the new account's.
pub(super) fn give_certificate(
    change: &mut Change<'_>,
    addon: &DomainRecord,
    site: &DomainRecord,
    target: &UserName,
) -> Result<()> {
    let Some(installed) = hosts::find(change.tx(), site)? else { return Ok(()) };
    let own: Option<TlsHost> = change.tx().find(&[(&addon.name).into()])?;
    let redirects = own.map(|own| own.redirects).unwrap_or_default();
    let (domain, account) = (addon.name.clone(), target.clone());
    let is_primary = Flag(false);
    change.save(&TlsHost { domain, account, redirects, is_primary, ..installed })?;
    change.touch(Subject::Tls(addon.name.clone()));
    Ok(())
}

fn give_tls(change: &mut Change<'_>, name: &DomainName, target: &UserName) -> Result<()> {
    let account = || target.clone();
    each(change, ("domain", name.into()), |row| TlsHost { account: account(), ..row })?;
    each(change, ("domain", name.into()), |row| TlsExclusion { account: account(), ..row })?;
    each(change, ("domain", name.into()), |row| TlsProblem { account: account(), ..row })?;
    change.touch(Subject::Tls(name.clone()));
    Ok(())
}

fn give_mail(change: &mut Change<'_>, name: &DomainName, target: &UserName) -> Result<()> {
    let account = || target.clone();
    let of_domain = || ("domain", Cell::from(name));
    for mailbox in change.tx().matching::<MailboxRecord>(vec![is("domain", name)])? {
        let of_mailbox = || ("owner", Cell::from(&mailbox.address));
        each(change, of_mailbox(), |row| MailFilter { account: account(), ..row })?;
        each(change, of_mailbox(), |row| SpamPreference { account: account(), ..row })?;
        change.touch(Subject::Mailbox(mailbox.address.clone()));
    }
    for list in change.tx().matching::<MailingList>(vec![is("domain", name)])? {
        let of_list = ("list", Cell::from(&list.address));
        each(change, of_list, |row| ListAdmin { account: account(), ..row })?;
    }
    each(change, of_domain(), |row| MailboxRecord { account: account(), ..row })?;
    each(change, of_domain(), |row| MailingList { account: account(), ..row })?;
    each(change, of_domain(), |row| Forwarder { account: account(), ..row })?;
    each(change, of_domain(), |row| Autoresponder { account: account(), ..row })?;
    each(change, of_domain(), |row| MailDomainRecord { account: account(), ..row })?;
    change.touch(Subject::MailDomain(name.clone()));
    Ok(())
}

/// Changes each row whose column is so.
fn each<T: Record>(
    change: &mut Change<'_>,
    (column, cell): (&'static str, Cell<'_>),
    changed: impl Fn(T) -> T,
) -> Result<()> {
    let rows: Vec<T> = change.tx().matching(vec![is(column, cell)])?;
    rows.into_iter().try_for_each(|row| change.save(&changed(row)))
}

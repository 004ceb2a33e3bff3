//! Mailboxes: made, changed, removed, suspended.

use api::{
    Account, Cx, EmailAddress, Error, Flag, Host, Kind, Limit, Result, Secret,
    records::{
        MailDomainRecord, MailFilter, MailboxRecord, Outgoing, PersonService, SessionRecord,
        SpamPreference, Subject, Tx, is,
    },
};

use crate::domain::{
    change::{Change, OnFailure},
    fleet, passwords,
    people::links,
};

/// The largest quota that anyone may have, in MiB.
pub const MOST: u64 = 4_294_967_296;
/// The quota of a mailbox for which none is given, in MiB.
pub const USUAL: u32 = 32_768;

/// The largest quota that a mailbox of the account may have, where there is one.
pub fn largest(account: &Account) -> Limit {
    let record = account.record();
    match record.max_mailbox_quota {
        Limit(Some(most)) if most > 0 => Limit::of(most),
        _ => Limit::UNLIMITED,
    }
}

/// A quota as it is wished: MiB, 0 or `unlimited` for none. What is above the largest is refused.
pub fn quota(account: &Account, wished: Option<&str>) -> Result<Limit> {
    let most = largest(account);
    let limit = match wished.map(str::trim) {
        None | Some("") => return Ok(usual(account)),
        Some("0" | "unlimited") => Limit::UNLIMITED,
        Some(text) => Limit(Some(mib(text)?)),
    };
    match (limit.0, most.0) {
        (None, Some(most)) => Err(Error::param(
            "quota",
            format!("must be at most {most} megabytes; the account may have no unlimited mailbox"),
        )),
        (Some(wished), Some(most)) if wished > most => {
            Err(Error::param("quota", format!("must be at most {most} megabytes")))
        }
        _ => Ok(limit),
    }
}

/// The same, where what is above the largest becomes the largest.
pub fn capped_quota(account: &Account, wished: Option<&str>) -> Result<Limit> {
    let most = largest(account);
    let limit = match wished.map(str::trim) {
        None | Some("" | "0" | "unlimited") => Limit::UNLIMITED,
        Some(text) => Limit(Some(mib(text)?)),
    };
    Ok(match (limit.0, most.0) {
        (None, Some(_)) => most,
        (Some(wished), Some(most)) => Limit::of(wished.min(most)),
        _ => limit,
    })
}

fn mib(text: &str) -> Result<u32> {
    text.parse().map_err(|_| {
        Error::param("quota", "must be a whole number of megabytes, or 0 or “unlimited” for none")
    })
}

/// The quota where none is given: the usual one, or the account's own limits where they are lower.
pub fn usual(account: &Account) -> Limit {
    let record = account.record();
    let limits = [largest(account).0, record.quota.0.filter(|quota| *quota > 0)];
    Limit::of(limits.into_iter().flatten().fold(USUAL, u32::min))
}

/// Refuses one mailbox more than the account may have.
pub fn check_count(tx: &dyn Tx, account: &Account) -> Result<()> {
    let most = account.record().max_mailboxes;
    let has = tx.count::<MailboxRecord>(&[is("account", account.name())])?;
    if most.0.is_none_or(|most| has < u64::from(most)) {
        return Ok(());
    }
    Err(Error::new(
        Kind::Conflict,
        format!("email: the account has {has} mailboxes, and its limit is {most}."),
    ))
}

/// Makes a mailbox with that hash of its password.
pub fn create(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    (address, domain): (&EmailAddress, &MailDomainRecord),
    hash: String,
    quota: Limit,
) -> Result<()> {
    if ["cpanel", "root", "mailman"].contains(&address.local()) {
        let rule = format!("“{}” is kept for the server", address.local());
        return Err(Error::param("email", rule));
    }
    if find(change.tx(), address)?.is_some() {
        return Err(Error::new(Kind::Exists, format!("The account {address} already exists!")));
    }
    change.insert(&MailboxRecord {
        address: address.clone(),
        domain: domain.domain.clone(),
        account: domain.account.clone(),
        password: hash,
        generation: 1,
        must_change: Flag(false),
        changed: cx.now(),
        quota,
        incoming_suspended: Flag(false),
        login_suspended: Flag(false),
        outgoing: Outgoing::Allowed,
        makes_folders: Flag(true),
    })?;
    touch(change, domain);
    change.touch(Subject::Mailbox(address.clone()));
    Ok(())
}

/// Removes a mailbox with all that is its own; its mail too, unless that is kept.
pub fn remove(
    change: &mut Change<'_>,
    (address, domain): (&EmailAddress, &MailDomainRecord),
    keeps_mail: bool,
) -> Result<()> {
    let mailbox = existing(change.tx(), address)?;
    forget(change, &mailbox)?;
    change.remove::<MailboxRecord>(&[is("address", address)])?;
    links::forget(change, (address.local(), &domain.domain), PersonService::Email)?;
    touch(change, domain);
    if !keeps_mail {
        change.touch(Subject::Mailbox(address.clone()));
    }
    Ok(())
}

/// Removes what a mailbox has beside its row: filters, wishes, sessions.
pub fn forget(change: &mut Change<'_>, mailbox: &MailboxRecord) -> Result<()> {
    change.remove::<MailFilter>(&[is("owner", &mailbox.address)])?;
    change.remove::<SpamPreference>(&[is("owner", &mailbox.address)])?;
    change.remove::<SessionRecord>(&[is("mailbox", &mailbox.address)])?;
    Ok(())
}

/// Checks a mailbox's new password, and hashes it.
pub fn hash(cx: &Cx<'_>, tx: &dyn Tx, address: &EmailAddress, password: &Secret) -> Result<String> {
    check_password(tx, address, password)?;
    cx.host.passwords.hash(password)
}

fn check_password(tx: &dyn Tx, address: &EmailAddress, password: &Secret) -> Result<()> {
    let domain = address.domain().map(|domain| domain.to_string()).unwrap_or_default();
    let context = [address.local().to_owned(), address.to_string(), domain];
    passwords::check(tx, "virtual", password, &context)
}

/// Sets a mailbox's password by its hash; its sessions end.
pub fn set_password(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    mailbox: MailboxRecord,
    hash: String,
) -> Result<()> {
    change.remove::<SessionRecord>(&[is("mailbox", &mailbox.address)])?;
    let generation = mailbox.generation + 1;
    let changed = cx.now();
    let must_change = Flag(false);
    save(change, &MailboxRecord { password: hash, generation, changed, must_change, ..mailbox })
}

/// The owner's own change, for who has shown the present password in `current`. It meets the duty to
/// change, and ends all sessions but `keep`, named by its digest.
///
/// Wrong present passwords are the caller's to count, in the same lock as logins.
pub fn change_by_owner(
    host: &Host,
    address: &EmailAddress,
    current: &Secret,
    new: &Secret,
    keep: Option<&str>,
) -> Result<()> {
    let tx = host.store.read()?;
    let mailbox = existing(&*tx, address)?;
    if !host.passwords.verify(current, Some(&mailbox.password))? {
        return Err(passwords::wrong_present());
    }
    check_password(&*tx, address, new)?;
    drop(tx);
    if host.settings.password_history > 0 && current.reveal() == new.reveal() {
        return Err(Error::param("password", "was used before; choose one that is new."));
    }
    let hash = host.passwords.hash(new)?;
    let mut change = Change::by(host, "mailbox password")?;
    let now = existing(change.tx(), address)?;
    if now.generation != mailbox.generation {
        return Err(Error::new(
            Kind::Conflict,
            "The password was changed by another call meanwhile.",
        ));
    }
    let generation = now.generation + 1;
    let sessions: Vec<SessionRecord> = change.tx().matching(vec![is("mailbox", address)])?;
    for session in sessions {
        if keep == Some(session.digest.as_str()) {
            change.save(&SessionRecord { generation, ..session })?;
        } else {
            change.remove::<SessionRecord>(&[is("digest", &session.digest)])?;
        }
    }
    let (changed, must_change) = (host.clock.now(), Flag(false));
    let after = MailboxRecord { password: hash, generation, changed, must_change, ..now };
    save(&mut change, &after)?;
    change.commit(OnFailure::Undo)
}

/// Keeps a mailbox's row.
pub fn save(change: &mut Change<'_>, mailbox: &MailboxRecord) -> Result<()> {
    change.save(mailbox)?;
    change.touch(Subject::MailDomain(mailbox.domain.clone()));
    Ok(())
}

/// Refuses logins to a mailbox, or takes them again. Refused, its sessions end.
pub fn suspend_login(cx: &Cx<'_>, address: &EmailAddress, suspended: bool) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = Account::of_caller(change.tx(), cx.caller)?;
    let mut mailbox = own(change.tx(), &account, "email", address)?;
    mailbox.login_suspended = Flag(suspended);
    if suspended {
        fleet::require_machine(cx.host, &account)?;
        change.remove::<SessionRecord>(&[is("mailbox", &mailbox.address)])?;
    }
    save(&mut change, &mailbox)?;
    change.commit(OnFailure::Undo)?;
    if suspended { cx.host.mail.end_sessions(&[mailbox.address]) } else { Ok(()) }
}

/// Ends the sessions of all mailboxes of the caller's account.
pub fn end_sessions(cx: &Cx<'_>) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let account = Account::of_caller(change.tx(), cx.caller)?;
    fleet::require_machine(cx.host, &account)?;
    let mailboxes = of(change.tx(), &account)?;
    for mailbox in &mailboxes {
        change.remove::<SessionRecord>(&[is("mailbox", &mailbox.address)])?;
    }
    change.commit(OnFailure::Undo)?;
    let addresses: Vec<_> = mailboxes.into_iter().map(|mailbox| mailbox.address).collect();
    cx.host.mail.end_sessions(&addresses)
}

/// A hash that somebody else made, as crypt(3) writes it.
pub fn given_hash(hash: &Secret) -> Result<String> {
    let text = hash.reveal();
    let is_hash = text.starts_with('$')
        && text.matches('$').count() >= 3
        && text.len() <= 512
        && text.chars().all(|c| c.is_ascii_graphic() && c != ':');
    if is_hash {
        return Ok(text.to_owned());
    }
    Err(Error::param("password_hash", "must be a hash as crypt(3) writes it"))
}

/// The largest quota of all, where the account's own is not smaller, in MiB.
pub fn most(account: &Account) -> u64 {
    let record = account.record();
    let limits = [largest(account).0, record.quota.0.filter(|quota| *quota > 0)];
    limits.into_iter().flatten().map(u64::from).fold(MOST, u64::min)
}

/// The mailbox of an address, where there is one.
pub fn find(tx: &dyn Tx, address: &EmailAddress) -> Result<Option<MailboxRecord>> {
    tx.find(&[address.into()])
}

/// The mailbox of an address of the account's.
pub fn existing(tx: &dyn Tx, address: &EmailAddress) -> Result<MailboxRecord> {
    find(tx, address)?
        .ok_or_else(|| Error::not_found(format!("email: there is no mailbox “{address}”.")))
}

/// The mailbox of the account that a whole address names.
pub fn own(
    tx: &dyn Tx,
    account: &Account,
    param: &str,
    address: &EmailAddress,
) -> Result<MailboxRecord> {
    let (address, _) = super::addresses::whole(tx, account, param, address)?;
    existing(tx, &address)
}

/// The mailboxes of an account, by address.
pub fn of(tx: &dyn Tx, account: &Account) -> Result<Vec<MailboxRecord>> {
    tx.matching(vec![is("account", account.name())])
}

fn touch(change: &mut Change<'_>, domain: &MailDomainRecord) {
    change.touch(Subject::MailDomain(domain.domain.clone()));
}

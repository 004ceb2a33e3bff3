//! Mailboxes: they log in at Webmail with passwords of their own, and act for themselves alone.

use std::{net::IpAddr, sync::PoisonError};

use api::{
    AclSet, Caller, EmailAddress, Kind, Rank, Result, Secret,
    caller::Proof,
    records::{AccountRecord, MailboxRecord, Service, SessionRecord, SessionState, Tx},
};
use functions::domain::{
    mail::mailboxes,
    sessions::{self, Opening},
};

use super::{
    Attempt, NewSession, Refusal, opened,
    throttle::{Standing, Throttle},
};
use crate::{Server, http::Door};

/// Opens a session for who knows the mailbox's password.
pub(super) fn log_in(
    server: &Server,
    door: Door,
    source: IpAddr,
    user: &str,
    password: &Secret,
) -> Result<NewSession, Refusal> {
    let address: EmailAddress = user.to_ascii_lowercase().parse().map_err(|_| Refusal::Denied)?;
    if door.service != Service::Webmail {
        return Err(Refusal::Denied);
    }
    let mailbox = check_password(server, source, &address, password)?;
    let tx = server.host.store.read()?;
    check_open(&*tx, &mailbox)?;
    drop(tx);
    let opening = Opening {
        service: door.service,
        user: &mailbox.account,
        generation: mailbox.generation,
        made_by: None,
        state: SessionState::Open,
        path_token: None,
    };
    let tx = server.host.store.write_relaxed()?;
    let session = sessions::open_mailbox(&*tx, &server.host, &opening, &address)?;
    tx.commit()?;
    Ok(opened(door, &session, mailbox.account))
}

/// The mailbox as the caller of its session.
pub(super) fn caller(
    tx: &dyn Tx,
    attempt: &Attempt<'_>,
    address: &EmailAddress,
    session: &SessionRecord,
) -> Result<Caller, Refusal> {
    let mailbox = mailboxes::find(tx, address)?.ok_or(Refusal::Denied)?;
    if session.made_by.is_none() {
        check_open(tx, &mailbox)?;
    }
    Ok(Caller {
        user: mailbox.account,
        rank: Rank::Mailbox,
        service: attempt.door.service,
        owner_acls: AclSet::default(),
        acls: AclSet::default(),
        proof: Proof::Mailbox(mailbox.address, session.digest.clone()),
        source: Some(attempt.source),
        secure: attempt.door.secure,
        must_change: mailbox.must_change.0,
    })
}

/// Sets the password that the mailbox's owner chose, who shows to know the present one. The turn is
/// the caller's to have.
pub(super) fn change_password(
    server: &Server,
    (caller, address): (&Caller, &EmailAddress),
    source: IpAddr,
    current: &Secret,
    new: &Secret,
) -> Result<()> {
    let (host, throttle) = (&server.host, &server.auth.throttle);
    if Throttle::standing(host, address, source)? != Standing::Free {
        // Who is held is told the same as who is wrong, after the same work.
        host.passwords.verify(current, None)?;
        return Err(functions::domain::passwords::wrong_present());
    }
    let changed = mailboxes::change_by_owner(host, address, current, new, caller.session());
    if changed.as_ref().is_err_and(|problem| problem.kind() == Kind::Denied) {
        throttle.failed(host, address, source)?;
    }
    changed
}

/// Refuses a mailbox whose logins are refused, and that of a suspended account.
fn check_open(tx: &dyn Tx, mailbox: &MailboxRecord) -> Result<(), Refusal> {
    let account: Option<AccountRecord> = tx.find(&[(&mailbox.account).into()])?;
    let is_open = account.is_some_and(|account| !account.suspended.0);
    if is_open && !mailbox.login_suspended.0 { Ok(()) } else { Err(Refusal::Denied) }
}

/// The mailbox of that address, if that is its password. One that is not there, a wrong password and
/// one that is held take the same work and give the same answer.
fn check_password(
    server: &Server,
    source: IpAddr,
    address: &EmailAddress,
    password: &Secret,
) -> Result<MailboxRecord, Refusal> {
    let (host, auth) = (&server.host, &server.auth);
    let _turn = auth.turn.lock().unwrap_or_else(PoisonError::into_inner);
    let found = mailboxes::find(&*host.store.read()?, address)?;
    let standing = Throttle::standing(host, address, source)?;
    if standing == Standing::SourceHeld {
        return Err(Refusal::Denied);
    }
    let usable = found.as_ref().filter(|_| standing == Standing::Free);
    let hash = usable.map(|mailbox| mailbox.password.as_str());
    match (host.passwords.verify(password, hash)?, found) {
        (true, Some(mailbox)) => {
            auth.throttle.succeeded(host, address, source)?;
            Ok(mailbox)
        }
        _ => {
            if standing == Standing::Free {
                auth.throttle.failed(host, address, source)?;
            }
            Err(Refusal::Denied)
        }
    }
}

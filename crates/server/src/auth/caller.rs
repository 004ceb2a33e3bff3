//! From a login whose owner was shown to be at the other end, to what that caller may do here.

use std::net::IpAddr;

use api::{
    AclSet, Caller, Flag, Host, Rank, Result, UserName,
    caller::Proof,
    records::{Login, LoginKind, ResellerRecord, Service, TokenKind, Tx},
};
use functions::domain::{forced, resellers};

use super::{Attempt, Refusal};

/// Whether a service is opened by tokens of that kind.
pub(super) fn admits(service: Service, kind: TokenKind) -> bool {
    matches!((service, kind), (Service::Whm, TokenKind::Whm) | (Service::Cpanel, TokenKind::Cpanel))
}

/// Where a caller comes in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entrance {
    /// The service.
    pub(super) service: Service,
    /// The other end.
    pub(super) source: IpAddr,
    /// Whether it is encrypted.
    pub(super) secure: bool,
}

impl Entrance {
    /// That of a request.
    pub(super) fn of(attempt: &Attempt<'_>) -> Self {
        let Attempt { door, source, .. } = *attempt;
        Self { service: door.service, source, secure: door.secure }
    }
}

/// The caller, if the service is open to that login. Where somebody else opened the session for the
/// user, it is open while the user's own logins are refused too: staff must be able to help.
pub(super) fn of(
    (tx, host): (&dyn Tx, &Host),
    entrance: Entrance,
    login: Login,
    proof: Proof,
    made_by: Option<&UserName>,
) -> Result<Caller, Refusal> {
    if made_by.is_none() && (login.locked.0 || is_suspended(tx, &login)?) {
        return Err(Refusal::Denied);
    }
    let (rank, acls) = standing(tx, &login, entrance.service)?.ok_or(Refusal::Denied)?;
    let is_token = matches!(proof, Proof::Token(_));
    let is_held = !is_token || host.settings.forced_change_blocks_tokens;
    let must_change = is_held && forced::is_pending(tx, login.kind, &login.name)?;
    Ok(Caller {
        user: login.name,
        rank,
        service: entrance.service,
        owner_acls: acls,
        acls,
        proof,
        source: Some(entrance.source),
        secure: entrance.secure,
        must_change,
    })
}

/// The level and the privileges of a login at a service; none where it has no business there.
fn standing(tx: &dyn Tx, login: &Login, service: Service) -> Result<Option<(Rank, AclSet)>> {
    match service {
        Service::Whm if login.kind == LoginKind::Root => Ok(Some((Rank::Root, AclSet::all()))),
        Service::Whm => {
            let reseller: Option<ResellerRecord> = tx.find(&[(&login.name).into()])?;
            let is_open = reseller.is_some_and(|reseller| !reseller.suspended.0);
            let acls = resellers::acls(tx, &login.name)?;
            Ok(is_open.then_some((Rank::Reseller, acls)))
        }
        Service::Cpanel => {
            let is_account = login.kind == LoginKind::Account;
            Ok(is_account.then_some((Rank::Account, AclSet::default())))
        }
        // Mailboxes have logins of their own.
        Service::Webmail => Ok(None),
    }
}

/// Whether the login is an account's that is suspended.
fn is_suspended(tx: &dyn Tx, login: &Login) -> Result<bool> {
    if login.kind != LoginKind::Account {
        return Ok(false);
    }
    let account: Option<Suspension> = tx.find(&[(&login.name).into()])?;
    Ok(account.is_some_and(|account| account.suspended.0))
}

/// Whether an account is suspended.
#[derive(Debug, api::Record)]
#[record(table = "accounts", key = "name")]
struct Suspension {
    suspended: Flag,
}

//! Who calls: credentials of a request against the store, sessions opened and ended, failed logins
//! counted.

mod caller;
mod cookie;
mod known;
mod mailbox;
mod offer;
mod throttle;
mod verdicts;

use std::{
    net::IpAddr,
    sync::{Mutex, PoisonError},
};

use api::{
    Caller, Error, Host, Kind, Result, Secret, UserName,
    caller::Proof,
    records::{Login, SessionState, TokenKind},
};
use functions::domain::{
    passwords,
    sessions::{self, Opening},
    tokens,
};
use http::HeaderMap;

pub(crate) use self::known::known;
use self::{
    caller::Entrance,
    offer::Offer,
    throttle::{Standing, Throttle},
    verdicts::Verdicts,
};
use crate::{Server, http::Door};

/// What is kept between requests: verdicts on passwords, failed logins.
pub struct Auth {
    verdicts: Verdicts,
    throttle: Throttle,
    /// Passwords are checked one after another: hashing has one thread anyway, those that wait
    /// learn from the verdict of the one before, and none slips by the count of failures.
    turn: Mutex<()>,
}

/// A request's part that tells who sends it.
#[derive(Clone, Copy)]
pub struct Attempt<'a> {
    /// The listener that it came to.
    pub door: Door,
    /// The other end.
    pub source: IpAddr,
    /// Its headers.
    pub headers: &'a HeaderMap,
    /// The digits of `/cpsess…` before its path, where they are there.
    pub path_token: Option<&'a str>,
}

/// Why nobody is let in. What callers are told does not differ between a wrong user, a wrong
/// password and a locked one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// There are no credentials.
    Missing,
    /// They are wrong, or not valid here.
    Denied,
    /// A session's cookie without the `/cpsess…` that belongs to it.
    TokenDenied,
    /// Too much is asked at once.
    Busy,
    /// The store does not answer, or cannot be written.
    Away,
}

/// A session that was just opened.
pub struct NewSession {
    /// The whole `Set-Cookie` header.
    pub cookie: String,
    /// Its path prefix: `/cpsess…`.
    pub prefix: String,
    /// Whose it is.
    pub user: UserName,
}

impl Auth {
    /// With a key of its own for the verdicts.
    pub fn new(host: &Host) -> Result<Self> {
        let mut key = [0; 32];
        host.random.fill(&mut key)?;
        let (verdicts, throttle) = (Verdicts::new(key), Throttle::default());
        Ok(Self { verdicts, throttle, turn: Mutex::new(()) })
    }

    /// Counts a failure; what was right from there is checked again.
    fn failed(&self, host: &Host, user: &UserName, source: IpAddr) -> Result<()> {
        self.verdicts.forget(user, source);
        self.throttle.failed(host, user, source)
    }
}

/// What went wrong at our side is logged, and the other end may try again; all else is wrong
/// credentials.
impl From<Error> for Refusal {
    fn from(problem: Error) -> Self {
        if problem.kind() == Kind::Busy {
            return Self::Busy;
        }
        tracing::error!(%problem, cause = ?problem, "nobody can be identified");
        Self::Away
    }
}

/// Whether [`identify`] would hash a password, and so must run as a login.
pub fn is_slow(server: &Server, attempt: &Attempt<'_>) -> bool {
    let Offer::Password(user, password) = Offer::of(attempt.headers, attempt.door) else {
        return false;
    };
    let login = login(&server.host, &user).ok().flatten();
    !login.is_some_and(|login| server.auth.verdicts.holds(&login, attempt.source, &password))
}

/// Who sends the request.
pub fn identify(server: &Server, attempt: &Attempt<'_>) -> Result<Caller, Refusal> {
    match Offer::of(attempt.headers, attempt.door) {
        Offer::None => Err(Refusal::Missing),
        Offer::Unusable => Err(Refusal::Denied),
        Offer::Password(user, password) => {
            let login = check_password(server, attempt.source, &user, &password)?;
            let tx = server.host.store.read()?;
            caller::of((&*tx, &server.host), Entrance::of(attempt), login, Proof::Password, None)
        }
        Offer::WhmToken(user, token) => by_token(server, attempt, TokenKind::Whm, &user, &token),
        Offer::CpanelToken(user, token) => {
            by_token(server, attempt, TokenKind::Cpanel, &user, &token)
        }
        Offer::Session(id) => by_session(server, attempt, &id),
    }
}

/// Opens a session for who knows the password.
pub fn log_in(
    server: &Server,
    door: Door,
    source: IpAddr,
    user: &str,
    password: &Secret,
) -> Result<NewSession, Refusal> {
    if user.contains('@') {
        return mailbox::log_in(server, door, source, user, password);
    }
    let user: UserName = user.parse().map_err(|_| Refusal::Denied)?;
    let login = check_password(server, source, &user, password)?;
    let attempt = Attempt { door, source, headers: &HeaderMap::new(), path_token: None };
    let generation = login.generation;
    let tx = server.host.store.read()?;
    caller::of((&*tx, &server.host), Entrance::of(&attempt), login, Proof::Password, None)?;
    drop(tx);
    let opening = Opening {
        service: door.service,
        user: &user,
        generation,
        made_by: None,
        state: SessionState::Open,
        path_token: None,
    };
    let tx = server.host.store.write_relaxed()?;
    let session = sessions::open(&*tx, &server.host, &opening)?;
    tx.commit()?;
    Ok(opened(door, &session, user))
}

/// Opens the session of a one-time URL: its `session` parameter and the digits of its `/cpsess…`.
pub fn redeem(
    server: &Server,
    door: Door,
    session: &str,
    path_token: &str,
) -> Result<NewSession, Refusal> {
    let host = &server.host;
    // So that it opens nothing a second time, whatever happens.
    let tx = host.store.write()?;
    let redeemed =
        sessions::redeem(&*tx, host, door.service, session, path_token, host.clock.now())?;
    let (record, session) = redeemed.ok_or(Refusal::Denied)?;
    tx.commit()?;
    Ok(opened(door, &session, record.user_name))
}

/// Ends the caller's session; gives the `Set-Cookie` header that makes the browser forget it.
pub fn log_out(server: &Server, door: Door, caller: &Caller) -> String {
    if let Some(digest) = caller.session()
        && let Err(problem) = end(&server.host, digest)
    {
        tracing::error!(%problem, "a session could not be ended");
    }
    cookie::forget(door)
}

/// Sets the password that its owner chose, who shows to know the present one. Wrong guesses at that
/// are counted like failed logins.
pub fn change_password(
    server: &Server,
    caller: &Caller,
    source: IpAddr,
    current: &Secret,
    new: &Secret,
) -> Result<()> {
    let (host, auth) = (&server.host, &server.auth);
    let _turn = auth.turn.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(address) = caller.mailbox() {
        return mailbox::change_password(server, (caller, address), source, current, new);
    }
    if Throttle::standing(host, &caller.user, source)? != Standing::Free {
        // Who is held is told the same as who is wrong, after the same work.
        host.passwords.verify(current, None)?;
        return Err(passwords::wrong_present());
    }
    let keep = match &caller.proof {
        Proof::Session(digest) => Some(digest.as_str()),
        _ => None,
    };
    let changed = passwords::change_by_owner(host, &caller.user, current, new, keep);
    if changed.as_ref().is_err_and(|problem| problem.kind() == Kind::Denied) {
        auth.failed(host, &caller.user, source)?;
    }
    changed.map(drop)
}

fn end(host: &Host, digest: &str) -> Result<()> {
    let tx = host.store.write()?;
    sessions::end(&*tx, digest)?;
    tx.commit()
}

fn opened(door: Door, session: &sessions::NewSession, user: UserName) -> NewSession {
    let prefix = format!("/cpsess{}", session.path_token);
    NewSession { cookie: cookie::set(door, &session.id), prefix, user }
}

fn login(host: &Host, user: &UserName) -> Result<Option<Login>> {
    host.store.read()?.find(&[user.into()])
}

/// The login of that user, if that is the password. A user who is not there, a wrong password and a
/// user who is held take the same work and give the same answer.
fn check_password(
    server: &Server,
    source: IpAddr,
    user: &UserName,
    password: &Secret,
) -> Result<Login, Refusal> {
    let (host, auth) = (&server.host, &server.auth);
    let holds = |login: &&Login| auth.verdicts.holds(login, source, password);
    let found = login(host, user)?;
    if let Some(login) = found.as_ref().filter(holds) {
        return Ok(login.clone());
    }
    let turn = auth.turn.lock().unwrap_or_else(PoisonError::into_inner);
    let found = login(host, user)?;
    if let Some(login) = found.as_ref().filter(holds) {
        return Ok(login.clone());
    }
    let standing = Throttle::standing(host, user, source)?;
    if standing == Standing::SourceHeld {
        return Err(Refusal::Denied);
    }
    let usable = found.as_ref().filter(|_| standing == Standing::Free);
    let hash = usable.map(|login| login.password.as_str());
    match (host.passwords.verify(password, hash)?, found) {
        (true, Some(login)) => {
            auth.throttle.succeeded(host, user, source)?;
            auth.verdicts.note(&login, source, password);
            drop(turn);
            renew_hash(host, &login, password);
            Ok(login)
        }
        _ => {
            if standing == Standing::Free {
                auth.failed(host, user, source)?;
            }
            Err(Refusal::Denied)
        }
    }
}

/// The login is good whether or not its hash can be brought up to date now.
fn renew_hash(host: &Host, login: &Login, password: &Secret) {
    if let Err(problem) = passwords::renew_hash(host, login, password) {
        let user = login.name.as_str();
        tracing::warn!(user, %problem, cause = ?problem, "an old password hash stays");
    }
}

fn by_token(
    server: &Server,
    attempt: &Attempt<'_>,
    kind: TokenKind,
    user: &UserName,
    token: &Secret,
) -> Result<Caller, Refusal> {
    let host = &server.host;
    if !caller::admits(attempt.door.service, kind) {
        return Err(Refusal::Denied);
    }
    let tx = host.store.read()?;
    let found = tokens::find(&*tx, host, kind, user, token.reveal(), host.clock.now())?;
    let found = found.ok_or(Refusal::Denied)?;
    let login: Option<Login> = tx.find(&[user.into()])?;
    if !found.sources.admit(Some(attempt.source)) {
        return Err(Refusal::Denied);
    }
    let login = login.ok_or(Refusal::Denied)?;
    let proof = Proof::Token(found.record.name.clone());
    let mut caller = caller::of((&*tx, host), Entrance::of(attempt), login, proof, None)?;
    if let Some(limit) = found.limit {
        caller.acls = caller.owner_acls.intersect(limit);
    }
    Ok(caller)
}

fn by_session(server: &Server, attempt: &Attempt<'_>, id: &Secret) -> Result<Caller, Refusal> {
    let host = &server.host;
    let path_token = attempt.path_token.ok_or(Refusal::TokenDenied)?;
    let tx = host.store.read()?;
    let now = host.clock.now();
    let found = sessions::find(&*tx, host, attempt.door.service, id.reveal(), path_token, now)?;
    let session = found.ok_or(Refusal::TokenDenied)?;
    if let Some(address) = &session.mailbox {
        let caller = mailbox::caller(&*tx, attempt, address, &session)?;
        drop(tx);
        sessions::touch(host, &session, now)?;
        return Ok(caller);
    }
    let login: Option<Login> = tx.find(&[(&session.user_name).into()])?;
    let proof = Proof::Session(session.digest.clone());
    let made_by = session.made_by.as_ref();
    let login = login.ok_or(Refusal::Denied)?;
    let caller = caller::of((&*tx, host), Entrance::of(attempt), login, proof, made_by)?;
    drop(tx);
    sessions::touch(host, &session, now)?;
    Ok(caller)
}

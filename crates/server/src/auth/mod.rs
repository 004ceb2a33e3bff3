//! Who calls: credentials of a request against the store, sessions opened and ended, failed logins
//! counted.

use std::net::IpAddr;

use api::{Caller, Secret, UserName};
use http::HeaderMap;

use crate::{Server, http::Door};

/// What is kept between requests: verdicts on passwords, failed logins.
#[derive(Default)]
pub struct Auth {}

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
    /// Too many logins at once.
    Busy,
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

/// Whether [`identify`] would hash a password, and so must run as a login.
pub fn is_slow(server: &Server, attempt: &Attempt<'_>) -> bool {
    let _ = (server, attempt);
    todo!()
}

/// Who sends the request.
pub fn identify(server: &Server, attempt: &Attempt<'_>) -> Result<Caller, Refusal> {
    let _ = (server, attempt);
    todo!()
}

/// Opens a session for who knows the password.
pub fn log_in(
    server: &Server,
    door: Door,
    source: IpAddr,
    user: &str,
    password: &Secret,
) -> Result<NewSession, Refusal> {
    let _ = (server, door, source, user, password);
    todo!()
}

/// Opens the session of a one-time URL: its `session` parameter and the digits of its `/cpsess…`.
pub fn redeem(
    server: &Server,
    door: Door,
    session: &str,
    path_token: &str,
) -> Result<NewSession, Refusal> {
    let _ = (server, door, session, path_token);
    todo!()
}

/// Ends the caller's session; gives the `Set-Cookie` header that makes the browser forget it.
pub fn log_out(server: &Server, door: Door, caller: &Caller) -> String {
    let _ = (server, door, caller);
    todo!()
}

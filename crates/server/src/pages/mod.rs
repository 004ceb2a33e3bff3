//! The web pages: what a person sees and fills in. They call functions as every caller does; none
//! reads the store or the machine.

use std::sync::Arc;

use api::{Caller, Form};
use http::Method;

use crate::{Server, http::Door};

/// A request for a page by somebody who is logged in by a session.
pub struct Visit<'a> {
    /// What everything reaches.
    pub server: &'a Arc<Server>,
    /// The listener.
    pub door: Door,
    /// Who it is.
    pub caller: &'a Caller,
    /// What every path begins with: `/cpsess…`.
    pub prefix: &'a str,
    /// GET or POST; a POST has passed the check of its origin.
    pub method: Method,
    /// The path after the prefix, decoded: `/accounts`.
    pub path: &'a str,
    /// Query and body.
    pub form: &'a Form,
}

/// What a page answers.
#[derive(Debug, PartialEq, Eq)]
pub enum Page {
    /// HTML with a status.
    Html(u16, String),
    /// Go there with a GET; a path that begins with the prefix.
    SeeOther(String),
}

/// The page of a visit. It blocks: run it on the pool.
pub fn visit(visit: &Visit<'_>) -> Page {
    let _ = visit;
    todo!()
}

/// The login page of a listener. `message` is what went wrong before, `goto` where to go after.
pub fn login(door: Door, message: Option<&str>, user: &str, goto: &str) -> Page {
    let _ = (door, message, user, goto);
    todo!()
}

/// A page that says one thing: not found, too busy, logged out.
pub fn plain(status: u16, title: &str, message: &str) -> Page {
    let _ = (status, title, message);
    todo!()
}

/// A file that pages refer to as `/assets/NAME`: its `Content-Type` and its bytes. Anybody may read
/// them.
pub fn asset(name: &str) -> Option<(&'static str, &'static [u8])> {
    let _ = name;
    todo!()
}

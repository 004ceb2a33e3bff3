//! The front over HTTP: connections, requests and their forms, routes, answers.
//!
//! A request comes in through [`listen::serve`], is taken apart in `request`, sent to its place by `route`
//! and answered by `calls`, `login` or `page`; `headers` dresses what goes out.

mod body;
mod calls;
mod crowd;
mod exchange;
pub mod form;
mod headers;
mod line;
pub mod listen;
mod login;
mod origin;
mod page;
mod refuse;
mod request;
mod route;
mod short;
mod stream;
#[cfg(test)]
mod tests;
pub mod tls;
mod uapi;
mod who;

pub use self::crowd::Crowd;
pub(crate) use self::crowd::network;

use std::sync::Arc;

use api::records::Service;
use axum::{body::Body, response::Response};

use crate::Server;

/// A listener that requests come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    /// The service behind it.
    pub service: Service,
    /// Whether it speaks TLS.
    pub secure: bool,
}

impl Door {
    /// What figures and logs call it.
    fn label(self) -> &'static str {
        match (self.service, self.secure) {
            (Service::Whm, true) => "whm",
            (Service::Whm, false) => "whm-plain",
            (Service::Cpanel, true) => "cpanel",
            (Service::Cpanel, false) => "cpanel-plain",
            (Service::Webmail, true) => "webmail",
            (Service::Webmail, false) => "webmail-plain",
        }
    }
}

/// What every request of one listener reaches.
#[derive(Clone)]
struct Front {
    server: Arc<Server>,
    door: Door,
}

/// What goes back.
type Answer = Response<Body>;

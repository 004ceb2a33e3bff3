//! The front over HTTP: connections, requests and their forms, routes, answers.

use api::records::Service;

/// A listener that requests come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    /// The service behind it.
    pub service: Service,
    /// Whether it speaks TLS.
    pub secure: bool,
}

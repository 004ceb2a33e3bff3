//! The server: listeners, who calls, what they may do, formats, pages, the command line. It alone
//! knows HTTP, JSON text, XML and YAML; what a function does is `functions`', what a machine does
//! `adapters`'.

pub mod answer;
pub mod auth;
pub mod call;
pub mod cli;
pub mod config;
pub mod http;
pub mod logs;
mod machine;
pub mod metrics;
pub mod pages;
pub mod run;

use std::sync::Arc;

use api::Host;

pub use crate::machine::Machine;
use crate::{
    auth::Auth,
    call::{Pool, Relays},
    config::Config,
    http::Crowd,
};

/// What every request reaches.
pub struct Server {
    /// What functions reach.
    pub host: Arc<Host>,
    /// What all of it stands on.
    pub machine: Machine,
    /// What the operator set.
    pub config: Config,
    /// Who calls.
    pub auth: Auth,
    /// Where calls run.
    pub pool: Pool,
    /// Who is connected.
    pub crowd: Arc<Crowd>,
    /// Calls between hosts.
    pub relays: Relays,
}

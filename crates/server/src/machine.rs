//! The machine that the server stands on, if any.

use std::sync::Arc;

use adapters::{embedded, system::host::Apache};

/// The machine that the server stands on, for what is no port: listeners, and what sites sent.
pub enum Machine {
    /// The sandbox's, which answers by listeners of this process.
    Own(Arc<embedded::Machine>),
    /// A real one, whose web server counts in its logs.
    Real(Arc<Apache>),
    /// None: those of the accounts are driven by workers on many hosts.
    Elsewhere,
}

impl Machine {
    /// The sandbox's, where it is that.
    pub fn own(&self) -> Option<&Arc<embedded::Machine>> {
        match self {
            Self::Own(machine) => Some(machine),
            Self::Real(_) | Self::Elsewhere => None,
        }
    }

    /// The web server of a real one, where it is that.
    pub fn web_server(&self) -> Option<&Arc<Apache>> {
        match self {
            Self::Own(_) | Self::Elsewhere => None,
            Self::Real(apache) => Some(apache),
        }
    }
}

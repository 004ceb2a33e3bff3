//! The machine that the server stands on.

use std::sync::Arc;

use adapters::{embedded, system::host::Apache};

/// The machine that the server stands on, for what is no port: listeners, and what sites sent.
pub enum Machine {
    /// The sandbox's, which answers by listeners of this process.
    Own(Arc<embedded::Machine>),
    /// A real one, whose web server counts in its logs.
    Real(Arc<Apache>),
}

impl Machine {
    /// The sandbox's, where it is that.
    pub fn own(&self) -> Option<&Arc<embedded::Machine>> {
        match self {
            Self::Own(machine) => Some(machine),
            Self::Real(_) => None,
        }
    }

    /// The web server of a real one, where it is that.
    pub fn web_server(&self) -> Option<&Arc<Apache>> {
        match self {
            Self::Own(_) => None,
            Self::Real(apache) => Some(apache),
        }
    }
}

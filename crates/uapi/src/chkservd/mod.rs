//! The module `Chkservd` of UAPI: a file a function.

pub mod get_exim_ports;
pub mod get_exim_ports_ssl;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Chkservd",
    functions: &[
        Entry::of::<get_exim_ports::GetEximPorts>(),
        Entry::of::<get_exim_ports_ssl::GetEximPortsSsl>(),
    ],
};

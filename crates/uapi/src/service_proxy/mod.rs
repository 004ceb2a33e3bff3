//! The module `ServiceProxy` of UAPI: a file a function.

pub mod get_service_proxy_backends;
pub mod set_service_proxy_backends;
pub mod unset_all_service_proxy_backends;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "ServiceProxy",
    functions: &[
        Entry::of::<get_service_proxy_backends::GetServiceProxyBackends>(),
        Entry::of::<set_service_proxy_backends::SetServiceProxyBackends>(),
        Entry::of::<unset_all_service_proxy_backends::UnsetAllServiceProxyBackends>(),
    ],
};

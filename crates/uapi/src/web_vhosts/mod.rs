//! The module `WebVhosts` of UAPI: a file a function.

pub mod list_domains;
pub mod list_ssl_capable_domains;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "WebVhosts",
    functions: &[
        Entry::of::<list_domains::ListDomains>(),
        Entry::of::<list_ssl_capable_domains::ListSslCapableDomains>(),
    ],
};

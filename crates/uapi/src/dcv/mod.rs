//! The module `DCV` of UAPI: a file a function.

pub mod check_domains_via_dns;
pub mod check_domains_via_http;
pub mod ensure_domains_can_pass_dcv;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "DCV",
    functions: &[
        Entry::of::<check_domains_via_dns::CheckDomainsViaDns>(),
        Entry::of::<check_domains_via_http::CheckDomainsViaHttp>(),
        Entry::of::<ensure_domains_can_pass_dcv::EnsureDomainsCanPassDcv>(),
    ],
};

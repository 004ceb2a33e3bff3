//! The module `DomainInfo` of UAPI: a file a function.

pub mod domains_data;
pub mod list_domains;
pub mod main_domain_builtin_subdomain_aliases;
pub mod primary_domain;
pub mod single_domain_data;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "DomainInfo",
    functions: &[
        Entry::of::<domains_data::DomainsData>(),
        Entry::of::<list_domains::ListDomains>(),
        Entry::of::<main_domain_builtin_subdomain_aliases::MainDomainBuiltinSubdomainAliases>(),
        Entry::of::<primary_domain::PrimaryDomain>(),
        Entry::of::<single_domain_data::SingleDomainData>(),
    ],
};

//! The module `DomainInfo` of UAPI: a file a function.

pub mod domains_data;
pub mod entry;
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

#[cfg(test)]
mod tests {
    use uapi::testing::{Calls as _, World};

    /// An account with a domain of each kind.
    pub(super) fn world() -> World {
        let world = World::new().account("alice", "root").account("bob", "root").with_account(
            "alice",
            |account| {
                account.max_addons = api::Limit::of(1);
                account.max_parked = api::Limit::of(1);
            },
        );
        let form = [("newdomain", "shop.example"), ("subdomain", "shop")];
        world.uapi("alice", "AddonDomain", "addaddondomain", &form).unwrap();
        world.uapi("alice", "Park", "park", &[("domain", "alias.example")]).unwrap();
        let form = [("domain", "*"), ("rootdomain", "alice.test")];
        world.uapi("alice", "SubDomain", "addsubdomain", &form).unwrap();
        world
    }
}

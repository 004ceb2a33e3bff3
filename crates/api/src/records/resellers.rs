//! Resellers: who is one, what they may do and have, and how they are reached.

use crate::{Acl, DomainName, Flag, Limit, PackageName, Record, UserName};

/// A reseller.
#[derive(Debug, Clone, Record)]
#[record(table = "resellers", key = "name")]
pub struct ResellerRecord {
    /// The user.
    pub name: UserName,
    /// Whether the reseller is suspended.
    pub suspended: Flag,
}

/// A privilege of a reseller.
#[derive(Debug, Clone, Record)]
#[record(table = "reseller_acls", key = "name,acl")]
pub struct ResellerAcl {
    /// The reseller.
    pub name: UserName,
    /// The privilege.
    pub acl: Acl,
}

/// What a reseller may have; one without a row has no limits. Amounts are in MiB, of bandwidth MiB
/// a month.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "reseller_limits", key = "name")]
pub struct ResellerLimits {
    /// The reseller.
    pub name: UserName,
    /// How many accounts they may own.
    pub accounts: Limit,
    /// Whether the limits of disk space and bandwidth count.
    pub has_resources: Flag,
    /// The disk space of all their accounts.
    pub disk: Limit,
    /// The bandwidth of all their accounts.
    pub bandwidth: Limit,
    /// Whether they may give away more disk space than that, until that much is used.
    pub oversells_disk: Flag,
    /// Whether they may give away more bandwidth than that, until that much is used.
    pub oversells_bandwidth: Flag,
    /// Whether they may use no packages but those that are open to them.
    pub only_open_packages: Flag,
    /// Whether the numbers of accounts on packages count.
    pub counts_packages: Flag,
}

/// What a reseller may do with a package.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "reseller_packages", key = "name,package")]
pub struct ResellerPackage {
    /// The reseller.
    pub name: UserName,
    /// The package.
    pub package: PackageName,
    /// Whether it is open to them; nothing is said where it is absent.
    pub open: Option<Flag>,
    /// How many of their accounts may be on it.
    pub accounts: Limit,
}

/// The addresses of a reseller's accounts.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "reseller_addresses", key = "name")]
pub struct ResellerAddresses {
    /// The reseller.
    pub name: UserName,
    /// The IPv4 address of accounts without one of their own; the server's where it is absent.
    pub shared: Option<String>,
    /// Whether the reseller is held to the addresses in [`ResellerAddress`].
    pub is_held: Flag,
}

/// An address that a reseller may give to accounts.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "reseller_ips", key = "name,ip")]
pub struct ResellerAddress {
    /// The reseller.
    pub name: UserName,
    /// The IPv4 address.
    pub ip: String,
}

/// A nameserver in the zones of a reseller's accounts.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "reseller_nameservers", key = "name,place")]
pub struct ResellerNameserver {
    /// The reseller.
    pub name: UserName,
    /// Its place among them, from 0.
    pub place: u32,
    /// The nameserver.
    pub nameserver: DomainName,
}

/// A saved list of privileges.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "acl_lists", key = "name")]
pub struct AclList {
    /// Its name.
    pub name: String,
}

/// A privilege on a saved list.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "acl_list_acls", key = "list,acl")]
pub struct AclListAcl {
    /// The list.
    pub list: String,
    /// The privilege.
    pub acl: Acl,
}

/// How the customers of a user of WHM reach them.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "public_contacts", key = "user_name")]
pub struct PublicContact {
    /// The user.
    pub user_name: UserName,
    /// The name that customers know.
    pub name: String,
    /// The URL where they find help; empty where there is none.
    pub url: String,
}

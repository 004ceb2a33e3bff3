//! The other servers of a DNS cluster.

use std::net::IpAddr;

use crate::{Result, UserName};

/// The servers that users of this one have joined into a DNS cluster, each user into one of its own.
pub trait DnsCluster: Send + Sync {
    /// Whether a member would take zones from us: asks it whether it knows the token that we have
    /// for it, and whether that token may act on its DNS. Nothing where `owner` has no member at
    /// that address; an error where the member cannot be asked.
    fn takes_from_us(&self, owner: &UserName, member: IpAddr) -> Result<Option<bool>>;
}

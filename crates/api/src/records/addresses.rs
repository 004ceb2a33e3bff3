//! The addresses of the server: the pool, what they are outside, the ranges of IPv6.

use std::net::Ipv4Addr;

use crate::{Flag, Record, UserName};

/// An IPv4 address of the server besides its main one.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "addresses", key = "number")]
pub struct PoolAddress {
    /// The address as a number, by which addresses are in order.
    pub number: u32,
    /// How many bits of it are the network's.
    pub prefix: u8,
}

impl PoolAddress {
    /// The address.
    pub fn ip(&self) -> Ipv4Addr {
        self.number.into()
    }
}

/// What a local IPv4 address is outside, where that is another one.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "public_addresses", key = "local")]
pub struct PublicAddress {
    /// The address on this server.
    pub local: String,
    /// The address that others reach it by.
    pub public: String,
}

/// The name that an address of this server was found to lead back to.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "reverse_names", key = "ip")]
pub struct ReverseName {
    /// The address on this server; the name is that of its public address.
    pub ip: String,
    /// The name, without a final dot.
    pub name: String,
}

/// A range of IPv6 addresses for accounts.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "ipv6_ranges", key = "name")]
pub struct Ipv6Range {
    /// Its name.
    pub name: String,
    /// The network, such as `2001:db8::/64`.
    pub network: String,
    /// Whether accounts may get addresses of it.
    pub enabled: Flag,
    /// What it is for.
    pub note: String,
    /// Who added it.
    pub owner: UserName,
    /// The address that was given last, with all its digits; empty where none was.
    pub recent: String,
}

/// The IPv6 address of an account.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "ipv6_addresses", key = "account")]
pub struct Ipv6Address {
    /// The account.
    pub account: UserName,
    /// The range that it is of.
    pub range: String,
    /// The address with all its digits, so that text is in the order of numbers.
    pub ip: String,
}

/// An IPv6 address that an account had and that no account has now.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "ipv6_reclaimed", key = "ip")]
pub struct ReclaimedAddress {
    /// The address with all its digits.
    pub ip: String,
    /// The range that it is of.
    pub range: String,
}

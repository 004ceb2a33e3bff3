//! IP Addresses: a file a function.

pub mod addip;
pub mod addips;
pub mod delip;
pub mod get_public_ip;
pub mod get_shared_ip;
pub mod ipv6_disable_account;
pub mod ipv6_enable_account;
pub mod ipv6_range_add;
pub mod ipv6_range_edit;
pub mod ipv6_range_list;
pub mod ipv6_range_remove;
pub mod ipv6_range_usage;
pub mod listips;
pub mod nat_checkip;
pub mod nat_set_public_ip;
pub mod setsiteip;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "IP Addresses",
    functions: &[
        Entry::of::<addips::Addips>(),
        Entry::of::<delip::Delip>(),
        Entry::of::<get_public_ip::GetPublicIp>(),
        Entry::of::<get_shared_ip::GetSharedIp>(),
        Entry::of::<ipv6_disable_account::Ipv6DisableAccount>(),
        Entry::of::<ipv6_enable_account::Ipv6EnableAccount>(),
        Entry::of::<ipv6_range_add::Ipv6RangeAdd>(),
        Entry::of::<ipv6_range_edit::Ipv6RangeEdit>(),
        Entry::of::<ipv6_range_list::Ipv6RangeList>(),
        Entry::of::<ipv6_range_remove::Ipv6RangeRemove>(),
        Entry::of::<ipv6_range_usage::Ipv6RangeUsage>(),
        Entry::of::<listips::Listips>(),
        Entry::of::<nat_checkip::NatCheckip>(),
        Entry::of::<nat_set_public_ip::NatSetPublicIp>(),
        Entry::of::<setsiteip::Setsiteip>(),
        Entry::of::<addip::Addip>(),
    ],
};

//! The module `Quota` of UAPI: a file a function.

pub mod get_local_quota_info;
pub mod get_quota_info;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Quota",
    functions: &[
        Entry::of::<get_local_quota_info::GetLocalQuotaInfo>(),
        Entry::of::<get_quota_info::GetQuotaInfo>(),
    ],
};

//! The module `EmailAuth` of UAPI: a file a function.

pub mod apply_dmarc;
pub mod disable_dkim;
pub mod enable_dkim;
pub mod ensure_dkim_keys_exist;
pub mod fetch_dkim_private_keys;
pub mod install_dkim_private_keys;
pub mod install_spf_records;
pub mod remove_dmarc;
pub mod validate_current_dkims;
pub mod validate_current_dmarcs;
pub mod validate_current_ptrs;
pub mod validate_current_spfs;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "EmailAuth",
    functions: &[
        Entry::of::<apply_dmarc::ApplyDmarc>(),
        Entry::of::<disable_dkim::DisableDkim>(),
        Entry::of::<enable_dkim::EnableDkim>(),
        Entry::of::<ensure_dkim_keys_exist::EnsureDkimKeysExist>(),
        Entry::of::<fetch_dkim_private_keys::FetchDkimPrivateKeys>(),
        Entry::of::<install_dkim_private_keys::InstallDkimPrivateKeys>(),
        Entry::of::<install_spf_records::InstallSpfRecords>(),
        Entry::of::<remove_dmarc::RemoveDmarc>(),
        Entry::of::<validate_current_dkims::ValidateCurrentDkims>(),
        Entry::of::<validate_current_dmarcs::ValidateCurrentDmarcs>(),
        Entry::of::<validate_current_ptrs::ValidateCurrentPtrs>(),
        Entry::of::<validate_current_spfs::ValidateCurrentSpfs>(),
    ],
};

//! The module `GPG` of UAPI: a file a function.

pub mod delete_keypair;
pub mod export_public_key;
pub mod export_secret_key;
pub mod generate_key;
pub mod import_key;
pub mod list_public_keys;
pub mod list_secret_keys;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "GPG",
    functions: &[
        Entry::of::<delete_keypair::DeleteKeypair>(),
        Entry::of::<export_public_key::ExportPublicKey>(),
        Entry::of::<export_secret_key::ExportSecretKey>(),
        Entry::of::<generate_key::GenerateKey>(),
        Entry::of::<import_key::ImportKey>(),
        Entry::of::<list_public_keys::ListPublicKeys>(),
        Entry::of::<list_secret_keys::ListSecretKeys>(),
    ],
};

//! Secrets that must come back as they were: sealed for the store.

use crate::{Result, Secret};

/// Seals secrets with a key that the store does not have.
pub trait Vault: Send + Sync {
    /// Seals a secret; the purpose must be the same at opening.
    fn seal(&self, purpose: &str, secret: &Secret) -> Result<String>;
    /// Opens what was sealed.
    fn open(&self, purpose: &str, sealed: &str) -> Result<Secret>;
}

//! What calls that change one key answer.

use api::{DomainName, Flag, Output};

/// A key that was changed.
#[derive(Debug, Output)]
pub struct Changed {
    /// The zone.
    pub domain: DomainName,
    /// Empty: what fails is told as the call's error.
    pub error: &'static str,
    /// The key's number.
    pub key_id: String,
    /// That it was changed.
    pub success: Flag,
}

impl Changed {
    /// A key of a zone.
    pub fn new(domain: DomainName, key_id: u32) -> Self {
        Self { domain, error: "", key_id: key_id.to_string(), success: Flag(true) }
    }
}

/// A key that is new.
#[derive(Debug, Output)]
pub struct Added {
    /// The zone.
    pub domain: DomainName,
    /// Empty: what fails is told as the call's error.
    pub error: &'static str,
    /// The key's number.
    pub new_key_id: String,
    /// That it was added.
    pub success: Flag,
}

impl Added {
    /// A key of a zone.
    pub fn new(domain: DomainName, key_id: u32) -> Self {
        Self { domain, error: "", new_key_id: key_id.to_string(), success: Flag(true) }
    }
}

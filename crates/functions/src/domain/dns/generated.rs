//! The names that the server makes for every domain.

use api::{DomainName, zone::SERVICE_NAMES};

/// The names that a domain's zone begins with, with their final dot.
pub fn names(domain: &DomainName) -> Vec<String> {
    let below = ["www", "mail", "ftp"].iter().chain(SERVICE_NAMES);
    let below = below.map(|name| format!("{name}.{domain}."));
    std::iter::once(format!("{domain}.")).chain(below).collect()
}

//! The virtual host of a site's certificate: its names and its certificate alone, since what it serves is
//! found by name. A site without one has no virtual host: each costs Apache a millisecond and some 35 kB
//! at every reload, most of it for a context of OpenSSL's.

use super::Places;
use crate::{Layout, Name};

/// The virtual host of a certificate. It is named `ORDER@DOMAIN`: Apache takes the first that fits a
/// name, so that those of all names below one come after the others, and the nearest of them first.
pub(super) fn render(layout: &Layout, name: &Name) -> Result<String, String> {
    let rule = || "the site of a certificate is named by an order and a domain".to_owned();
    let (order, domain) = name.as_str().split_once('@').ok_or_else(rule)?;
    if order.len() != 3 || !order.chars().all(|c| c.is_ascii_digit()) || !is_host(domain) {
        return Err(rule());
    }
    let pem = Places::new(layout).config.join("tls").join(format!("{domain}.pem"));
    let pem = pem.display();
    let (server, alias) = match domain.strip_prefix("*.") {
        // No site that stands for all names below one has a name of its own.
        Some(below) => (format!("_wildcard_.{below}"), domain.to_owned()),
        None => (domain.to_owned(), format!("www.{domain}")),
    };
    // Whoever is killed between two files leaves one without the other.
    Ok(format!(
        "<IfFile \"{pem}\">\n\
         <VirtualHost ${{SITES_TLS}}>\n    \
             ServerName \"{server}\"\n    \
             ServerAlias \"{alias}\"\n    \
             SSLEngine on\n    \
             SSLCertificateFile \"{pem}\"\n\
         </VirtualHost>\n\
         </IfFile>\n"
    ))
}

/// Whether a name may be that of a site.
pub(super) fn is_host(domain: &str) -> bool {
    let rest = domain.strip_prefix("*.").unwrap_or(domain);
    !rest.is_empty() && !rest.contains(['@', '+', '*'])
}

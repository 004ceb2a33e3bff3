//! The site that visitors of an address are shown who name none: its certificate alone, since what it
//! serves is found by name.

use std::net::{IpAddr, Ipv6Addr};

use super::Places;
use crate::{Layout, Name};

/// The virtual host of an address. It is named `ADDRESS@DOMAIN`, with the address as
/// [`address_word`] writes it.
pub(super) fn render(layout: &Layout, name: &Name) -> Result<String, String> {
    let unreadable = || "a primary site is named by an address and a domain".to_owned();
    let (address, domain) = name.as_str().split_once('@').ok_or_else(unreadable)?;
    let address = read_address(address).ok_or_else(unreadable)?;
    let at = match address {
        IpAddr::V4(address) => format!("{address}:{}", layout.ports.web_tls),
        IpAddr::V6(address) => format!("[{address}]:{}", layout.ports.web_tls),
    };
    let config = Places::new(layout).config.display().to_string();
    Ok(format!(
        "Define SITES_TLS \"${{SITES_TLS}} {at}\"\n\
         <VirtualHost {at}>\n    \
             ServerName unknown.invalid\n    \
             SSLEngine on\n    \
             <IfFile \"{config}/tls/{domain}.pem\">\n        \
                 SSLCertificateFile \"{config}/tls/{domain}.pem\"\n    \
             </IfFile>\n    \
             <IfFile !\"{config}/tls/{domain}.pem\">\n        \
                 SSLCertificateFile \"{config}/own.pem\"\n        \
                 SSLCertificateKeyFile \"{config}/own.key\"\n    \
             </IfFile>\n\
         </VirtualHost>\n"
    ))
}

/// Reads an address as it stands in a name: with `-` where one of version 6 has `:`.
fn read_address(word: &str) -> Option<IpAddr> {
    let six = || word.replace('-', ":").parse::<Ipv6Addr>().ok().map(IpAddr::V6);
    word.parse().ok().or_else(six)
}

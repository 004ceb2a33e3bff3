//! Where things are: addresses and ranges of them, paths, URLs.

use std::{fmt, net::IpAddr, str::FromStr};

use ipnet::IpNet;

use crate::{
    Output, Sink,
    form::{Param, Type, one},
    values::text,
};

impl Param for IpAddr {
    const TYPE: Type = Type::Ip;
    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = one(texts)?;
        text.parse().map_err(|_| format!("“{}” is not an IP address", text::shown(text)))
    }
}

impl Output for IpAddr {
    const TYPE: Type = Type::Ip;
    fn put(&self, sink: &mut dyn Sink) {
        sink.text(&self.to_string());
    }
}

/// Addresses of one kind from a first to a last one; written as one address, as a network
/// (`192.0.2.0/24`), or as its two ends (`192.0.2.1-192.0.2.9`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressRange {
    first: IpAddr,
    last: IpAddr,
    text: String,
}

impl AddressRange {
    /// Its first address.
    pub fn first(&self) -> IpAddr {
        self.first
    }

    /// Its last address.
    pub fn last(&self) -> IpAddr {
        self.last
    }

    /// Whether it has this address.
    pub fn holds(&self, address: IpAddr) -> bool {
        self.first.is_ipv4() == address.is_ipv4() && (self.first..=self.last).contains(&address)
    }
}

impl FromStr for AddressRange {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let (first, last) = ends(text).ok_or_else(|| {
            format!(
                "“{}” is neither an IP address, nor a network such as 192.0.2.0/24, \
                 nor a range such as 192.0.2.1-192.0.2.9",
                text::shown(text)
            )
        })?;
        Ok(Self { first, last, text: text.to_owned() })
    }
}

fn ends(text: &str) -> Option<(IpAddr, IpAddr)> {
    if let Ok(network) = text.parse::<IpNet>() {
        let last = match network {
            IpNet::V4(network) => network.broadcast().into(),
            IpNet::V6(network) => network.broadcast().into(),
        };
        return Some((network.network(), last));
    }
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let ends: (IpAddr, IpAddr) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    Some(ends).filter(|(first, last)| first.is_ipv4() == last.is_ipv4() && first <= last)
}

impl fmt::Display for AddressRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Param for AddressRange {
    const TYPE: Type = Type::Ip;
    fn read(texts: &[&str]) -> Result<Self, String> {
        one(texts)?.parse()
    }
}

/// A path, absolute or not, that never climbs; empty where none is set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FilePath(String);

impl FilePath {
    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for FilePath {
    /// For defaults in a definition; what is no such path becomes none.
    fn from(text: &str) -> Self {
        text.parse().unwrap_or_default()
    }
}

impl FromStr for FilePath {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        text::check(text)?;
        if text.len() > 4096 {
            return Err("is longer than 4096 bytes".to_owned());
        }
        if text.split('/').any(|part| part == "..") {
            return Err(format!("“{}” climbs with “..”", text::shown(text)));
        }
        Ok(Self(text.to_owned()))
    }
}

impl Param for FilePath {
    const TYPE: Type = Type::Path;
    fn read(texts: &[&str]) -> Result<Self, String> {
        one(texts)?.parse()
    }
}

/// An `http` or `https` URL; empty where none is set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Url(String);

impl Url {
    /// The URL as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Url {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        text::check(text)?;
        let rest = ["http://", "https://"].iter().find_map(|scheme| {
            let start = text.get(..scheme.len())?;
            start.eq_ignore_ascii_case(scheme).then(|| text.get(scheme.len()..)).flatten()
        });
        let named = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with(['/', '?', '#']));
        if text.is_empty() || (named && !text.contains(char::is_whitespace)) {
            return Ok(Self(text.to_owned()));
        }
        Err(format!("“{}” is not an http or https URL", text::shown(text)))
    }
}

impl Param for Url {
    const TYPE: Type = Type::Url;
    fn read(texts: &[&str]) -> Result<Self, String> {
        one(texts)?.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_an_address_a_network_or_two_ends() {
        let range = |text: &str| text.parse::<AddressRange>().unwrap();
        assert!(range("192.0.2.7").holds("192.0.2.7".parse().unwrap()));
        assert_eq!(range("192.0.2.9/24").last(), "192.0.2.255".parse::<IpAddr>().unwrap());
        assert!(range("2001:db8::1-2001:db8::9").holds("2001:db8::5".parse().unwrap()));
        assert!(!range("0.0.0.0/0").holds("::1".parse().unwrap()));
        for bad in ["", "a", "192.0.2.9-192.0.2.1", "192.0.2.1-::1", "192.0.2.0/33"] {
            assert!(bad.parse::<AddressRange>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_path_never_climbs() {
        assert!("a/b..c".parse::<FilePath>().is_ok());
        for bad in ["..", "/a/../b", "a\nb"] {
            assert!(bad.parse::<FilePath>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_url_has_a_scheme_and_a_host() {
        for good in ["", "https://a.test/x?y=1", "HTTP://a.test"] {
            assert!(good.parse::<Url>().is_ok(), "{good}");
        }
        for bad in
            ["a.test", "https://", "https:///x", "ftp://a.test", "https://a b", "javascript:1"]
        {
            assert!(bad.parse::<Url>().is_err(), "{bad}");
        }
    }
}

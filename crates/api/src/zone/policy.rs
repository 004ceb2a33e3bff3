//! The policies on mail that a domain publishes as TXT records.

use std::net::IpAddr;

use super::{RecordType, quote, unquote};
use crate::records::ZoneLine;

/// A policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// Which servers send the domain's mail (SPF, RFC 7208).
    Senders,
    /// What becomes of mail that only claims to be from it (DMARC, RFC 7489).
    Mail,
}

impl Policy {
    /// The name of the record within the zone.
    pub fn name(self) -> &'static str {
        match self {
            Self::Senders => "",
            Self::Mail => "_dmarc",
        }
    }

    /// The record's value as a new zone has it, for a domain with that address.
    pub fn value(self, ip: IpAddr) -> String {
        let family = if ip.is_ipv4() { "ip4" } else { "ip6" };
        quote(match self {
            Self::Senders => format!("v=spf1 +a +mx +{family}:{ip} ~all"),
            Self::Mail => "v=DMARC1; p=none;".to_owned(),
        })
    }

    /// Whether a record publishes it, whatever it says.
    pub fn is_in(self, line: &ZoneLine) -> bool {
        let version = match self {
            Self::Senders => "v=spf1",
            Self::Mail => "v=dmarc1",
        };
        if line.kind != RecordType::Txt.as_str() || line.name != self.name() {
            return false;
        }
        let text = unquote(&line.value).unwrap_or_default().concat().to_ascii_lowercase();
        let rest = text.strip_prefix(version.as_bytes());
        rest.is_some_and(|rest| matches!(rest.first(), None | Some(b' ' | b';')))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_is_known_whatever_it_says() {
        let line = |name: &str, kind: &str, value: &str| ZoneLine {
            zone: "a.test".parse().unwrap(),
            place: 0,
            name: name.to_owned(),
            ttl: 300,
            kind: kind.to_owned(),
            value: value.to_owned(),
        };
        for value in ["\"v=spf1 -all\"", "v=spf1", "\"V=SPF1 \" \"mx -all\""] {
            assert!(Policy::Senders.is_in(&line("", "TXT", value)), "{value}");
        }
        assert!(Policy::Mail.is_in(&line("_dmarc", "TXT", "\"v=DMARC1;p=reject\"")));
        for (name, kind, value) in [
            ("", "TXT", "\"v=spf10 -all\""),
            ("", "TXT", "\"a v=spf1\""),
            ("", "MX", "0 v=spf1."),
            ("www", "TXT", "\"v=spf1 -all\""),
        ] {
            assert!(!Policy::Senders.is_in(&line(name, kind, value)), "{name} {kind} {value}");
        }
        let ip = "192.0.2.1".parse().unwrap();
        for policy in [Policy::Senders, Policy::Mail] {
            assert!(policy.is_in(&line(policy.name(), "TXT", &policy.value(ip))));
        }
    }
}

//! Values of records as `PowerDNS` writes them itself: it takes no other spelling.

use std::net::{Ipv4Addr, Ipv6Addr};

use api::{
    records::ZoneRecord,
    zone::{Binding, Location, RecordValue, hex},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};

/// A value; names in it are in lower case, as they are signed.
pub(super) fn of(value: &RecordValue) -> String {
    match value {
        RecordValue::A6 { .. } => {
            let wire = value.to_wire();
            format!("\\# {} {}", wire.len(), hex(&wire))
        }
        RecordValue::Loc(location) => place(location),
        RecordValue::Https(binding) | RecordValue::Svcb(binding) => bound(binding),
        RecordValue::Afsdb { .. }
        | RecordValue::Cname(_)
        | RecordValue::Dname(_)
        | RecordValue::Mx { .. }
        | RecordValue::Ns(_)
        | RecordValue::Ptr(_)
        | RecordValue::Rp { .. }
        | RecordValue::Srv { .. } => value.to_string().to_ascii_lowercase(),
        RecordValue::Naptr { replacement, .. } => {
            let text = value.to_string();
            let rest = text.strip_suffix(replacement.as_str()).unwrap_or(&text);
            format!("{rest}{}", replacement.to_ascii_lowercase())
        }
        _ => value.to_string(),
    }
}

/// A start of authority.
pub(super) fn start(soa: &ZoneRecord) -> String {
    soa.items().join(" ").to_ascii_lowercase()
}

/// A place: all lengths with two decimals.
fn place(location: &Location) -> String {
    let metres = |text: &str| match text.split_once('.') {
        Some((whole, part)) => format!("{whole}.{part:0<2}m"),
        None => format!("{text}.00m"),
    };
    let mut words = vec![location.latitude_text(), location.longitude_text()];
    words.push(metres(&location.altitude_text()));
    words.extend(location.exactness().iter().map(|length| metres(length)));
    words.join(" ")
}

/// The parameters that are written by a name; others are by their number.
const NAMES: [&str; 7] =
    ["mandatory", "alpn", "no-default-alpn", "port", "ipv4hint", "ech", "ipv6hint"];

fn bound(binding: &Binding) -> String {
    let mut text = format!("{} {}", binding.priority, binding.target.to_ascii_lowercase());
    for (key, value) in &binding.params {
        text.push(' ');
        text.push_str(&param(*key, value));
    }
    text
}

fn name(key: u16) -> String {
    let known = NAMES.get(usize::from(key));
    known.map_or_else(|| format!("key{key}"), |name| (*name).to_owned())
}

fn param(key: u16, value: &[u8]) -> String {
    let name = name(key);
    match key {
        0 => format!("{name}={}", shorts(value).map(self::name).collect::<Vec<_>>().join(",")),
        1 => format!("{name}={}", protocols(value).join(",")),
        2 => name,
        3 => format!("{name}={}", shorts(value).map(|port| port.to_string()).collect::<String>()),
        4 => {
            let hints = value.as_chunks::<4>().0.iter();
            let hints = hints.map(|octets| Ipv4Addr::from(*octets).to_string());
            format!("{name}={}", hints.collect::<Vec<_>>().join(","))
        }
        5 => format!("{name}=\"{}\"", STANDARD.encode(value)),
        6 => {
            let hints = value.as_chunks::<16>().0.iter();
            let hints = hints.map(|octets| Ipv6Addr::from(*octets).to_string());
            format!("{name}={}", hints.collect::<Vec<_>>().join(","))
        }
        _ if value.is_empty() => name,
        _ => format!("{name}=\"{}\"", escaped(value)),
    }
}

fn shorts(bytes: &[u8]) -> impl Iterator<Item = u16> {
    bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair))
}

/// Texts that each have their length before them; a comma within one has a backslash.
fn protocols(mut bytes: &[u8]) -> Vec<String> {
    let mut all = Vec::new();
    while let Some((length, rest)) = bytes.split_first() {
        let (one, rest) = rest.split_at_checked(usize::from(*length)).unwrap_or((rest, &[]));
        all.push(escaped(one).replace(',', "\\,"));
        bytes = rest;
    }
    all
}

fn escaped(bytes: &[u8]) -> String {
    let escaped = bytes.iter().map(|byte| match byte {
        b'"' | b'\\' => format!("\\{}", char::from(*byte)),
        b' '..=b'~' => char::from(*byte).to_string(),
        other => format!("\\{other:03}"),
    });
    escaped.collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(kind: &str, value: &str) -> String {
        let zone = "example.test".parse().unwrap();
        of(&RecordValue::parse(kind.parse().unwrap(), value, &zone).unwrap())
    }

    /// What the server said it reads each of them as.
    #[test]
    fn values_are_spelled_as_the_server_spells_them() {
        for (kind, value, spelled) in [
            ("A", "192.0.2.1", "192.0.2.1"),
            ("A6", "0 2001:db8::1", "\\# 17 0020010db8000000000000000000000001"),
            ("MX", "10 Mail", "10 mail.example.test."),
            (
                "LOC",
                "41 51 54.305 N 87 36 47.95 W 178m",
                "41 51 54.305 N 87 36 47.950 W 178.00m 1.00m 10000.00m 10.00m",
            ),
            (
                "SVCB",
                "16 Svc key667=\"hello\\210qoo\" mandatory=port,alpn port=53 alpn=dot \
                 no-default-alpn ech=AAEC",
                "16 svc.example.test. mandatory=alpn,port alpn=dot no-default-alpn port=53 \
                 ech=\"AAEC\" key667=\"hello\\210qoo\"",
            ),
            (
                "HTTPS",
                "1 . alpn=h2,h3 ipv4hint=192.0.2.1,192.0.2.2 dohpath=/q{?dns}",
                "1 . alpn=h2,h3 ipv4hint=192.0.2.1,192.0.2.2 key7=\"/q{?dns}\"",
            ),
            ("NAPTR", "1 2 \"\" X \"\" Up", "1 2 \"\" \"X\" \"\" up.example.test."),
            ("TXT", "\"A\\;b\"", "\"A;b\""),
        ] {
            assert_eq!(written(kind, value), spelled);
        }
    }

    proptest::proptest! {
        /// Whatever a text holds, it adds no record and ends no item.
        #[test]
        fn a_text_stays_one_item(text in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
            let value = RecordValue::Txt(text.chunks(255).map(<[u8]>::to_vec).collect());
            let spelled = of(&value);
            proptest::prop_assert!(spelled.bytes().all(|byte| (b' '..=b'~').contains(&byte)));
            let read = if text.is_empty() { Vec::new() } else { api::zone::unquote(&spelled).unwrap() };
            proptest::prop_assert_eq!(read.concat(), text);
        }
    }
}

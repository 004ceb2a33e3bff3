//! Zones of random records of every type, as callers give them to `mass_edit_dns_zone`. Most are sound;
//! those that the zone cannot have are for the function to refuse.

use api::zone::RecordType;
use proptest::{collection::vec, prelude::*, sample::select, strategy::Union};
use serde_json::{Value, json};

/// A record to add.
#[derive(Debug, Clone)]
pub(super) struct Record {
    pub(super) kind: RecordType,
    owner: String,
    ttl: u32,
    items: Vec<String>,
}

impl Record {
    /// It as a caller gives it.
    pub(super) fn json(&self) -> Value {
        json!({
            "dname": self.owner,
            "ttl": self.ttl,
            "record_type": self.kind.as_str(),
            "data": self.items,
        })
    }
}

/// The records of a zone.
pub(super) fn zone() -> impl Strategy<Value = Vec<Record>> {
    let kinds: Vec<RecordType> = RecordType::ALL
        .iter()
        .copied()
        .filter(|kind| !matches!(kind, RecordType::Soa | RecordType::Alias))
        .collect();
    vec(select(kinds).prop_flat_map(record), 1..40)
}

fn record(kind: RecordType) -> impl Strategy<Value = Record> {
    (owner(), 1..0x7fff_ffff_u32, items(kind)).prop_map(move |(owner, ttl, items)| Record {
        kind,
        owner,
        ttl,
        items,
    })
}

fn owner() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?",
        1 => "[A-Z]{1,3}\\.[a-z0-9_]{1,5}",
        1 => "_[a-z]{1,6}\\._tcp",
        1 => "\\*(\\.[a-z]{1,4})?",
    ]
}

type Text = BoxedStrategy<String>;

/// A host outside of the zone: whether those in it are there is the owner's affair.
fn host() -> Text {
    "([a-z0-9]([a-z0-9-]{0,6}[a-z0-9])?\\.){1,4}(host|example)\\."
        .prop_filter("another zone", |name| !name.starts_with("zone-"))
        .boxed()
}

fn host_or_root() -> Text {
    prop_oneof![4 => host(), 1 => Just(".".to_owned())].boxed()
}

fn number(most: u32) -> Text {
    prop_oneof![3 => 0..=most, 1 => select(vec![0, 1, most])]
        .prop_map(|number| number.to_string())
        .boxed()
}

fn byte() -> Text {
    number(255)
}

fn short() -> Text {
    number(65_535)
}

/// Of up to three kinds of letters, among them those that zone files must escape.
fn text(longest: usize) -> Text {
    let letter = prop_oneof![6 => proptest::char::range(' ', '~'), 1 => any::<char>()];
    let letters = vec(letter, 0..longest).prop_map(|letters| letters.into_iter().collect());
    let plain = "[a-z \"\\\\;()@$]{0,12}".boxed();
    Union::new([letters.boxed(), plain]).boxed()
}

fn four() -> Text {
    any::<std::net::Ipv4Addr>().prop_map(|ip| ip.to_string()).boxed()
}

fn six() -> Text {
    any::<std::net::Ipv6Addr>().prop_map(|ip| ip.to_string()).boxed()
}

/// Bytes in hexadecimal.
fn hex(bytes: usize) -> Text {
    vec(any::<u8>(), bytes).prop_map(|bytes| api::zone::hex(&bytes)).boxed()
}

/// A kind of digest, and a digest of its length.
fn digest(kinds: &'static [(u8, usize)]) -> impl Strategy<Value = (String, String)> {
    select(kinds).prop_flat_map(|(kind, bytes)| (Just(kind.to_string()), hex(bytes)))
}

/// Those strategies one after another.
fn all(items: Vec<Text>) -> BoxedStrategy<Vec<String>> {
    items.boxed()
}

fn items(kind: RecordType) -> BoxedStrategy<Vec<String>> {
    match kind {
        RecordType::A => all(vec![four()]),
        RecordType::Aaaa => all(vec![six()]),
        RecordType::A6 => a6(),
        RecordType::Afsdb | RecordType::Mx => all(vec![short(), host_or_root()]),
        RecordType::Caa => all(vec![byte(), "[a-zA-Z0-9]{1,15}".boxed(), text(60)]),
        RecordType::Cname | RecordType::Dname | RecordType::Ns | RecordType::Ptr => {
            all(vec![host()])
        }
        RecordType::Ds => digested(vec![short(), byte()], &[(1, 20), (2, 32), (4, 48), (9, 3)]),
        RecordType::Hinfo => all(vec![text(40), text(40)]),
        RecordType::Https | RecordType::Svcb => binding(),
        RecordType::Loc => location(),
        RecordType::Naptr => naptr(),
        RecordType::Rp => all(vec![mailbox(), host_or_root()]),
        RecordType::Srv => all(vec![short(), short(), short(), host_or_root()]),
        RecordType::Sshfp => digested(vec![byte()], &[(1, 20), (2, 32), (9, 3)]),
        RecordType::Tlsa => digested(vec![byte(), byte()], &[(0, 40), (1, 32), (2, 64), (9, 3)]),
        RecordType::Txt => vec(text(400), 1..5).boxed(),
        RecordType::Soa | RecordType::Alias => all(Vec::new()),
    }
}

fn digested(before: Vec<Text>, kinds: &'static [(u8, usize)]) -> BoxedStrategy<Vec<String>> {
    (all(before), digest(kinds))
        .prop_map(|(before, (kind, digest))| [before, vec![kind, digest]].concat())
        .boxed()
}

/// The bits that the prefix has are none of the address's.
fn a6() -> BoxedStrategy<Vec<String>> {
    (0..=128_u32, any::<u128>(), host())
        .prop_map(|(prefix, bits, host)| {
            let bits = bits & u128::MAX.checked_shr(prefix).unwrap_or_default();
            let mut items = vec![prefix.to_string()];
            items.extend((prefix < 128).then(|| std::net::Ipv6Addr::from_bits(bits).to_string()));
            items.extend((prefix > 0).then_some(host));
            items
        })
        .boxed()
}

fn mailbox() -> Text {
    let parts = ("[a-z]{1,5}(\\.[a-z]{1,5}){0,2}", host());
    parts.prop_map(|(name, host)| format!("{name}@{}", host.trim_end_matches('.'))).boxed()
}

/// Parameters by names and numbers; a set that cannot be is refused.
fn binding() -> BoxedStrategy<Vec<String>> {
    let of = |name: &'static str, value: Text| {
        value.prop_map(move |value| format!("{name}={value}")).boxed()
    };
    let addresses = |one: Text| vec(one, 1..4).prop_map(|list| list.join(",")).boxed();
    let params: Vec<BoxedStrategy<Option<String>>> = [
        of("alpn", "(h2|h3|http/1\\.1|f\\\\,o){1}(,dot)?".boxed()),
        of("port", short()),
        of("ipv4hint", addresses(four())),
        of("ech", "([A-Za-z0-9]{4}){1,6}".boxed()),
        of("ipv6hint", addresses(six())),
        of("dohpath", "/[a-z]{0,8}\\{\\?dns\\}".boxed()),
        Just("ohttp".to_owned()).boxed(),
        of("tls-supported-groups", "[1-9][0-9]{0,3}".boxed()),
        of("key667", text(20)),
    ]
    .map(|param| proptest::option::of(param).boxed())
    .into();
    (short(), host_or_root(), params)
        .prop_map(|(priority, target, params)| {
            let params = params.into_iter().flatten().filter(|_| priority != "0");
            [priority.clone(), target].into_iter().chain(params).collect()
        })
        .boxed()
}

fn location() -> BoxedStrategy<Vec<String>> {
    let angle = |most: u32, halves: &'static str| {
        let half = select(halves.chars().collect::<Vec<_>>());
        (0..most, 0..60_u32, 0..60_000_u32, half).prop_map(|(degrees, minutes, parts, half)| {
            let seconds = format!("{}.{:03}", parts / 1000, parts % 1000);
            vec![degrees.to_string(), minutes.to_string(), seconds, half.to_string()]
        })
    };
    let metres = || (0..9_000_000_000_u64).prop_map(|cm| format!("{}.{:02}m", cm / 100, cm % 100));
    let altitude = (-10_000_000..4_284_967_295_i64).prop_map(|cm| {
        let sign = if cm < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}m", cm.abs() / 100, cm.abs() % 100)
    });
    (angle(90, "NS"), angle(180, "EW"), altitude, vec(metres(), 0..4))
        .prop_map(|(north, east, altitude, exact)| [north, east, vec![altitude], exact].concat())
        .boxed()
}

/// Either the name is rewritten by a rule, or another takes its place.
fn naptr() -> BoxedStrategy<Vec<String>> {
    let rule = ("!\\^\\.\\*\\$!sip:[a-z]{1,9}@[a-z]{1,9}\\.test!i?", Just(".".to_owned()));
    let ends = prop_oneof![rule, (Just(String::new()), host())];
    (short(), short(), "[a-zA-Z0-9]?", "[a-zA-Z0-9+]{0,9}", ends)
        .prop_map(|(order, preference, flags, services, (regexp, replacement))| {
            vec![order, preference, flags, services, regexp, replacement]
        })
        .boxed()
}

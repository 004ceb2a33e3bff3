//! A record's value key by key, as the older calls have it. Hosts are given and shown without a
//! final dot there: one with a dot inside is absolute all the same.

use std::collections::BTreeMap;

use api::{
    DomainName, Error, Result, Value,
    records::ZoneRecord,
    zone::{RecordType, RecordValue, unquote},
};

/// Keys of a value with what they are as text.
pub type Fields = BTreeMap<&'static str, String>;

/// The keys of the values of a type, in the order of zone files. The last takes what is left.
pub fn keys(kind: RecordType) -> &'static [&'static str] {
    match kind {
        RecordType::A | RecordType::Aaaa => &["address"],
        RecordType::A6 => &["prefix", "refer"],
        RecordType::Afsdb => &["subtype", "hostname"],
        RecordType::Alias => &["alias"],
        RecordType::Caa => &["flag", "tag", "value"],
        RecordType::Cname => &["cname"],
        RecordType::Dname => &["dname"],
        RecordType::Ds => &["keyname", "algorithm", "digtype", "digest"],
        RecordType::Hinfo => &["cpu", "os"],
        RecordType::Https | RecordType::Svcb => &["priority", "target", "params"],
        RecordType::Loc => &["latitude", "longitude", "altitude", "size", "horiz_pre", "vert_pre"],
        RecordType::Mx => &["preference", "exchange"],
        RecordType::Naptr => &["order", "preference", "flags", "service", "regexp", "replacement"],
        RecordType::Ns => &["nsdname"],
        RecordType::Ptr => &["ptrdname"],
        RecordType::Rp => &["mbox", "txtdname"],
        RecordType::Soa => &["mname", "rname", "serial", "refresh", "retry", "expire", "minimum"],
        RecordType::Srv => &["priority", "weight", "port", "target"],
        RecordType::Sshfp => &["algorithm", "fptype", "fingerprint"],
        RecordType::Tlsa => &["usage", "selector", "matching", "certificate"],
        RecordType::Txt => &["txtdata"],
    }
}

fn is_host(key: &str) -> bool {
    matches!(
        key,
        "hostname"
            | "cname"
            | "dname"
            | "target"
            | "exchange"
            | "replacement"
            | "nsdname"
            | "mname"
    )
}

fn is_number(key: &str) -> bool {
    matches!(
        key,
        "prefix"
            | "subtype"
            | "flag"
            | "keyname"
            | "algorithm"
            | "digtype"
            | "priority"
            | "preference"
            | "order"
            | "weight"
            | "port"
            | "fptype"
            | "usage"
            | "selector"
            | "matching"
            | "serial"
            | "refresh"
            | "retry"
            | "expire"
            | "minimum"
    )
}

/// What may stay away: a zone file has it left out, or empty.
fn may_be_absent(kind: RecordType, key: &str) -> bool {
    match kind {
        RecordType::Loc => matches!(key, "size" | "horiz_pre" | "vert_pre"),
        RecordType::Https | RecordType::Svcb => key == "params",
        RecordType::Naptr => matches!(key, "flags" | "service" | "regexp" | "replacement"),
        _ => false,
    }
}

/// A host with a dot inside is absolute, whether or not a final dot says so.
pub fn absolute_host(name: &str) -> String {
    let inside = name.contains('.') && !name.ends_with('.');
    if inside { format!("{name}.") } else { name.to_owned() }
}

/// A host as it is shown: without its final dot, where it is still absolute without.
pub fn shown_host(name: &str) -> String {
    let bare = name.strip_suffix('.').filter(|bare| bare.contains('.'));
    bare.unwrap_or(name).to_owned()
}

/// Reads a value of a type from its keys.
pub fn value(kind: RecordType, fields: &Fields, zone: &DomainName) -> Result<RecordValue> {
    let mut items: Vec<Vec<u8>> = Vec::new();
    for key in keys(kind) {
        let given = fields.get(key).map(String::as_str);
        match (kind, *key, given) {
            (_, _, None) if !may_be_absent(kind, key) => {
                let kind = kind.as_str();
                return Err(Error::param(key, format!("is required for records of type {kind}")));
            }
            (RecordType::Naptr, "replacement", None) => items.push(b".".to_vec()),
            (RecordType::Naptr, _, None) => items.push(Vec::new()),
            (_, _, None) => {}
            (RecordType::Txt, _, Some(text)) => return text_value(text, zone),
            (RecordType::Https | RecordType::Svcb, "params", Some(params)) => {
                return service(kind, &items, params, zone);
            }
            (RecordType::Caa, "flag", Some("1")) => items.push(b"128".to_vec()),
            (RecordType::A6 | RecordType::Loc, _, Some(text)) => {
                items.extend(text.split_whitespace().map(|part| part.as_bytes().to_vec()));
            }
            (_, host, Some(name)) if is_host(host) => {
                items.push(absolute_host(name).into_bytes());
            }
            (_, _, Some(text)) => items.push(text.as_bytes().to_vec()),
        }
    }
    RecordValue::from_items(kind, &items, zone)
}

/// Text with quotation marks around it is as in zone files; other text is taken as it is.
fn text_value(text: &str, zone: &DomainName) -> Result<RecordValue> {
    let trimmed = text.trim();
    let strings = if trimmed.len() > 1 && trimmed.starts_with('"') && trimmed.ends_with('"') {
        unquote(trimmed).map_err(|why| Error::param("txtdata", why))?
    } else {
        vec![text.as_bytes().to_vec()]
    };
    RecordValue::from_items(RecordType::Txt, &strings, zone)
}

fn service(
    kind: RecordType,
    items: &[Vec<u8>],
    params: &str,
    zone: &DomainName,
) -> Result<RecordValue> {
    let head = items.iter().map(|item| String::from_utf8_lossy(item));
    let text: Vec<_> = head.chain([params.into()]).collect();
    RecordValue::parse(kind, &text.join(" "), zone)
}

/// The value key by key.
pub fn of_value(value: &RecordValue) -> Fields {
    let texts = |texts: Vec<Vec<u8>>| -> Vec<String> {
        texts.iter().map(|text| String::from_utf8_lossy(text).into_owned()).collect()
    };
    let items = match value {
        RecordValue::Txt(strings) => texts(vec![strings.concat()]),
        RecordValue::Loc(place) => {
            let [size, across, up] = place.exactness();
            let altitude = format!("{}m", place.altitude_text());
            vec![place.latitude_text(), place.longitude_text(), altitude, size, across, up]
        }
        RecordValue::Https(_) | RecordValue::Svcb(_) => {
            value.to_string().splitn(3, ' ').map(str::to_owned).collect()
        }
        other => texts(other.items()),
    };
    zip(value.kind(), items)
}

/// The start of authority from its keys, over what there is.
pub fn start(present: &ZoneRecord, given: Fields) -> Result<ZoneRecord> {
    let mut fields = of_start(present);
    fields.extend(given);
    let item = |key: &&str| {
        let text = fields.get(key).map_or("", String::as_str);
        let host = matches!(*key, "mname" | "rname");
        if host { absolute_host(text).into_bytes() } else { text.as_bytes().to_vec() }
    };
    let items: Vec<Vec<u8>> = keys(RecordType::Soa).iter().map(item).collect();
    ZoneRecord::from_items(present, &items)
}

/// The start of authority key by key.
pub fn of_start(soa: &ZoneRecord) -> Fields {
    let mut fields = zip(RecordType::Soa, soa.items().to_vec());
    fields.entry("rname").and_modify(|name| *name = shown_host(name));
    fields
}

fn zip(kind: RecordType, items: Vec<String>) -> Fields {
    let keys = keys(kind);
    let mut fields = Fields::new();
    let mut items = items.into_iter();
    for (place, key) in keys.iter().enumerate() {
        let item = if place + 1 == keys.len() {
            Some(items.by_ref().collect::<Vec<_>>().join(" ")).filter(|rest| !rest.is_empty())
        } else {
            items.next()
        };
        let shown = item.map(|item| if is_host(key) { shown_host(&item) } else { item });
        fields.extend(shown.map(|item| (*key, item)));
    }
    fields
}

/// Fields as a reply has them: numbers as numbers.
pub fn shown(fields: Fields) -> BTreeMap<&'static str, Value> {
    let value = |(key, text): (&'static str, String)| match text.parse::<u32>() {
        Ok(number) if is_number(key) => (key, number.into()),
        _ => (key, Value::from(text)),
    };
    fields.into_iter().map(value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone() -> DomainName {
        "example.test".parse().unwrap()
    }

    fn read(kind: RecordType, given: &[(&'static str, &str)]) -> Result<RecordValue> {
        let given = given.iter().map(|(key, text)| (*key, (*text).to_owned())).collect();
        value(kind, &given, &zone())
    }

    #[test]
    fn what_is_shown_can_be_given_back() {
        let digest = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
        for (kind, text) in [
            ("A", "192.0.2.1"),
            ("A6", "0 2001:db8::1"),
            ("A6", "64 ::1 net.test."),
            ("AAAA", "2001:db8::1"),
            ("AFSDB", "1 afs.host.test."),
            ("CAA", "128 issue \"ca.test; a=b\""),
            ("CNAME", "host.test."),
            ("CNAME", "localhost."),
            ("DNAME", "host.test."),
            ("DS", &format!("1 13 2 {digest}")),
            ("HINFO", "\"PC\" \"Linux 6\""),
            ("HTTPS", "0 host.test."),
            ("LOC", "41 51 54.305 N 87 36 47.950 W -5.50m 0.50m 10000m 10m"),
            ("MX", "0 ."),
            ("NAPTR", "1 2 \"u\" \"E2U+sip\" \"!a b!c!\" ."),
            ("NAPTR", "1 2 \"\" \"\" \"\" host.test."),
            ("NS", "ns.host.test."),
            ("PTR", "host.test."),
            ("RP", "first\\.last.mail.test. ."),
            ("SRV", "1 2 3 host.test."),
            ("SSHFP", &format!("4 2 {digest}")),
            ("SVCB", "1 . alpn=h2 key667=\"a b\""),
            ("TLSA", &format!("3 1 1 {digest}")),
            ("TXT", "\"a\\\"b\""),
        ] {
            let kind: RecordType = kind.parse().unwrap();
            let parsed = RecordValue::parse(kind, text, &zone()).unwrap();
            assert_eq!(value(kind, &of_value(&parsed), &zone()).unwrap(), parsed, "{text}");
        }
    }

    #[test]
    fn hosts_with_a_dot_are_absolute_and_the_name_of_an_address_is_as_written() {
        assert_eq!(
            read(RecordType::Cname, &[("cname", "host.test")]).unwrap().to_string(),
            "host.test."
        );
        let bare = read(RecordType::Cname, &[("cname", "www")]).unwrap();
        assert_eq!(bare.to_string(), "www.example.test.");
        let pointer = read(RecordType::Ptr, &[("ptrdname", "host.test")]).unwrap();
        assert_eq!(pointer.to_string(), "host.test.example.test.");
    }

    #[test]
    fn a_missing_field_is_named() {
        for (kind, key) in [
            (RecordType::A, "address"),
            (RecordType::Mx, "preference"),
            (RecordType::Loc, "latitude"),
            (RecordType::Txt, "txtdata"),
        ] {
            let said = read(kind, &[]).unwrap_err().to_string();
            assert!(said.starts_with(&format!("{key}: is required")), "{said}");
        }
    }

    #[test]
    fn text_is_read_with_and_without_quotation_marks() {
        for (given, value) in [
            ("v=spf1 -all", "\"v=spf1 -all\""),
            ("\"a\" \"b\"", "\"a\" \"b\""),
            ("a;b\"c", "\"a;b\\\"c\""),
        ] {
            assert_eq!(read(RecordType::Txt, &[("txtdata", given)]).unwrap().to_string(), value);
        }
        assert!(read(RecordType::Txt, &[("txtdata", "\"a\"b\"")]).is_err());
    }
}

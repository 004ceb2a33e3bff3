//! How a service is reached: the values of SVCB and HTTPS records (RFC 9460).

use std::net::{Ipv4Addr, Ipv6Addr};

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{read::Fields, value::written};
use crate::{Error, Result};

/// The names of the parameters that have one, by number.
const NAMES: [&str; 10] = [
    "mandatory",
    "alpn",
    "no-default-alpn",
    "port",
    "ipv4hint",
    "ech",
    "ipv6hint",
    "dohpath",
    "ohttp",
    "tls-supported-groups",
];

const MANDATORY: u16 = 0;
const ALPN: u16 = 1;
const NO_DEFAULT_ALPN: u16 = 2;
const OHTTP: u16 = 8;

/// The value of an SVCB or HTTPS record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// Lower ones are tried first; 0 makes it an alias.
    pub priority: u16,
    /// The host, or the root for the owner itself.
    pub target: String,
    /// Its parameters by number, as messages have them.
    pub params: Vec<(u16, Vec<u8>)>,
}

impl Binding {
    pub(super) fn read(fields: &mut Fields<'_>) -> Result<Self> {
        let priority = fields.read("priority", "a number from 0 to 65535")?;
        let target = fields.name("target")?;
        let mut params = Vec::new();
        for item in fields.rest() {
            params.push(param(item).map_err(|why| Error::param("params", why))?);
        }
        params.sort();
        let binding = Self { priority, target, params };
        binding.check().map_err(|why| Error::param("params", why))?;
        Ok(binding)
    }

    fn check(&self) -> Result<(), String> {
        let has = |key: u16| self.params.iter().any(|(other, _)| *other == key);
        if self.priority == 0 && !self.params.is_empty() {
            return Err("an alias, whose priority is 0, has none".to_owned());
        }
        let mut pairs = self.params.iter().zip(self.params.iter().skip(1));
        if let Some(((key, _), _)) = pairs.find(|((one, _), (next, _))| one == next) {
            return Err(format!("{} stands there twice", name(*key)));
        }
        if has(NO_DEFAULT_ALPN) && !has(ALPN) {
            return Err("no-default-alpn needs alpn".to_owned());
        }
        let mandatory = self.params.iter().find(|(key, _)| *key == MANDATORY);
        for key in mandatory.map(|(_, keys)| shorts(keys)).unwrap_or_default() {
            if key == MANDATORY || !has(key) {
                return Err(format!("{} is mandatory, but not there", name(key)));
            }
        }
        Ok(())
    }

    /// Parameters that came after the first eight stand by their numbers, since other programs do
    /// not know their names yet.
    pub(super) fn items(&self) -> Vec<Vec<u8>> {
        let mut items = written([self.priority]);
        items.extend(written([&self.target]));
        for (key, value) in &self.params {
            let (mut item, shown) = match *key {
                OHTTP.. => (format!("key{key}").into_bytes(), value.clone()),
                key => (name(key).into_bytes(), shown(key, value)),
            };
            if !shown.is_empty() {
                item.push(b'=');
                item.extend(shown);
            }
            items.push(item);
        }
        items
    }
}

fn name(key: u16) -> String {
    let known = NAMES.get(usize::from(key));
    known.map_or_else(|| format!("key{key}"), |name| (*name).to_owned())
}

fn number(name: &str) -> Result<u16, String> {
    if let Some(place) = NAMES.iter().position(|known| *known == name) {
        return u16::try_from(place).map_err(|err| err.to_string());
    }
    let digits = name.strip_prefix("key").filter(|digits| !digits.starts_with(['0', '+']));
    let number = digits.and_then(|digits| digits.parse().ok()).filter(|key| *key < u16::MAX);
    number.ok_or_else(|| format!("“{}” is no parameter", crate::values::text::shown(name)))
}

fn shorts(bytes: &[u8]) -> Vec<u16> {
    let (pairs, _) = bytes.as_chunks::<2>();
    pairs.iter().map(|pair| u16::from_be_bytes(*pair)).collect()
}

/// Reads `key` or `key=value`.
fn param(item: &[u8]) -> Result<(u16, Vec<u8>), String> {
    let end = item.iter().position(|byte| *byte == b'=');
    let (key, value) = match end.and_then(|end| item.split_at_checked(end)) {
        Some((key, value)) => (key, value.get(1..).unwrap_or_default()),
        None => (item, &[][..]),
    };
    let word = String::from_utf8_lossy(key);
    let key = number(&word)?;
    // By its number a parameter has its bytes (RFC 9460, section 2.1).
    let packed = if word.starts_with("key") { sound(key, value) } else { packed(key, value) };
    let value = packed.map_err(|why| format!("{}: {why}", name(key)))?;
    if value.len() > 4096 {
        return Err(format!("{}: it is too long", name(key)));
    }
    Ok((key, value))
}

/// The bytes of a parameter, if its value can be such.
fn sound(key: u16, bytes: &[u8]) -> Result<Vec<u8>, String> {
    match packed(key, &shown(key, bytes)) {
        Ok(packed) if packed == bytes => Ok(packed),
        _ => Err("its bytes are no value of it".to_owned()),
    }
}

/// A parameter's value as messages have it.
fn packed(key: u16, value: &[u8]) -> Result<Vec<u8>, String> {
    let text = || std::str::from_utf8(value).map_err(|_| "it is no text".to_owned());
    let each = |pack: &dyn Fn(&str) -> Option<Vec<u8>>, what: &str| {
        let packed: Option<Vec<Vec<u8>>> = text()?.split(',').map(pack).collect();
        packed.map(|list| list.concat()).ok_or_else(|| format!("it must be {what}"))
    };
    match name(key).as_str() {
        "mandatory" | "tls-supported-groups" if value.is_empty() => Err("it is empty".to_owned()),
        "mandatory" => {
            let mut keys = text()?.split(',').map(number).collect::<Result<Vec<_>, _>>()?;
            keys.sort_unstable();
            if keys.iter().zip(keys.iter().skip(1)).any(|(one, next)| one == next) {
                return Err("a key stands there twice".to_owned());
            }
            Ok(keys.iter().flat_map(|key| key.to_be_bytes()).collect())
        }
        "alpn" => protocols(value),
        "no-default-alpn" | "ohttp" if value.is_empty() => Ok(Vec::new()),
        "no-default-alpn" | "ohttp" => Err("it has no value".to_owned()),
        "port" => each(&|port| Some(port.parse::<u16>().ok()?.to_be_bytes().to_vec()), "a port")
            .and_then(|port| {
                if port.len() == 2 { Ok(port) } else { Err("it must be one port".to_owned()) }
            }),
        "ipv4hint" => {
            each(&|ip| Some(ip.parse::<Ipv4Addr>().ok()?.octets().to_vec()), "IPv4 addresses")
        }
        "ipv6hint" => {
            each(&|ip| Some(ip.parse::<Ipv6Addr>().ok()?.octets().to_vec()), "IPv6 addresses")
        }
        "ech" => match STANDARD.decode(value) {
            Ok(bytes) if !bytes.is_empty() => Ok(bytes),
            _ => Err("it must be Base64".to_owned()),
        },
        "dohpath" if text()?.contains("{?dns}") => Ok(value.to_vec()),
        "dohpath" => Err("it must be a template with {?dns}".to_owned()),
        "tls-supported-groups" => {
            each(&|group| Some(group.parse::<u16>().ok()?.to_be_bytes().to_vec()), "numbers")
        }
        _ => Ok(value.to_vec()),
    }
}

/// Protocols parted by commas, with `\,` and `\\` inside, as strings with their lengths.
fn protocols(value: &[u8]) -> Result<Vec<u8>, String> {
    let mut list = vec![Vec::new()];
    let mut bytes = value.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            b',' => list.push(Vec::new()),
            b'\\' => list.last_mut().into_iter().for_each(|last| last.extend(bytes.next())),
            byte => list.last_mut().into_iter().for_each(|last| last.push(*byte)),
        }
    }
    let mut out = Vec::new();
    for one in list {
        match u8::try_from(one.len()) {
            Ok(length) if length > 0 => out.push(length),
            _ => return Err("each protocol must have 1 to 255 bytes".to_owned()),
        }
        out.extend(one);
    }
    Ok(out)
}

/// A parameter's value as zone files have it.
fn shown(key: u16, value: &[u8]) -> Vec<u8> {
    let list = |items: Vec<String>| items.join(",").into_bytes();
    match name(key).as_str() {
        "mandatory" => list(shorts(value).into_iter().map(name).collect()),
        "port" | "tls-supported-groups" => {
            list(shorts(value).iter().map(ToString::to_string).collect())
        }
        "alpn" => {
            let mut out: Vec<Vec<u8>> = Vec::new();
            let mut rest = value;
            while let Some((length, tail)) = rest.split_first() {
                let Some((one, tail)) = tail.split_at_checked((*length).into()) else { break };
                let escape = |byte: &u8| match byte {
                    b',' | b'\\' => vec![b'\\', *byte],
                    byte => vec![*byte],
                };
                out.push(one.iter().flat_map(escape).collect());
                rest = tail;
            }
            out.join(&b","[..])
        }
        "ipv4hint" => {
            let (parts, _) = value.as_chunks::<4>();
            list(parts.iter().map(|part| Ipv4Addr::from(*part).to_string()).collect())
        }
        "ipv6hint" => {
            let (parts, _) = value.as_chunks::<16>();
            list(parts.iter().map(|part| Ipv6Addr::from(*part).to_string()).collect())
        }
        "ech" => STANDARD.encode(value).into_bytes(),
        _ => value.to_vec(),
    }
}

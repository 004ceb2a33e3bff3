//! How a zone is signed: our keys in the server, which signs with them as it answers.

use api::{
    Result,
    records::{KeyKind, ZoneKey, ZoneSigning},
    zone::{Signing, Zone},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    State,
    http::{Api, Method},
    path,
};

/// A key as the server tells it.
#[derive(Debug, Deserialize)]
struct Found {
    id: u32,
    active: bool,
    published: bool,
    /// Its flags, protocol, algorithm and public half.
    dnskey: String,
}

/// Has the server sign the zone so. `state` is what it said of the zone, where it had it before.
pub(super) fn apply(api: &Api, zone: &Zone, state: Option<&State>) -> Result<()> {
    let there = state.is_some_and(|state| state.dnssec);
    let path = path(zone.name());
    let changed = match zone.signing.as_ref().filter(|signing| is_signed(signing)) {
        None if !there => false,
        None => api.send(Method::Put, &path, Some(&json!({ "dnssec": false }))).map(|()| true)?,
        Some(signing) => {
            let keys = keys(api, &path, &signing.keys)?;
            denial(api, &path, &signing.denial, state)? || keys
        }
    };
    if changed {
        // Until it is told so, the server answers as it did before.
        let flush = format!("/cache/flush?domain={}.", zone.name());
        api.send(Method::Put, &flush, None)?;
    }
    Ok(())
}

/// A zone is signed if one of its keys signs.
fn is_signed(signing: &Signing) -> bool {
    signing.keys.iter().any(|key| key.active.0)
}

/// Makes the keys so: new ones first, so that there is always one that signs. Whether any changed.
fn keys(api: &Api, path: &str, keys: &[ZoneKey]) -> Result<bool> {
    let path = format!("{path}/cryptokeys");
    let found: Vec<Found> = api.get(&path)?;
    let mut changed = false;
    for key in keys {
        let dnskey = dnskey(key);
        match found.iter().find(|found| found.dnskey == dnskey) {
            None => api.send(Method::Post, &path, Some(&imported(key)))?,
            Some(found) if found.active == key.active.0 && found.published => continue,
            Some(found) => {
                let state = json!({ "active": key.active.0, "published": true });
                api.send(Method::Put, &format!("{path}/{}", found.id), Some(&state))?;
            }
        }
        changed = true;
    }
    for gone in found.iter().filter(|found| !keys.iter().any(|key| dnskey(key) == found.dnskey)) {
        api.send(Method::Delete, &format!("{path}/{}", gone.id), None)?;
        changed = true;
    }
    Ok(changed)
}

fn dnskey(key: &ZoneKey) -> String {
    format!("{} 3 {} {}", key.kind.flags(), key.algorithm, key.public)
}

fn imported(key: &ZoneKey) -> Value {
    let kind = match key.kind {
        KeyKind::Combined => "csk",
        KeyKind::KeySigning => "ksk",
        KeyKind::ZoneSigning => "zsk",
    };
    json!({
        "keytype": kind,
        "active": key.active.0,
        "published": true,
        "content": key.private.reveal(),
    })
}

/// Has absence proven so; whether it was otherwise.
fn denial(api: &Api, path: &str, denial: &ZoneSigning, state: Option<&State>) -> Result<bool> {
    let (param, narrow) = nsec3(denial);
    let (found, found_narrow) =
        state.map_or(("", false), |state| (state.nsec3param.as_str(), state.nsec3narrow));
    if found.eq_ignore_ascii_case(&param) && found_narrow == narrow {
        return Ok(false);
    }
    let body = json!({ "nsec3param": param, "nsec3narrow": narrow });
    api.send(Method::Put, path, Some(&body)).map(|()| true)
}

/// The value of the zone's NSEC3PARAM record, but that its flags may say that zones below which are not
/// signed are left out; and whether answers tell no more than they must.
fn nsec3(denial: &ZoneSigning) -> (String, bool) {
    if !denial.nsec3.0 {
        return (String::new(), false);
    }
    let salt = if denial.salt.is_empty() { "-" } else { denial.salt.as_str() };
    let opt_out = u8::from(denial.opt_out.0);
    (format!("1 {opt_out} {} {salt}", denial.iterations), denial.narrow.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absence_is_proven_as_the_zone_says() {
        let nsec = ZoneSigning {
            zone: "a.test".parse().unwrap(),
            nsec3: false.into(),
            iterations: 0,
            salt: String::new(),
            narrow: false.into(),
            opt_out: true.into(),
            last_key: 1,
        };
        assert_eq!(nsec3(&nsec), (String::new(), false));
        let hashed = ZoneSigning { nsec3: true.into(), ..nsec };
        assert_eq!(nsec3(&hashed), ("1 1 0 -".to_owned(), false));
        let salted = ZoneSigning {
            opt_out: false.into(),
            narrow: true.into(),
            iterations: 5,
            salt: "ab12".to_owned(),
            ..hashed
        };
        assert_eq!(nsec3(&salted), ("1 0 5 ab12".to_owned(), true));
    }
}

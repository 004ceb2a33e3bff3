//! How a zone is signed, and its keys: read and changed within one change each, with a new serial.

use api::{
    Cx, DomainName, Error, Flag, Kind, Result,
    ports::KeyPair,
    records::{KeyKind, Subject, ZoneKey, ZoneRecord, ZoneSigning, is},
    zone::{KeyAlgorithm, Signing, next_serial},
};
use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::{access, edit, keys, program};
use crate::domain::{
    change::{Change, OnFailure},
    zones,
};

/// The most keys that a zone may have: all of them go into one answer.
const KEYS_MAX: usize = 16;

/// How a zone is signed, being changed. Dropped before [`SigningEdit::commit`], it changes nothing.
pub struct SigningEdit<'a> {
    cx: &'a Cx<'a>,
    change: Change<'a>,
    start: ZoneRecord,
    signing: Option<Signing>,
}

impl<'a> SigningEdit<'a> {
    /// Begins with a zone that the caller may act on.
    pub fn begin(cx: &'a Cx<'a>, name: &DomainName) -> Result<Self> {
        let change = Change::begin(cx)?;
        program::check_on(change.tx())?;
        let start = edit::locked(cx, &change, name)?;
        let signing = zones::signing(change.tx(), name)?;
        Ok(Self { cx, change, start, signing })
    }

    /// Begins to sign the zone. Its first key must follow.
    pub fn enable(&mut self, denial: Denial) -> Result<()> {
        if self.signing.is_some() {
            let message = format!("domain: the zone {} is signed already.", self.start.name);
            return Err(Error::new(Kind::Exists, message));
        }
        self.signing = Some(Signing { denial: self.row(&denial, 0), keys: Vec::new() });
        Ok(())
    }

    fn row(&self, denial: &Denial, last_key: u32) -> ZoneSigning {
        let zone = self.start.name.clone();
        let Denial { nsec3, iterations, salt, narrow, opt_out } = denial.clone();
        ZoneSigning { zone, nsec3, iterations, salt, narrow, opt_out, last_key }
    }

    /// Proves absence in another way.
    pub fn set_denial(&mut self, denial: &Denial) -> Result<()> {
        let last_key = self.signing()?.denial.last_key;
        let row = self.row(denial, last_key);
        self.signing()?.denial = row;
        Ok(())
    }

    fn signing(&mut self) -> Result<&mut Signing> {
        let name = &self.start.name;
        self.signing.as_mut().ok_or_else(|| unsigned(name))
    }

    /// Adds a key; gives its number. A zone that was not signed is from now on, by NSEC.
    pub fn add_key(&mut self, pair: KeyPair, kind: KeyKind, active: Flag) -> Result<u32> {
        if self.signing.is_none() {
            self.enable(Denial::default())?;
        }
        let (zone, created) = (self.start.name.clone(), self.cx.now());
        let private = keys::seal(self.cx.host, &pair.private)?;
        let Signing { denial, keys } = self.signing()?;
        let public = STANDARD.encode(&pair.public);
        if keys.iter().any(|key| key.public == public) {
            return Err(Error::new(Kind::Exists, "key_data: the zone has this key already."));
        }
        if keys.len() >= KEYS_MAX {
            let rule = format!("the zone {zone} has {KEYS_MAX} keys, which is the most");
            return Err(Error::param("domain", rule));
        }
        denial.last_key = denial.last_key.saturating_add(1);
        let KeyPair { algorithm, bits, .. } = pair;
        let (id, algorithm) = (denial.last_key, algorithm.number());
        keys.push(ZoneKey { zone, id, kind, algorithm, bits, public, private, active, created });
        Ok(id)
    }

    /// Has a key sign, or no longer.
    pub fn set_active(&mut self, id: u32, active: bool) -> Result<()> {
        let key = self.signing()?.keys.iter_mut().find(|key| key.id == id);
        key.ok_or_else(|| no_key(id))?.active = active.into();
        Ok(())
    }

    /// Removes a key.
    pub fn remove_key(&mut self, id: u32) -> Result<()> {
        let keys = &mut self.signing()?.keys;
        let place = keys.iter().position(|key| key.id == id);
        keys.remove(place.ok_or_else(|| no_key(id))?);
        Ok(())
    }

    /// Signs the zone no more, and removes its keys.
    pub fn disable(&mut self) -> Result<()> {
        self.signing()?;
        self.signing = None;
        Ok(())
    }

    /// Makes it last and has the DNS server sign so.
    pub fn commit(mut self) -> Result<()> {
        let name = self.start.name.clone();
        self.change.remove::<ZoneKey>(&[is("zone", &name)])?;
        self.change.remove::<ZoneSigning>(&[is("zone", &name)])?;
        if let Some(Signing { denial, keys }) = &self.signing {
            self.change.insert(denial)?;
            keys.iter().try_for_each(|key| self.change.insert(key))?;
        }
        let serial = next_serial(self.start.serial, zones::today(self.cx.now())?);
        let set = [("serial", (&serial).into())];
        self.change.tx().update::<ZoneRecord>(&set, &[is("name", &name)])?;
        self.change.touch(Subject::Zone(name));
        self.change.commit(OnFailure::Undo)
    }
}

/// How absence is proven.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Denial {
    /// Whether by NSEC3.
    pub nsec3: Flag,
    /// How often NSEC3 hashes again.
    pub iterations: u16,
    /// What NSEC3 adds to names, in hexadecimal.
    pub salt: String,
    /// Whether NSEC3 tells no more than it must.
    pub narrow: Flag,
    /// Whether NSEC3 leaves out zones below that are not signed.
    pub opt_out: Flag,
}

impl Denial {
    /// By NSEC3 so, if the values may be.
    pub fn nsec3(
        iterations: i64,
        least: i64,
        salt: &str,
        narrow: Flag,
        opt_out: Flag,
    ) -> Result<Self> {
        let within = u16::try_from(iterations).ok().filter(|_| (least..=500).contains(&iterations));
        let iterations = within.ok_or_else(|| {
            let rule = format!("{iterations} is not between {least} and 500");
            Error::param("nsec3_iterations", rule)
        })?;
        let salt = if salt == "-" { "" } else { salt };
        let is_hex = salt.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_hex || salt.len() % 2 > 0 || salt.len() > 510 {
            let rule = "it must be at most 255 pairs of hexadecimal digits, or - for none";
            return Err(Error::param("nsec3_salt", rule));
        }
        let salt = salt.to_ascii_lowercase();
        Ok(Self { nsec3: Flag(true), iterations, salt, narrow, opt_out })
    }
}

/// The algorithm of a number, if new keys can have it.
pub fn algorithm(number: i64) -> Result<KeyAlgorithm> {
    let known = u8::try_from(number).ok().and_then(KeyAlgorithm::of_number);
    known.ok_or_else(|| {
        let why = match number {
            5 | 7 => "signs with SHA-1, which validators take as not signed",
            6 => "is DSA, which validators take as not signed",
            _ => "does not sign here",
        };
        Error::param("algo_num", format!("{number} {why}: use 13, 14, 8 or 10"))
    })
}

/// A new key of that algorithm.
pub fn new_key(cx: &Cx<'_>, algorithm: KeyAlgorithm, size: Option<u16>) -> Result<KeyPair> {
    let bits = size.unwrap_or(algorithm.usual_bits());
    if bits != algorithm.usual_bits() {
        let (usual, number) = (algorithm.usual_bits(), algorithm.number());
        let rule = format!("keys of algorithm {number} have {usual} bits here, not {bits}");
        return Err(Error::param("key_size", rule));
    }
    cx.host.zone_keys.generate(algorithm, bits)
}

/// How a zone that the caller may act on is signed, if it is.
pub fn read(cx: &Cx<'_>, name: &DomainName) -> Result<Option<Signing>> {
    let tx = cx.host.store.read()?;
    program::check_on(&*tx)?;
    access::start(cx, &*tx, name)?;
    zones::signing(&*tx, name)
}

/// A key of a zone that the caller may act on, its private half sealed.
pub fn key(cx: &Cx<'_>, name: &DomainName, id: u32) -> Result<ZoneKey> {
    let signing = read(cx, name)?.ok_or_else(|| unsigned(name))?;
    signing.keys.into_iter().find(|key| key.id == id).ok_or_else(|| no_key(id))
}

/// The same with its private half open, to be given away.
pub fn open_key(cx: &Cx<'_>, name: &DomainName, id: u32) -> Result<ZoneKey> {
    let key = key(cx, name, id)?;
    Ok(ZoneKey { private: keys::open(cx.host, &key)?, ..key })
}

fn unsigned(name: &DomainName) -> Error {
    Error::not_found(format!("domain: the zone {name} is not signed."))
}

fn no_key(id: u32) -> Error {
    Error::not_found(format!("key_id: the zone has no key {id}."))
}

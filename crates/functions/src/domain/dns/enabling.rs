//! Signing zones from one moment to the next: what the calls for servers and for accounts share.

use api::{Cx, DomainName, Error, Flag, Result, Word, records::KeyKind, zone::KeyAlgorithm};

use super::signing::{self, Denial, SigningEdit};

/// Which keys a zone begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum KeySetup {
    /// One that signs the keys and one that signs the zone.
    #[word("classic")]
    Classic,
    /// One for both.
    #[word("simple")]
    Simple,
}

/// How a zone is to be signed.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Whether the keys sign at once.
    pub active: Flag,
    /// Their algorithm.
    pub algorithm: KeyAlgorithm,
    /// Which keys; one for both where it is not said and they are of a curve.
    pub setup: Option<KeySetup>,
    /// How absence is proven.
    pub denial: Denial,
}

impl Wish {
    /// A wish as calls state it; what is said of NSEC3 counts where that is used.
    pub fn new(
        active: Flag,
        number: i64,
        setup: Option<KeySetup>,
        nsec3: Option<Result<Denial>>,
    ) -> Result<Self> {
        let algorithm = signing::algorithm(number)?;
        Ok(Self { active, algorithm, setup, denial: nsec3.transpose()?.unwrap_or_default() })
    }

    fn kinds(&self) -> &'static [KeyKind] {
        let by_curve = self.algorithm.number() > 10;
        let usual = if by_curve { KeySetup::Simple } else { KeySetup::Classic };
        match self.setup.unwrap_or(usual) {
            KeySetup::Classic => &[KeyKind::KeySigning, KeyKind::ZoneSigning],
            KeySetup::Simple => &[KeyKind::Combined],
        }
    }
}

/// Signs a zone; gives the number of the key that the zone above is to know.
pub fn enable(cx: &Cx<'_>, name: &DomainName, wish: &Wish) -> Result<u32> {
    // Searching for primes takes a while, which is none to hold the store.
    signing::read(cx, name)?;
    let kinds = wish.kinds();
    let pairs = kinds.iter().map(|_| signing::new_key(cx, wish.algorithm, None));
    let pairs = pairs.collect::<Result<Vec<_>>>()?;
    let mut edit = SigningEdit::begin(cx, name)?;
    edit.enable(wish.denial.clone())?;
    let mut ids = Vec::new();
    for (kind, pair) in kinds.iter().zip(pairs) {
        ids.push(edit.add_key(pair, *kind, wish.active)?);
    }
    edit.commit()?;
    ids.first().copied().ok_or_else(|| Error::internal("a zone is signed by no key"))
}

/// Signs a zone no more.
pub fn disable(cx: &Cx<'_>, name: &DomainName) -> Result<()> {
    let mut edit = SigningEdit::begin(cx, name)?;
    edit.disable()?;
    edit.commit()
}

/// Proves absence in another way.
pub fn set_denial(cx: &Cx<'_>, name: &DomainName, denial: &Denial) -> Result<()> {
    let mut edit = SigningEdit::begin(cx, name)?;
    edit.set_denial(denial)?;
    edit.commit()
}

/// The kinds of keys that can be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum AddedKind {
    /// One that signs the keys.
    #[word("ksk")]
    KeySigning,
    /// One that signs all but the keys.
    #[word("zsk")]
    ZoneSigning,
}

impl AddedKind {
    fn kind(self) -> KeyKind {
        match self {
            Self::KeySigning => KeyKind::KeySigning,
            Self::ZoneSigning => KeyKind::ZoneSigning,
        }
    }
}

/// Makes a key for a zone; gives its number.
pub fn add_key(
    cx: &Cx<'_>,
    name: &DomainName,
    (number, size): (i64, Option<u16>),
    kind: AddedKind,
    active: Flag,
) -> Result<u32> {
    signing::read(cx, name)?;
    let pair = signing::new_key(cx, signing::algorithm(number)?, size)?;
    let mut edit = SigningEdit::begin(cx, name)?;
    let id = edit.add_key(pair, kind.kind(), active)?;
    edit.commit()?;
    Ok(id)
}

/// Takes a key that was made elsewhere; gives its number.
pub fn import_key(cx: &Cx<'_>, name: &DomainName, private: &str, kind: AddedKind) -> Result<u32> {
    signing::read(cx, name)?;
    let pair = cx.host.zone_keys.read(private);
    let pair = pair.map_err(|problem| Error::param("key_data", problem))?;
    let mut edit = SigningEdit::begin(cx, name)?;
    let id = edit.add_key(pair, kind.kind(), Flag(true))?;
    edit.commit()?;
    Ok(id)
}

/// Has a key sign, or no longer.
pub fn set_active(cx: &Cx<'_>, name: &DomainName, id: u32, active: bool) -> Result<()> {
    let mut edit = SigningEdit::begin(cx, name)?;
    edit.set_active(id, active)?;
    edit.commit()
}

/// Removes a key.
pub fn remove_key(cx: &Cx<'_>, name: &DomainName, id: u32) -> Result<()> {
    let mut edit = SigningEdit::begin(cx, name)?;
    edit.remove_key(id)?;
    edit.commit()
}

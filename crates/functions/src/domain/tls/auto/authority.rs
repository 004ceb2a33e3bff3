//! The authority of this server's own that signs the certificates which it makes by itself. Its
//! certificate is part of each bundle, so that whoever would trust it can have it; its key is sealed.

use api::{
    Error, Host, Result, Secret, UnixTime,
    ports::{KeyKind, Wanted},
    records::TlsAuthority,
};

/// For how long its certificate is good, in seconds.
const GOOD_FOR: i64 = 10 * 365 * 86_400;

/// What its key is sealed for.
pub(in crate::domain) const PURPOSE: &str = "tls authority";

/// The authority, ready to sign.
pub(super) struct Authority {
    row: TlsAuthority,
    key: Secret,
}

impl Authority {
    /// The one whose certificate is good until that time at least; made where there is none.
    pub(super) fn good_until(host: &Host, time: UnixTime) -> Result<Self> {
        let all: Vec<TlsAuthority> = host.store.read()?.matching(Vec::new())?;
        let last = all.into_iter().max_by_key(|row| row.expires);
        match last.filter(|row| row.expires >= time) {
            Some(row) => Ok(Self { key: host.vault.open(PURPOSE, &row.sealed)?, row }),
            None => make(host),
        }
    }

    /// A certificate for a key, good between two times; PEM.
    pub(super) fn sign(
        &self,
        host: &Host,
        wanted: &Wanted,
        key: &Secret,
        good: (UnixTime, UnixTime),
    ) -> Result<String> {
        host.certificates.signed(wanted, key, (&self.row.name, &self.key), good)
    }

    /// Its certificate in PEM.
    pub(super) fn pem(&self) -> &str {
        &self.row.pem
    }
}

fn make(host: &Host) -> Result<Authority> {
    let now = host.clock.now();
    let day = jiff::Timestamp::from_second(now.0).map_err(Error::internal)?.strftime("%F");
    let mut name = format!("{} {day}", host.system.hostname()?);
    // X.520 allows a common name 64 characters; the day makes it one of its own.
    while name.len() > 64 {
        name.remove(0);
    }
    let (key, expires) = (host.keys.generate(KeyKind::P256)?, UnixTime(now.0 + GOOD_FOR));
    let pem = host.certificates.authority(&name, &key, (UnixTime(now.0 - 86_400), expires))?;
    let row = TlsAuthority { name, pem, sealed: host.vault.seal(PURPOSE, &key)?, expires };
    let tx = host.store.write()?;
    tx.put(&row)?;
    tx.commit()?;
    Ok(Authority { row, key })
}

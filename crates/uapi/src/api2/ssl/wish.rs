//! What certificates and requests of API 2 are asked to say: hosts stand for private keys.

use api::{
    Cx, Error, Param as _, Result, UserName,
    ports::Wanted,
    records::{TlsKey, is},
};
use functions::domain::tls::{names::Names, subject};

/// The account's private key of that name, the one that was made last where there are several like
/// it.
pub(super) fn key(cx: &Cx<'_>, account: &UserName, host: &str) -> Result<TlsKey> {
    let tx = cx.host.store.read()?;
    let keys: Vec<TlsKey> = tx.matching(vec![is("account", account)])?;
    let again = format!("{host} (");
    let named = keys
        .into_iter()
        .filter(|key| key.friendly_name == host || key.friendly_name.starts_with(&again));
    named
        .max_by_key(|key| (key.created, key.friendly_name.len(), key.friendly_name.clone()))
        .ok_or_else(|| {
            Error::not_found(
                "host: the account has no private key of that name; make one with genkey.",
            )
        })
}

/// What is to be said for a host; of each attribute the parameter, its name and its value.
pub(super) fn wanted<const N: usize>(
    host: &str,
    attributes: [(&str, &'static str, &str); N],
) -> Result<Wanted> {
    let names = Names::read(&[host]).map_err(|problem| Error::param("host", problem))?;
    subject::wanted(&names, &attributes)
}

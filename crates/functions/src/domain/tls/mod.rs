//! TLS of accounts: the keys, requests and certificates that they keep, and the sites that use them.
//! Private keys leave the vault only to be shown to their owner, to sign, and to be served.

pub mod apply;
pub mod auto;
pub mod certificates;
pub mod exclusions;
pub mod facts;
pub mod finding;
pub mod hosts;
pub mod ids;
pub mod installing;
pub mod items;
pub mod keys;
pub mod listing;
pub mod mail_sni;
pub mod making;
pub mod names;
pub mod offer;
pub mod overview;
pub mod primary;
pub mod rebuilding;
pub mod redirects;
pub mod requests;
pub mod service_names;
pub mod subject;
pub mod text;

#[cfg(test)]
pub(crate) mod samples;

use api::{
    Account, Cx, Host, Result, UserName,
    ports::PublicKey,
    records::{
        TlsCertificate, TlsCheck, TlsExclusion, TlsKey, TlsName, TlsPreference, TlsProblem,
        TlsRequest, Tx, is,
    },
};

/// The caller's own account.
pub fn own(cx: &Cx<'_>) -> Result<UserName> {
    let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
    Ok(account.name().clone())
}

/// Forgets everything that an account kept. Its sites go by themselves.
pub fn forget_account(tx: &dyn Tx, account: &UserName) -> Result<()> {
    tx.delete::<TlsKey>(&[is("account", account)])?;
    tx.delete::<TlsCertificate>(&[is("account", account)])?;
    tx.delete::<TlsRequest>(&[is("account", account)])?;
    tx.delete::<TlsName>(&[is("account", account)])?;
    tx.delete::<TlsExclusion>(&[is("account", account)])?;
    tx.delete::<TlsPreference>(&[is("account", account)])?;
    tx.delete::<TlsCheck>(&[is("account", account)])?;
    tx.delete::<TlsProblem>(&[is("account", account)])?;
    Ok(())
}

/// The digest by which a key's certificates and requests are found.
pub fn digest(host: &Host, public: &PublicKey) -> String {
    host.system.digest(&hexadecimal(&public.der))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).fold(String::new(), |mut text, half| {
        text.extend(char::from_digit(half.into(), 16));
        text
    })
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let pairs = hexadecimal.as_bytes().chunks(2);
    let byte = |pair: &[u8]| u8::from_str_radix(str::from_utf8(pair).unwrap_or_default(), 16);
    pairs.map_while(|pair| byte(pair).ok()).collect()
}

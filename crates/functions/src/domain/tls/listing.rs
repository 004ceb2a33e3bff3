//! What an account keeps, by the domains that it is for.

use std::collections::BTreeMap;

use api::{
    Host, Param, Result, Type, UserName, Word,
    records::{TlsCertificate, TlsKey, TlsRequest},
};

use super::{certificates, items, names::DomainList, requests};

/// What is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ItemKind {
    /// Private keys.
    #[word("key")]
    Key,
    /// Signing requests.
    #[word("csr")]
    Csr,
    /// Certificates.
    #[word("crt")]
    Crt,
}

/// What is listed: words of [`ItemKind`] in one text, parted by commas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemKinds(Vec<ItemKind>);

impl ItemKinds {
    /// One kind.
    pub fn only(kind: ItemKind) -> Self {
        Self(vec![kind])
    }
}

impl From<&str> for ItemKinds {
    /// Of words; those that are none are left out.
    fn from(words: &str) -> Self {
        Self(words.split(',').filter_map(|word| word.parse().ok()).collect())
    }
}

impl Param for ItemKinds {
    const TYPE: Type = Type::Text;

    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = String::read(texts)?;
        let words = text.split([',', '|', ' ']).filter(|word| !word.is_empty());
        words.map(str::parse).collect::<Result<_, _>>().map(Self)
    }
}

/// What the account keeps of those kinds for those domains, or for all: domain, id and kind.
pub fn by_host(
    host: &Host,
    account: &UserName,
    kinds: &ItemKinds,
    domains: &DomainList,
) -> Result<Vec<(String, String, ItemKind)>> {
    let tx = host.store.read()?;
    let mut found = Vec::new();
    let mut of_key: BTreeMap<String, String> = BTreeMap::new();
    for row in items::all::<TlsRequest>(&*tx, account)? {
        let name = requests::read(host, &row)?.names.into_iter().next().unwrap_or_default();
        of_key.insert(row.public, name.clone());
        found.push((name, row.id, ItemKind::Csr));
    }
    for row in items::all::<TlsCertificate>(&*tx, account)? {
        let certificate = certificates::read(host, &row)?;
        let name = certificate.names.into_iter().next().unwrap_or_default();
        of_key.insert(row.public, name.clone());
        found.push((name, row.id, ItemKind::Crt));
    }
    for row in items::all::<TlsKey>(&*tx, account)? {
        let name = of_key.get(&row.public).cloned().unwrap_or(row.friendly_name);
        found.push((name, row.id, ItemKind::Key));
    }
    let wanted = |name: &str| {
        domains.0.is_empty() || domains.0.iter().any(|domain| *domain.as_str() == *name)
    };
    found.retain(|(name, _, kind)| kinds.0.contains(kind) && wanted(name));
    found.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
    Ok(found)
}

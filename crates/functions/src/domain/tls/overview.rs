//! What callers see of the TLS of their accounts: root of all, resellers of their own.

use std::collections::BTreeMap;

use api::{
    Account, Cx, Result, UserName,
    records::{AccountRecord, DomainRecord, Select, TlsCertificate, TlsHost, Tx},
};

/// A site with a certificate.
pub struct Seen {
    /// What is installed there.
    pub host: TlsHost,
    /// Whose it is.
    pub account: Account,
    /// Its domain.
    pub site: DomainRecord,
}

/// The names of the accounts that the caller may see.
pub fn accounts(cx: &Cx<'_>, tx: &dyn Tx) -> Result<Vec<UserName>> {
    let scope = cx.scope();
    let order = vec![("name", false)];
    let rows: Vec<AccountRecord> =
        tx.list(&Select { filter: scope.filter(), order, window: None })?;
    Ok(rows.into_iter().map(|row| row.name).collect())
}

/// The sites with certificates that the caller may see, by domain.
pub fn hosts(cx: &Cx<'_>, tx: &dyn Tx) -> Result<Vec<Seen>> {
    let rows: Vec<TlsHost> = match cx.scope().owner() {
        None => tx.matching(Vec::new())?,
        Some(_) => tx.among("account", &accounts(cx, tx)?)?,
    };
    let rows: Vec<TlsHost> = rows.into_iter().filter(|row| !row.certificate.is_empty()).collect();
    let mut names: Vec<UserName> = rows.iter().map(|row| row.account.clone()).collect();
    names.dedup();
    let accounts: BTreeMap<UserName, Account> = cx.accounts(tx, &names)?;
    let mut seen = Vec::new();
    for host in rows {
        let site: Option<DomainRecord> = tx.find(&[(&host.domain).into()])?;
        if let (Some(account), Some(site)) = (accounts.get(&host.account), site) {
            seen.push(Seen { host, account: account.clone(), site });
        }
    }
    seen.sort_by(|one, other| one.host.domain.cmp(&other.host.domain));
    Ok(seen)
}

/// The stored certificates of the accounts that the caller may see, or of one of them.
pub fn certificates(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    only: Option<&UserName>,
) -> Result<Vec<TlsCertificate>> {
    match (only, cx.scope().owner()) {
        (Some(name), _) => super::items::all(tx, cx.account(tx, name)?.name()),
        (None, None) => tx.matching(Vec::new()),
        (None, Some(_)) => tx.among("account", &accounts(cx, tx)?),
    }
}

/// The accounts whose certificates name a host, of those that the caller may see.
pub fn naming(cx: &Cx<'_>, host: &str) -> Result<Vec<UserName>> {
    let tx = cx.host.store.read()?;
    let mut names: Vec<UserName> =
        super::certificates::anywhere(&*tx, host)?.into_iter().map(|row| row.account).collect();
    names.sort();
    names.dedup();
    Ok(cx.accounts(&*tx, &names)?.into_keys().collect())
}

//! What is derived from stored certificates, made anew.

use api::{
    Cx, Result, UserName,
    records::{TlsCertificate, TlsName, is},
};

use super::{certificates, items};
use crate::domain::change::{Change, OnFailure};

/// Makes the index of the names on an account's certificates anew.
pub fn rebuild(cx: &Cx<'_>, account: &UserName) -> Result<()> {
    let stored: Vec<TlsCertificate> = items::all(&*cx.host.store.read()?, account)?;
    let mut names = Vec::new();
    for row in &stored {
        let certificate = certificates::read(cx.host, row)?;
        names.extend(certificate.names.into_iter().map(|name| TlsName {
            name,
            account: account.clone(),
            certificate: row.id.clone(),
        }));
    }
    let mut change = Change::begin(cx)?;
    change.remove::<TlsName>(&[is("account", account)])?;
    for name in &names {
        // One that was removed meanwhile needs none.
        let key = [account.into(), (&name.certificate).into()];
        if change.tx().find::<TlsCertificate>(&key)?.is_some() {
            change.save(name)?;
        }
    }
    change.commit(OnFailure::Undo)
}

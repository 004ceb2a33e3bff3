//! Resellers: who is one, and what they may do.

use std::collections::BTreeMap;

use api::{
    Acl, AclSet, Flag, Result, UserName,
    records::{ResellerAcl, ResellerRecord, Tx, is},
};

use super::change::Change;

/// The privileges of a user: all for root, those granted for a reseller, none for others and for a
/// reseller who is suspended.
pub fn acls(tx: &dyn Tx, user: &UserName) -> Result<AclSet> {
    if user.is_root() {
        return Ok(AclSet::all());
    }
    match tx.find::<ResellerRecord>(&[user.into()])? {
        Some(reseller) if !reseller.suspended.0 => {
            let rows: Vec<ResellerAcl> = tx.matching(vec![is("name", user)])?;
            Ok(rows.into_iter().map(|row| row.acl).collect())
        }
        _ => Ok(AclSet::default()),
    }
}

/// The privileges that were granted to those of the users who are resellers, suspended or not.
pub fn granted(tx: &dyn Tx, users: &[UserName]) -> Result<BTreeMap<UserName, AclSet>> {
    let rows: Vec<ResellerAcl> = tx.among("name", users)?;
    let mut granted: BTreeMap<UserName, Vec<Acl>> = BTreeMap::new();
    for row in rows {
        granted.entry(row.name).or_default().push(row.acl);
    }
    Ok(granted.into_iter().map(|(name, acls)| (name, acls.into_iter().collect())).collect())
}

/// Makes a user a reseller with what a new one may do; one who is a reseller already stays as is.
pub fn set_up(change: &mut Change<'_>, user: &UserName) -> Result<()> {
    if is_reseller(change.tx(), user)? {
        return Ok(());
    }
    change.insert(&ResellerRecord { name: user.clone(), suspended: Flag(false) })?;
    for acl in initial().iter() {
        change.insert(&ResellerAcl { name: user.clone(), acl })?;
    }
    Ok(())
}

/// Whether the user is a reseller.
pub fn is_reseller(tx: &dyn Tx, user: &UserName) -> Result<bool> {
    Ok(tx.find::<ResellerRecord>(&[user.into()])?.is_some())
}

/// What a new reseller may do.
pub fn initial() -> AclSet {
    [
        Acl::AcctSummary,
        Acl::BasicSystemInfo,
        Acl::BasicWhmFunctions,
        Acl::CorsProxyGet,
        Acl::CpanelApi,
        Acl::CpanelIntegration,
        Acl::CreateUserSession,
        Acl::DigestAuth,
        Acl::GenerateEmailConfig,
        Acl::ListPkgs,
        Acl::ManageApiTokens,
        Acl::ManageDnsRecords,
        Acl::ManageOidc,
        Acl::ManageStyles,
        Acl::MysqlInfo,
        Acl::NsConfig,
        Acl::PublicContact,
        Acl::SslInfo,
        Acl::TrackEmail,
    ]
    .into_iter()
    .collect()
}

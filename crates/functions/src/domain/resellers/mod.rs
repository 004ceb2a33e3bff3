//! Resellers: who is one, and what they may do.

pub mod acl_lists;
pub mod addresses;
pub mod departure;
pub mod limits;
pub mod nameservers;
pub mod packages;
pub mod suspension;
pub mod termination;

use std::collections::BTreeMap;

use api::{
    Acl, AclSet, Cx, Error, Flag, Result, UserName,
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

/// The reseller of that name. Resellers know of none but themselves.
pub fn find(cx: &Cx<'_>, tx: &dyn Tx, name: &UserName) -> Result<ResellerRecord> {
    let known = cx.caller.is_rootlike() || *name == cx.caller.user;
    let found = if known { tx.find::<ResellerRecord>(&[name.into()])? } else { None };
    found.ok_or_else(|| Error::not_found(format!("There is no reseller “{name}”.")))
}

/// The same for what nobody may do to themselves.
pub fn find_another(cx: &Cx<'_>, tx: &dyn Tx, name: &UserName) -> Result<ResellerRecord> {
    let found = find(cx, tx, name)?;
    if *name == cx.caller.user {
        return Err(Error::denied("user: nobody may do this to themselves."));
    }
    Ok(found)
}

/// Gives a reseller these privileges in place of those there were.
pub fn grant(change: &mut Change<'_>, name: &UserName, acls: AclSet) -> Result<()> {
    change.remove::<ResellerAcl>(&[is("name", name)])?;
    for acl in acls.iter() {
        change.insert(&ResellerAcl { name: name.clone(), acl })?;
    }
    Ok(())
}

/// Makes a user a reseller with what a new one may do; one who is a reseller already stays as is.
pub fn set_up(change: &mut Change<'_>, user: &UserName) -> Result<()> {
    if is_reseller(change.tx(), user)? {
        return Ok(());
    }
    change.insert(&ResellerRecord { name: user.clone(), suspended: Flag(false) })?;
    grant(change, user, initial())
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

//! Saved lists of privileges. One is copied to a reseller when it is applied; what becomes of the
//! list later does not follow.

use api::{
    AclSet, Error, Result,
    records::{AclList, AclListAcl, Tx, is},
    values::text,
};

use crate::domain::change::Change;

/// The longest name in bytes.
const LONGEST: usize = 128;

/// Refuses what is no name of a list.
pub fn check_name(param: &str, name: &str) -> Result<()> {
    if name.is_empty() || name.len() > LONGEST || name.trim() != name || name.contains('/') {
        let rule = "must be 1 to 128 characters without a slash, and no space at either end.";
        return Err(Error::param(param, rule));
    }
    Ok(())
}

/// Keeps a list, in place of the one of that name.
pub fn save(change: &mut Change<'_>, name: &str, acls: AclSet) -> Result<()> {
    change.save(&AclList { name: name.to_owned() })?;
    change.remove::<AclListAcl>(&[is("list", name)])?;
    for acl in acls.iter() {
        change.insert(&AclListAcl { list: name.to_owned(), acl })?;
    }
    Ok(())
}

/// What a list grants.
pub fn find(tx: &dyn Tx, param: &str, name: &str) -> Result<AclSet> {
    if tx.find::<AclList>(&[name.into()])?.is_none() {
        let shown = text::shown(name);
        return Err(Error::not_found(format!("{param}: there is no list “{shown}”.")));
    }
    let rows: Vec<AclListAcl> = tx.matching(vec![is("list", name)])?;
    Ok(rows.into_iter().map(|row| row.acl).collect())
}

/// All lists with what they grant, by name.
pub fn all(tx: &dyn Tx) -> Result<Vec<(String, AclSet)>> {
    let lists: Vec<AclList> = tx.matching(Vec::new())?;
    let rows: Vec<AclListAcl> = tx.matching(Vec::new())?;
    let acls = |name: &str| rows.iter().filter(|row| row.list == name).map(|row| row.acl).collect();
    Ok(lists.into_iter().map(|list| (list.name.clone(), acls(&list.name))).collect())
}

//! Whose a package or a feature list is. Its name begins with its owner's and an underscore, where
//! the owner is a reseller; all others are root's. The owner stands in the row, so that `bob` does
//! not get what is of `bob_b`.

use api::{Caller, PackageName, Result, UserName, records::Tx};

use super::resellers;

/// Whether the caller may change what that owner has.
pub fn may_change(caller: &Caller, owner: &UserName) -> bool {
    caller.is_rootlike() || *owner == caller.user
}

/// The name under which the caller's own is kept: a reseller's gets the reseller's prefix.
pub fn own_name(caller: &Caller, name: &PackageName) -> Result<PackageName, String> {
    let prefix = format!("{}_", caller.user);
    if caller.is_rootlike() || caller.user.is_root() || name.as_str().starts_with(&prefix) {
        return Ok(name.clone());
    }
    format!("{prefix}{name}").parse()
}

/// The owner of what the caller is about to make under that name: the caller, or the reseller whose
/// prefix root gave it.
pub fn of_new(tx: &dyn Tx, caller: &Caller, name: &PackageName) -> Result<UserName> {
    if !caller.is_rootlike() {
        return Ok(caller.user.clone());
    }
    for (place, _) in name.as_str().rmatch_indices('_') {
        let prefix = name.as_str().get(..place).unwrap_or_default();
        match prefix.parse::<UserName>() {
            Ok(user) if user == *prefix && resellers::is_reseller(tx, &user)? => return Ok(user),
            _ => {}
        }
    }
    Ok(UserName::root())
}

//! What of a reseller goes with the reseller, and what follows another name.

use api::{
    Cx, Error, Kind, Result, UserName,
    records::{
        AccountCount, Cell, FeatureListRecord, Ipv6Range, Login, LoginKind, PackageRecord, Record,
        ResellerAcl, ResellerAddress, ResellerAddresses, ResellerLimits, ResellerNameserver,
        ResellerPackage, ResellerRecord, Service, SessionRecord, TokenKind, TokenRecord, Tx, is,
    },
};

use crate::domain::{accounts::removal, change::Change};

/// Takes from a user the standing of a reseller. Accounts that they own stay theirs; one who is
/// nothing but a reseller goes altogether, and so may own none.
pub fn write(cx: &Cx<'_>, change: &mut Change<'_>, name: &UserName) -> Result<()> {
    let tx = change.tx();
    let login: Option<Login> = tx.find(&[name.into()])?;
    if login.is_some_and(|login| login.kind == LoginKind::Reseller) {
        check_owns_nothing(tx, name)?;
        cx.raw(format!("The user “{name}” had no account and was removed."));
        return removal::remove_login(tx, name);
    }
    tx.delete::<SessionRecord>(&[is("user_name", name), is("service", &Service::Whm)])?;
    tx.delete::<TokenRecord>(&[is("user_name", name), is("kind", &TokenKind::Whm)])?;
    forget(tx, name)
}

/// Refuses where the user owns accounts besides their own.
fn check_owns_nothing(tx: &dyn Tx, name: &UserName) -> Result<()> {
    let count: Option<AccountCount> = tx.find(&[name.into()])?;
    match count.map_or(0, |count| count.accounts) {
        0 => Ok(()),
        owned => Err(Error::new(
            Kind::Conflict,
            format!(
                "user: “{name}” has no account and owns {owned}; give them another owner or remove \
                 them first."
            ),
        )),
    }
}

/// Removes what is kept of a user as a reseller. What the reseller made for accounts becomes root's,
/// as accounts of other owners may have it; who gets the name later must not own it for that.
pub fn forget(tx: &dyn Tx, name: &UserName) -> Result<()> {
    fn remove<T: Record>(tx: &dyn Tx, name: &UserName) -> Result<()> {
        tx.delete::<T>(&[is("name", name)]).map(|_| ())
    }
    remove::<ResellerAcl>(tx, name)?;
    remove::<ResellerLimits>(tx, name)?;
    remove::<ResellerPackage>(tx, name)?;
    remove::<ResellerAddresses>(tx, name)?;
    remove::<ResellerAddress>(tx, name)?;
    remove::<ResellerNameserver>(tx, name)?;
    remove::<ResellerRecord>(tx, name)?;
    let root = UserName::root();
    tx.update::<PackageRecord>(&[("owner", (&root).into())], &[is("owner", name)])?;
    tx.update::<FeatureListRecord>(&[("owner", (&root).into())], &[is("owner", name)])?;
    tx.update::<Ipv6Range>(&[("owner", (&root).into())], &[is("owner", name)])?;
    Ok(())
}

/// Gives what is kept of a reseller another name.
pub fn rename(tx: &dyn Tx, old: &UserName, new: &UserName) -> Result<()> {
    fn rename<T: Record>(tx: &dyn Tx, old: &UserName, new: &UserName) -> Result<()> {
        tx.update::<T>(&[("name", Cell::from(new))], &[is("name", old)]).map(|_| ())
    }
    rename::<ResellerRecord>(tx, old, new)?;
    rename::<ResellerAcl>(tx, old, new)?;
    rename::<ResellerLimits>(tx, old, new)?;
    rename::<ResellerPackage>(tx, old, new)?;
    rename::<ResellerAddresses>(tx, old, new)?;
    rename::<ResellerAddress>(tx, old, new)?;
    rename::<ResellerNameserver>(tx, old, new)?;
    tx.update::<Ipv6Range>(&[("owner", Cell::from(new))], &[is("owner", old)]).map(|_| ())
}

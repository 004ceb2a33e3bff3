//! What an account may use: its own override counts first, then its feature list; and what the list
//! `disabled` or the showcase takes from all, nobody has.

use std::collections::BTreeMap;

use api::{
    Caller, Error, Flag, Needs, Result, UserName,
    records::{AccountRecord, FeatureOverride, ShowcaseItem, Tx, is},
};

use super::{find, lists, lists::FeatureList};

/// What decides on the features of one account.
pub struct Access {
    list: FeatureList,
    disabled: FeatureList,
    showcase: BTreeMap<String, Flag>,
    overrides: BTreeMap<String, Flag>,
}

impl Access {
    /// Reads it for an account.
    pub fn of(tx: &dyn Tx, account: &AccountRecord) -> Result<Self> {
        let rows: Vec<FeatureOverride> = tx.matching(vec![is("account", &account.name)])?;
        Ok(Self {
            list: lists::or_default(tx, &account.feature_list)?,
            disabled: lists::disabled(tx)?,
            showcase: showcase(tx)?,
            overrides: rows.into_iter().map(|row| (row.feature, row.enabled)).collect(),
        })
    }

    /// Whether the account may use the feature. What is no feature is not switched by anything, and
    /// counts as allowed.
    pub fn has(&self, feature: &str) -> bool {
        let own = self.own(feature).map_or_else(|| self.list_has(feature), |flag| flag.0);
        find(feature).is_none() || (own && self.is_there(feature))
    }

    /// Whether the account may call a function with these needs, which is one of accounts.
    pub fn opens(&self, needs: Needs) -> bool {
        match needs {
            Needs::Features(any) => any.is_empty() || any.iter().any(|feature| self.has(feature)),
            Needs::Login | Needs::AnyOf(_) => false,
        }
    }

    /// What the account's own override says.
    pub fn own(&self, feature: &str) -> Option<Flag> {
        self.overrides.get(feature).copied()
    }

    /// Whether the account's feature list gives the feature, and nothing takes it from all.
    pub fn by_list(&self, feature: &str) -> bool {
        find(feature).is_none() || (self.list_has(feature) && self.is_there(feature))
    }

    fn list_has(&self, feature: &str) -> bool {
        self.list.has(feature)
    }

    fn is_there(&self, feature: &str) -> bool {
        self.disabled.has(feature) && self.showcase.get(feature).is_none_or(|flag| flag.0)
    }
}

/// What the showcase was told of its items.
pub fn showcase(tx: &dyn Tx) -> Result<BTreeMap<String, Flag>> {
    let rows: Vec<ShowcaseItem> = tx.matching(Vec::new())?;
    Ok(rows.into_iter().map(|row| (row.feature, row.enabled)).collect())
}

/// Refuses to let a reseller switch on what the reseller's own account may not use; `param` is where
/// it was asked for, or the feature itself. A reseller without an account gives what the list
/// `default` gives.
pub fn check_may_give(
    tx: &dyn Tx,
    caller: &Caller,
    param: Option<&str>,
    features: &[&str],
) -> Result<()> {
    if caller.is_rootlike() || caller.user.is_root() {
        return Ok(());
    }
    let access = own_access(tx, &caller.user)?;
    match features.iter().find(|feature| !access.has(feature)) {
        None => Ok(()),
        Some(feature) => Err(Error::denied(format!(
            "{}: “{feature}” is not yours to give.",
            param.unwrap_or(feature)
        ))),
    }
}

fn own_access(tx: &dyn Tx, user: &UserName) -> Result<Access> {
    match tx.find::<AccountRecord>(&[user.into()])? {
        Some(account) => Access::of(tx, &account),
        None => Ok(Access {
            list: lists::or_default(tx, &lists::DEFAULT.into())?,
            disabled: lists::disabled(tx)?,
            showcase: showcase(tx)?,
            overrides: BTreeMap::new(),
        }),
    }
}

//! Feature lists. Three are always there: `default`, with everything; `disabled`, whose features that
//! are off are off for all accounts; and `Mail Only`. Until somebody edits one of them, it comes from
//! here and not from the store.

use std::collections::BTreeMap;

use api::{
    Caller, Error, Flag, PackageName, Result, UserName,
    records::{FeatureListFeature, FeatureListRecord, Tx, is},
};

use super::{FEATURES, Feature, Group};
use crate::domain::{change::Change, ownership};

/// The list of packages that name none.
pub const DEFAULT: &str = "default";
/// The list of what no account has.
pub const DISABLED: &str = "disabled";
/// The list of accounts that have mail and nothing else.
pub const MAIL_ONLY: &str = "Mail Only";

const BUILT_IN: [&str; 3] = [MAIL_ONLY, DEFAULT, DISABLED];

/// A feature list with what it says.
#[derive(Debug, Clone)]
pub struct FeatureList {
    /// Its name.
    pub name: PackageName,
    /// Whose it is.
    pub owner: UserName,
    /// What it says of each feature.
    pub features: BTreeMap<String, Flag>,
}

impl FeatureList {
    /// A list that gives nothing.
    pub fn empty(name: PackageName, owner: UserName) -> Self {
        Self { name, owner, features: BTreeMap::new() }
    }

    /// Whether the feature is on in it. What is not mentioned is off, but in the lists `default` and
    /// `disabled`, which take away only what they name.
    pub fn has(&self, feature: &str) -> bool {
        let silence = self.name == *DEFAULT || self.name == *DISABLED;
        self.features.get(feature).map_or(silence, |flag| flag.0)
    }

    /// Whether it is the list of what no account has.
    pub fn is_disabled_list(&self) -> bool {
        self.name == *DISABLED
    }

    /// Writes it in place of what was there.
    pub fn save(&self, change: &mut Change<'_>) -> Result<()> {
        let (name, owner) = (self.name.clone(), self.owner.clone());
        change.save(&FeatureListRecord { name, owner })?;
        change.remove::<FeatureListFeature>(&[is("list", &self.name)])?;
        for (feature, enabled) in &self.features {
            let (list, feature) = (self.name.clone(), feature.clone());
            change.insert(&FeatureListFeature { list, feature, enabled: *enabled })?;
        }
        Ok(())
    }
}

/// The list of that name, stored or from here.
pub fn look_up(tx: &dyn Tx, name: &PackageName) -> Result<Option<FeatureList>> {
    let Some(record) = tx.find::<FeatureListRecord>(&[name.into()])? else {
        return Ok(built_in(name));
    };
    let rows: Vec<FeatureListFeature> = tx.matching(vec![is("list", name)])?;
    let features = rows.into_iter().map(|row| (row.feature, row.enabled)).collect();
    Ok(Some(FeatureList { name: record.name, owner: record.owner, features }))
}

/// The list of that name, or `default` where there is none (any more).
pub fn or_default(tx: &dyn Tx, name: &PackageName) -> Result<FeatureList> {
    match look_up(tx, name)? {
        Some(list) => Ok(list),
        None => of_name(tx, DEFAULT),
    }
}

/// The list of what no account has.
pub fn disabled(tx: &dyn Tx) -> Result<FeatureList> {
    of_name(tx, DISABLED)
}

/// The list that the caller means and may change. A reseller may leave out the prefix; who got
/// another name since must give the whole name.
pub fn changeable(tx: &dyn Tx, caller: &Caller, name: &PackageName) -> Result<FeatureList> {
    let mine = |list: &FeatureList| ownership::may_change(caller, &list.owner, &list.name);
    if let Some(list) = look_up(tx, name)?.filter(mine) {
        return Ok(list);
    }
    let list = look_up(tx, &own_name(caller, name)?)?;
    list.filter(mine).ok_or_else(|| unknown(name))
}

/// The name under which the caller's own list is kept.
pub fn own_name(caller: &Caller, name: &PackageName) -> Result<PackageName> {
    ownership::own_name(caller, name).map_err(|rule| Error::param("featurelist", rule))
}

/// The list that the caller means and may give to a package: an own one, `default` or `Mail Only`.
pub fn for_package(tx: &dyn Tx, caller: &Caller, name: &PackageName) -> Result<PackageName> {
    let disabled = *name == *DISABLED;
    if !disabled && BUILT_IN.iter().any(|built_in| *name == **built_in) {
        return Ok(name.clone());
    }
    match changeable(tx, caller, name) {
        Ok(list) if !disabled => Ok(list.name),
        _ => Err(Error::param(
            "featurelist",
            format!("there is no such list for packages: “{name}”"),
        )),
    }
}

/// The names of the lists that the caller may change, in order.
pub fn names(tx: &dyn Tx, caller: &Caller) -> Result<Vec<PackageName>> {
    let all = caller.is_rootlike();
    let rows: Vec<FeatureListRecord> =
        if all { tx.matching(Vec::new())? } else { ownership::rows(tx, caller)? };
    let mut names: Vec<PackageName> = rows.into_iter().map(|row| row.name).collect();
    if all || caller.user.is_root() {
        names.extend(BUILT_IN.map(PackageName::from));
    }
    names.sort();
    names.dedup();
    Ok(names)
}

/// Whether the list is always there.
pub fn is_built_in(name: &PackageName) -> bool {
    BUILT_IN.iter().any(|built_in| *name == **built_in)
}

/// What a caller is told of a list that is not there, or not for the caller.
pub fn unknown(name: &PackageName) -> Error {
    Error::not_found(format!("There is no feature list “{name}”."))
}

fn of_name(tx: &dyn Tx, name: &'static str) -> Result<FeatureList> {
    let name = PackageName::from(name);
    look_up(tx, &name)?.ok_or_else(|| unknown(&name))
}

fn built_in(name: &PackageName) -> Option<FeatureList> {
    let on: fn(&Feature) -> bool = match name.as_str() {
        DEFAULT | DISABLED => |_| true,
        MAIL_ONLY => is_for_mail,
        _ => return None,
    };
    let features = FEATURES.iter().map(|feature| (feature.id.to_owned(), Flag(on(feature))));
    Some(FeatureList { name: name.clone(), owner: UserName::root(), features: features.collect() })
}

/// Mail itself, and what every user needs to look after an account.
fn is_for_mail(feature: &Feature) -> bool {
    let own = ["apitokens", "autossl", "password", "setlang", "twofactorauth", "updatecontact"];
    feature.group == Group::Email || own.contains(&feature.id)
}

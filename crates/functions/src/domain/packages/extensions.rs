//! Package extensions: their names stand in the package, their variables in rows of their own. A
//! variable is an extension's where its name begins with the extension's and an underscore.

use std::collections::BTreeMap;

use api::{
    Cx, Error, PackageName, Param, Result, Type,
    records::{AccountRecord, PackageExtension, PackageRecord, Tx, is},
};

use super::view::KEYS;
use crate::domain::change::Change;

/// Variables by name.
pub type Variables = BTreeMap<String, String>;

/// Names of extensions, parted by spaces on the wire; their case counts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extensions(Vec<String>);

impl Extensions {
    /// Those that a package has.
    pub fn of(package: &PackageRecord) -> Self {
        Self(package.extensions.split_whitespace().map(str::to_owned).collect())
    }

    /// Whether all of `others` are among them.
    pub fn hold(&self, others: &Self) -> bool {
        others.0.iter().all(|name| self.0.contains(name))
    }

    /// These and those of `others` that are not among them.
    #[must_use]
    pub fn with(mut self, others: &Self) -> Self {
        for name in &others.0 {
            if !self.0.contains(name) {
                self.0.push(name.clone());
            }
        }
        self
    }

    /// These without `others`.
    #[must_use]
    pub fn without(mut self, others: &Self) -> Self {
        self.0.retain(|name| !others.0.contains(name));
        self
    }

    fn own(&self, variable: &str) -> bool {
        self.0.iter().any(|name| {
            variable.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with('_'))
        })
    }
}

impl Param for Extensions {
    const TYPE: Type = Type::Text;
    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = String::read(texts)?;
        let parts = text.split(' ').filter(|part| !part.is_empty());
        let names = Self(parts.map(str::to_owned).collect());
        match names.0.iter().find(|name| !is_name(name)) {
            Some(name) => Err(format!("“{}” {NAME_RULE}", api::values::text::shown(name))),
            None => Ok(Self::default().with(&names)),
        }
    }
}

/// Makes the extensions of a package be these and sets variables; those of extensions that are gone
/// go with them. Saving the package is left to the caller.
pub fn set(
    change: &mut Change<'_>,
    package: &mut PackageRecord,
    extensions: &Extensions,
    given: &Variables,
) -> Result<()> {
    let gone = Extensions::of(package).without(extensions);
    package.extensions = extensions.0.join(" ");
    for name in variables(change.tx(), &package.name)?.into_keys() {
        if extensions.0.is_empty() || gone.own(&name) {
            remove(change, &package.name, &name)?;
        }
    }
    if extensions.0.is_empty() {
        return Ok(());
    }
    for (name, value) in given {
        check(name)?;
        let (package, name, value) = (package.name.clone(), name.clone(), value.clone());
        change.save(&PackageExtension { package, name, value })?;
    }
    Ok(())
}

/// Saves a package whose extensions changed, and tells the accounts on it.
pub fn save(cx: &Cx<'_>, change: &mut Change<'_>, package: &PackageRecord) -> Result<()> {
    change.save(package)?;
    let now = cx.now();
    let set = [("extensions", (&package.extensions).into()), ("modified", (&now).into())];
    change.tx().update::<AccountRecord>(&set, &[is("package", &package.name)])?;
    Ok(())
}

/// Takes a variable away.
pub fn remove(change: &mut Change<'_>, package: &PackageName, name: &str) -> Result<()> {
    change.remove::<PackageExtension>(&[is("package", package), is("name", name)])?;
    Ok(())
}

/// The variables of a package.
pub fn variables(tx: &dyn Tx, package: &PackageName) -> Result<Variables> {
    let rows: Vec<PackageExtension> = tx.matching(vec![is("package", package)])?;
    Ok(rows.into_iter().map(|row| (row.name, row.value)).collect())
}

/// Packages, each with its variables.
pub fn join(tx: &dyn Tx, packages: Vec<PackageRecord>) -> Result<Vec<(PackageRecord, Variables)>> {
    let extended = packages.iter().filter(|package| !package.extensions.is_empty());
    let names: Vec<PackageName> = extended.map(|package| package.name.clone()).collect();
    let mut rows: BTreeMap<PackageName, Variables> = BTreeMap::new();
    for row in tx.among::<PackageExtension, _>("package", &names)? {
        rows.entry(row.package).or_default().insert(row.name, row.value);
    }
    let with = |package: PackageRecord| {
        let variables = rows.remove(&package.name).unwrap_or_default();
        (package, variables)
    };
    Ok(packages.into_iter().map(with).collect())
}

const NAME_RULE: &str =
    "is not a name: it takes up to 64 letters, digits, hyphens, underscores and dots";

fn is_name(name: &str) -> bool {
    let ordinary = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    (1..=64).contains(&name.len()) && name.chars().all(ordinary)
}

/// A variable stands beside a package's own keys in replies, so it may not be called like one.
fn check(name: &str) -> Result<()> {
    let shown = api::values::text::shown(name);
    if !is_name(name) {
        return Err(Error::param(&shown, NAME_RULE));
    }
    if KEYS.contains(&name) {
        return Err(Error::param(&shown, "is a setting of packages, not a variable of extensions"));
    }
    Ok(())
}

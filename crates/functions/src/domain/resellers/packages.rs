//! Which packages root opens or closes to a reseller, and for how many accounts.

use std::collections::BTreeMap;

use api::{
    Flag, Limit, PackageName, Result, UserName,
    records::{ResellerPackage, Tx, is},
};

use super::limits;

/// What root said of the packages that a reseller may use.
#[derive(Debug)]
pub struct Opened {
    only_open: bool,
    rows: BTreeMap<PackageName, Option<Flag>>,
}

impl Opened {
    /// What root said to that reseller.
    pub fn to(tx: &dyn Tx, name: &UserName) -> Result<Self> {
        let rows: Vec<ResellerPackage> = tx.matching(vec![is("name", name)])?;
        let only_open = limits::of(tx, name)?.only_open_packages.0;
        Ok(Self { only_open, rows: rows.into_iter().map(|row| (row.package, row.open)).collect() })
    }

    /// Whether the reseller may use the package; `None` where privileges decide.
    pub fn allows(&self, package: &PackageName) -> Option<bool> {
        match self.rows.get(package).copied().flatten() {
            Some(open) => Some(open.0),
            None if self.only_open => Some(false),
            None => None,
        }
    }

    /// The packages that are open.
    pub fn names(&self) -> impl Iterator<Item = &PackageName> {
        self.rows.iter().filter(|(_, open)| **open == Some(Flag(true))).map(|(name, _)| name)
    }
}

/// What root said of one package; nothing at first.
pub fn of(tx: &dyn Tx, name: &UserName, package: &PackageName) -> Result<ResellerPackage> {
    let found: Option<ResellerPackage> = tx.find(&[name.into(), package.into()])?;
    Ok(found.unwrap_or_else(|| ResellerPackage {
        name: name.clone(),
        package: package.clone(),
        open: None,
        accounts: Limit::UNLIMITED,
    }))
}

//! A package about to be made or changed.

use api::{Cx, Error, Kind, PackageName, Result, records::PackageRecord};

use super::{
    Extensions, Settings, blank, extensions,
    extensions::Variables,
    followers::{self, HostPart},
    privileges,
};
use crate::domain::{change::Change, ownership, resellers::limits};

/// What a call wants of a package.
#[derive(Debug)]
pub struct Draft {
    /// Its settings.
    pub settings: Settings,
    /// Its extensions.
    pub extensions: Extensions,
    /// Variables of its extensions.
    pub variables: Variables,
}

impl Draft {
    /// Makes a package of it.
    pub fn create(self, cx: &Cx<'_>, change: &mut Change<'_>, name: PackageName) -> Result<()> {
        if name == *"extensions" {
            return Err(Error::param("name", "“extensions” may not be the name of a package"));
        }
        if super::look_up(change.tx(), &name)?.is_some() {
            return Err(Error::new(
                Kind::Exists,
                format!("name: there is a package “{name}” already."),
            ));
        }
        let owner = ownership::of_new(change.tx(), cx.caller, &name)?;
        let package = blank(name, owner);
        let package = self.put(cx, change, None, package)?;
        limits::check_package(cx, change.tx(), None, &package)
    }

    /// Changes a package by it, and the accounts on it with it.
    pub fn change(
        self,
        cx: &Cx<'_>,
        change: &mut Change<'_>,
        part: HostPart,
        before: PackageRecord,
    ) -> Result<()> {
        let after = self.put(cx, change, Some(&before), before.clone())?;
        followers::follow(cx, change, part, &before, &after)?;
        limits::check_package(cx, change.tx(), Some(&before), &after)
    }

    fn put(
        self,
        cx: &Cx<'_>,
        change: &mut Change<'_>,
        before: Option<&PackageRecord>,
        mut package: PackageRecord,
    ) -> Result<PackageRecord> {
        self.settings.put_into(change.tx(), cx.caller, &mut package)?;
        privileges::check(cx, &package, before)?;
        extensions::set(change, &mut package, &self.extensions, &self.variables)?;
        change.save(&package)?;
        Ok(package)
    }
}

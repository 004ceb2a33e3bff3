//! `addpkgext`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Function, Input, Legacy, Needs, Output, PackageName, Result};

use crate::domain::{
    change::{Change, OnFailure},
    packages::{self, Extensions, extensions},
};

/// Adds extensions to a package, or changes the variables of those that it has.
#[derive(Debug, Input)]
pub struct Params {
    /// The extensions, parted by spaces; their case counts.
    #[param(name = "_PACKAGE_EXTENSIONS")]
    pub extensions: Extensions,
    /// The package; a reseller may leave out the prefix.
    pub name: PackageName,
    /// Variables of the extensions, under their own names.
    #[param(rest)]
    pub variables: BTreeMap<String, String>,
}

/// The package.
#[derive(Debug, Output)]
pub struct Reply {
    /// Its name.
    pub pkg: PackageName,
}

/// See [`Params`].
pub struct AddPkgExt;

impl Function for AddPkgExt {
    const NAME: &'static str = "addpkgext";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditPkg]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let mut change = Change::begin(cx)?;
        let mut package = packages::changeable(change.tx(), cx.caller, &params.name)?;
        let all = Extensions::of(&package).with(&params.extensions);
        extensions::set(&mut change, &mut package, &all, &params.variables)?;
        extensions::save(cx, &mut change, &package)?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply { pkg: package.name })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    fn world() -> World {
        let world = World::new().reseller("eve", &[Acl::EditPkg]);
        world.data("root", "addpkg", &[("name", "gold")]);
        world.account_on("anna", "root", "gold")
    }

    #[test]
    fn adds_once_and_changes_variables_again() {
        let world = world();
        for spots in ["y", "n"] {
            let form = [("name", "gold"), ("_PACKAGE_EXTENSIONS", "dog Cat"), ("dog_spots", spots)];
            assert_eq!(world.data("root", "addpkgext", &form)["pkg"], "gold");
        }
        let gold = world.data("root", "getpkginfo", &[("pkg", "gold")])["pkg"].clone();
        assert_eq!(
            (&gold["_PACKAGE_EXTENSIONS"], &gold["dog_spots"]),
            (&"dog Cat".into(), &"n".into())
        );
        assert_eq!(world.record("anna").extensions, "dog Cat");
    }

    #[test]
    fn a_variable_may_not_be_called_like_a_setting() {
        let form = [("name", "gold"), ("_PACKAGE_EXTENSIONS", "dog"), ("QUOTA", "1")];
        let said = world().refusal("root", "addpkgext", &form);
        assert!(said.starts_with("QUOTA: is a setting of packages"), "{said}");
        let form = [("name", "gold"), ("_PACKAGE_EXTENSIONS", "a/b")];
        let said = world().refusal("root", "addpkgext", &form);
        assert!(said.starts_with("_PACKAGE_EXTENSIONS: “a/b”"), "{said}");
    }

    #[test]
    fn a_reseller_does_not_reach_the_packages_of_others() {
        let form = [("name", "gold"), ("_PACKAGE_EXTENSIONS", "dog")];
        let said = world().refusal("eve", "addpkgext", &form);
        assert_eq!(said, "There is no package “gold”.");
    }
}

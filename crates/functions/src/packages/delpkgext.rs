//! `delpkgext`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Function, Input, Legacy, Needs, Output, PackageName, Result};

use crate::domain::{
    change::{Change, OnFailure},
    packages::{self, Extensions, extensions},
};

/// Removes extensions from a package, and their variables with them.
#[derive(Debug, Input)]
pub struct Params {
    /// The extensions, parted by spaces; their case counts.
    #[param(name = "_DELETE_EXTENSIONS")]
    pub extensions: Extensions,
    /// The package; a reseller may leave out the prefix.
    pub name: PackageName,
    /// Further variables to remove, by their names.
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
pub struct DelPkgExt;

impl Function for DelPkgExt {
    const NAME: &'static str = "delpkgext";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditPkg]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let mut change = Change::begin(cx)?;
        let mut package = packages::changeable(change.tx(), cx.caller, &params.name)?;
        for variable in params.variables.keys() {
            extensions::remove(&mut change, &package.name, variable)?;
        }
        let left = Extensions::of(&package).without(&params.extensions);
        extensions::set(&mut change, &mut package, &left, &BTreeMap::new())?;
        extensions::save(cx, &mut change, &package)?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply { pkg: package.name })
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Value};

    use crate::testing::World;

    fn world() -> World {
        let world = World::new().reseller("eve", &[Acl::EditPkg]);
        let form = [
            ("name", "gold"),
            ("_PACKAGE_EXTENSIONS", "dog cat"),
            ("dog_a", "1"),
            ("cat_a", "2"),
            ("other", "3"),
        ];
        world.data("root", "addpkg", &form);
        world.account_on("anna", "root", "gold")
    }

    fn gold(world: &World) -> Value {
        world.data("root", "getpkginfo", &[("pkg", "gold")])["pkg"].clone()
    }

    #[test]
    fn variables_go_with_their_extension() {
        let world = world();
        let form = [("name", "gold"), ("_DELETE_EXTENSIONS", "dog"), ("other", "")];
        assert_eq!(world.data("root", "delpkgext", &form)["pkg"], "gold");
        let gold = gold(&world);
        assert_eq!((&gold["_PACKAGE_EXTENSIONS"], &gold["cat_a"]), (&"cat".into(), &"2".into()));
        assert!(gold.get("dog_a").is_none() && gold.get("other").is_none());
        assert_eq!(world.record("anna").extensions, "cat");
    }

    #[test]
    fn with_the_last_extension_every_variable_goes() {
        let world = world();
        world.data("root", "delpkgext", &[("name", "gold"), ("_DELETE_EXTENSIONS", "cat dog")]);
        let gold = gold(&world);
        assert_eq!(gold["_PACKAGE_EXTENSIONS"], "");
        assert!(gold.get("other").is_none());
    }

    #[test]
    fn a_reseller_does_not_reach_the_packages_of_others() {
        let form = [("name", "gold"), ("_DELETE_EXTENSIONS", "dog")];
        let said = world().refusal("eve", "delpkgext", &form);
        assert_eq!(said, "There is no package “gold”.");
    }
}

//! `killpkg`

use api::{
    Acl, Cx, Effect, Error, Function, Input, Kind, Legacy, Needs, PackageName, Result,
    records::{PackageExtension, PackageRecord, ResellerPackage, is},
};

use crate::domain::{
    change::{Change, OnFailure},
    packages::{self, followers},
};

/// Deletes a package that no account is on.
#[derive(Debug, Input)]
pub struct Params {
    /// The package; a reseller may leave out the prefix.
    #[param(alias = "pkg")]
    pub pkgname: PackageName,
}

/// See [`Params`].
pub struct KillPkg;

impl Function for KillPkg {
    const NAME: &'static str = "killpkg";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AddPkg]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let name = packages::changeable(change.tx(), cx.caller, &params.pkgname)?.name;
        if name == PackageName::default_package() {
            return Err(Error::param("pkgname", "the package “default” is always there"));
        }
        if followers::any_on(change.tx(), &name)? {
            let rule = format!("accounts are on the package “{name}”; move them to another first");
            return Err(Error::new(Kind::Conflict, format!("pkgname: {rule}.")));
        }
        change.remove::<PackageExtension>(&[is("package", &name)])?;
        change.remove::<ResellerPackage>(&[is("package", &name)])?;
        change.remove::<PackageRecord>(&[is("name", &name)])?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Value};

    use crate::testing::World;

    #[test]
    fn deletes_by_either_name_of_the_parameter() {
        let world = World::new();
        for param in ["pkgname", "pkg"] {
            world.data(
                "root",
                "addpkg",
                &[("name", "gold"), ("_PACKAGE_EXTENSIONS", "dog"), ("dog_a", "1")],
            );
            assert_eq!(world.data("root", "killpkg", &[(param, "gold")]), Value::Null);
            assert!(world.call("root", "getpkginfo", &[("pkg", "gold")]).is_err());
        }
        world.data("root", "addpkg", &[("name", "gold"), ("_PACKAGE_EXTENSIONS", "dog")]);
        let gold = world.data("root", "getpkginfo", &[("pkg", "gold")])["pkg"].clone();
        assert!(gold.get("dog_a").is_none(), "nothing is left of the former package");
    }

    #[test]
    fn a_package_in_use_stays() {
        let world = World::new();
        world.data("root", "addpkg", &[("name", "gold")]);
        let world = world.account_on("anna", "root", "gold");
        let said = world.refusal("root", "killpkg", &[("pkgname", "gold")]);
        assert!(said.starts_with("pkgname: accounts are on the package “gold”"), "{said}");
        world.data("root", "getpkginfo", &[("pkg", "gold")]);
        let said = world.refusal("root", "killpkg", &[("pkgname", "default")]);
        assert_eq!(said, "pkgname: the package “default” is always there");
    }

    #[test]
    fn a_reseller_deletes_only_its_own() {
        let world = World::new().reseller("bob", &[Acl::AddPkg, Acl::Viewglobalpackages]);
        world.data("root", "addpkg", &[("name", "gold")]);
        let said = world.refusal("bob", "killpkg", &[("pkgname", "gold")]);
        assert_eq!(said, "There is no package “gold”.");
        world.data("root", "addpkg", &[("name", "bob_gold")]);
        world.data("bob", "killpkg", &[("pkgname", "gold")]);
        world.data("root", "getpkginfo", &[("pkg", "gold")]);
    }
}

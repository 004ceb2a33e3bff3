//! `getpkginfo`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, PackageName, Result};

use crate::domain::packages::{self, extensions, view::Single};

/// Gives the settings of one package.
#[derive(Debug, Input)]
pub struct Params {
    /// The package; a reseller may leave out the prefix.
    pub pkg: PackageName,
}

/// The package.
#[derive(Debug, Output)]
pub struct Reply {
    /// Its settings.
    pub pkg: Single,
}

/// See [`Params`].
pub struct GetPkgInfo;

impl Function for GetPkgInfo {
    const NAME: &'static str = "getpkginfo";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListPkgs]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let package = packages::visible(&*tx, cx.caller, &params.pkg)?;
        let package = packages::shown(&cx.host.settings, package);
        let variables = extensions::variables(&*tx, &package.name)?;
        Ok(Reply { pkg: (package, variables).into() })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn flags_are_numbers_but_digest_authentication() {
        let reply = World::new().data("root", "getpkginfo", &[("pkg", "default")]);
        let default = &reply["pkg"];
        assert_eq!((&default["CGI"], &default["IP"]), (&1.into(), &0.into()));
        assert_eq!((&default["DIGESTAUTH"], &default["QUOTA"]), (&"n".into(), &"unlimited".into()));
        assert_eq!((&default["MAX_TEAM_USERS"], &default["LANG"]), (&7.into(), &"en".into()));
        assert!(default.get("name").is_none());
    }

    #[test]
    fn a_package_out_of_reach_is_as_good_as_absent() {
        let world = World::new()
            .reseller("bob", &[Acl::ListPkgs])
            .reseller("eve", &[Acl::ListPkgs, Acl::Viewglobalpackages]);
        world.data("root", "addpkg", &[("name", "gold"), ("quota", "1")]);
        world.data("root", "addpkg", &[("name", "bob_gold"), ("quota", "2")]);
        let quota = |user: &str, pkg: &str| {
            world
                .call(user, "getpkginfo", &[("pkg", pkg)])
                .map(|it| it.data["pkg"]["QUOTA"].clone())
        };
        assert_eq!(quota("bob", "gold").unwrap(), 2, "the prefix may be left out");
        assert_eq!(quota("eve", "gold").unwrap(), 1);
        let said = quota("eve", "bob_gold").unwrap_err().to_string();
        assert_eq!(said, "There is no package “bob_gold”.");
        assert_eq!(quota("bob", "default").unwrap(), "unlimited", "it is there for all");
    }
}

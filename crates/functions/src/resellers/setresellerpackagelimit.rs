//! `setresellerpackagelimit`

use api::{
    Cx, Effect, Error, Flag, Function, Input, Legacy, Limit, Needs, PackageName, Result, UserName,
    records::ResellerLimits,
};

use crate::domain::{
    change::{Change, OnFailure},
    packages,
    resellers::{self, limits},
};

/// Opens a package to a reseller or closes it, and says how many of their accounts may be on it.
#[derive(Debug, Input)]
pub struct Params {
    /// The reseller.
    pub user: UserName,
    /// 1: the reseller may use the package; 0: not, whatever the number.
    pub allowed: Option<Flag>,
    /// 1: without `package`, no limits of packages count any more; with it, its number does not.
    #[param(default = 0)]
    pub no_limit: Flag,
    /// The most accounts on the package, at least 1; counts with `enable_package_limit_numbers=1` in
    /// `setresellerlimits`.
    pub number: Option<u32>,
    /// The package.
    pub package: Option<PackageName>,
}

/// See [`Params`].
pub struct Setresellerpackagelimit;

impl Function for Setresellerpackagelimit {
    const NAME: &'static str = "setresellerpackagelimit";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        check(&params)?;
        let mut change = Change::begin(cx)?;
        let reseller = resellers::find(cx, change.tx(), &params.user)?;
        match &params.package {
            Some(package) => set(cx, &mut change, &params, package)?,
            None => {
                let before = limits::of(change.tx(), &reseller.name)?;
                let no = Flag(false);
                change.save(&ResellerLimits {
                    only_open_packages: no,
                    counts_packages: no,
                    ..before
                })?;
            }
        }
        change.commit(OnFailure::Undo)
    }
}

fn check(params: &Params) -> Result<()> {
    if params.number == Some(0) {
        return Err(Error::param("number", "must be at least 1."));
    }
    if params.number.is_some() && params.no_limit.0 {
        return Err(Error::param("number", "give either a number or no_limit=1, not both."));
    }
    let given = params.allowed.is_some() || params.number.is_some() || !params.no_limit.0;
    if params.package.is_none() && given {
        return Err(Error::param("package", "is required, but for no_limit=1 alone."));
    }
    Ok(())
}

fn set(cx: &Cx<'_>, change: &mut Change<'_>, params: &Params, package: &PackageName) -> Result<()> {
    packages::find(change.tx(), package)
        .map_err(|_| Error::not_found(format!("package: there is no package “{package}”.")))?;
    let mut row = resellers::packages::of(change.tx(), &params.user, package)?;
    row.open = params.allowed.or(row.open);
    if let Some(number) = params.number {
        row.accounts = Limit::of(number);
        if !limits::of(change.tx(), &params.user)?.counts_packages.0 {
            cx.message("The number counts once enable_package_limit_numbers is 1.");
        }
    }
    if params.no_limit.0 {
        row.accounts = Limit::UNLIMITED;
    }
    change.save(&row)
}

#[cfg(test)]
mod tests {
    use api::{Acl, Kind, Rank};

    use crate::testing::World;

    fn world() -> World {
        let acls = [Acl::CreateAcct, Acl::ListPkgs, Acl::UpgradeAccount, Acl::AddPkg];
        let world = World::new().account("carol", "root").reseller("carol", &acls);
        for name in ["gold", "carol_tin"] {
            world.call("root", "addpkg", &[("name", name)]).unwrap();
        }
        world
    }

    fn set(world: &World, extra: &[(&str, &str)]) {
        let form = [&[("user", "carol")], extra].concat();
        world.call("root", "setresellerpackagelimit", &form).unwrap();
    }

    fn make(world: &World, user: &str, plan: &str) -> Result<(), String> {
        let form = [("username", user), ("plan", plan)];
        world.call("carol", "createacct", &form).map(|_| ()).map_err(|problem| problem.to_string())
    }

    fn listed(world: &World) -> Vec<String> {
        let data = world.data("carol", "listpkgs", &[]);
        let packages = data["pkg"].as_array().unwrap().iter();
        packages.map(|package| package["name"].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn an_open_package_needs_no_privilege_and_a_closed_one_is_of_no_use() {
        let world = world();
        assert_eq!(make(&world, "alice", "gold").unwrap_err(), "plan: there is no package “gold”.");
        assert_eq!(listed(&world), ["carol_tin", "default"]);
        set(&world, &[("package", "gold"), ("allowed", "1")]);
        assert_eq!(listed(&world), ["carol_tin", "default", "gold"]);
        make(&world, "alice", "gold").unwrap();
        set(&world, &[("package", "gold"), ("allowed", "0"), ("number", "9")]);
        let up = [("user", "alice"), ("pkg", "gold")];
        assert_eq!(
            world.refusal("carol", "changepackage", &up),
            "pkg: there is no package “gold”."
        );
        set(&world, &[("package", "carol_tin"), ("allowed", "0")]);
        let said = make(&world, "bob", "tin").unwrap_err();
        assert_eq!(said, "plan: the package “carol_tin” is not open to you.");
        assert_eq!(listed(&world), ["carol_tin", "default"]);
        assert_eq!(world.caller("carol").rank, Rank::Reseller);
    }

    #[test]
    fn with_the_switch_on_only_open_packages_are_left() {
        let world = world();
        let on = [("user", "carol"), ("enable_package_limits", "1")];
        world.call("root", "setresellerlimits", &on).unwrap();
        set(&world, &[("package", "gold"), ("allowed", "1")]);
        assert_eq!(listed(&world), ["carol_tin", "gold"]);
        for plan in ["default", "tin"] {
            assert!(make(&world, "alice", plan).unwrap_err().starts_with("plan: "));
        }
        make(&world, "alice", "gold").unwrap();
        set(&world, &[("no_limit", "1")]);
        make(&world, "bob", "tin").unwrap();
    }

    #[test]
    fn numbers_count_with_their_switch() {
        let world = world();
        set(&world, &[("package", "carol_tin"), ("number", "1")]);
        make(&world, "alice", "tin").unwrap();
        make(&world, "bob", "tin").unwrap();
        let on = [("user", "carol"), ("enable_package_limit_numbers", "1")];
        world.call("root", "setresellerlimits", &on).unwrap();
        let said = make(&world, "dora", "tin").unwrap_err();
        assert_eq!(said, "plan: “carol” may have at most 1 accounts on the package “carol_tin”.");
        let world = world.account("dora", "carol");
        let up = [("user", "dora"), ("pkg", "tin")];
        assert!(world.refusal("carol", "changepackage", &up).starts_with("pkg: “carol” may have"));
        set(&world, &[("package", "carol_tin"), ("no_limit", "1")]);
        world.call("carol", "changepackage", &up).unwrap();
    }

    #[test]
    fn what_does_not_fit_together_is_refused() {
        let world = world();
        for (form, said) in [
            (&[("allowed", "1")][..], "package: is required"),
            (&[("number", "1")], "package: is required"),
            (&[], "package: is required"),
            (&[("package", "gold"), ("number", "0")], "number: must be at least 1."),
            (&[("package", "gold"), ("number", "1"), ("no_limit", "1")], "number: give either"),
            (&[("package", "lead"), ("allowed", "1")], "package: there is no package “lead”."),
        ] {
            let form = [&[("user", "carol")], form].concat();
            let refusal = world.refusal("root", "setresellerpackagelimit", &form);
            assert!(refusal.starts_with(said), "{refusal}");
        }
        let form = [("user", "carol"), ("no_limit", "1")];
        let denied = world.call("carol", "setresellerpackagelimit", &form).unwrap_err();
        assert_eq!(denied.kind(), Kind::Denied);
    }
}

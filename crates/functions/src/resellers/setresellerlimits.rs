//! `setresellerlimits`

use api::{
    Cx, Effect, Error, Flag, Function, Input, Legacy, Limit, Needs, Result, UserName,
    records::ResellerLimits,
};

use crate::domain::{
    change::{Change, OnFailure},
    resellers::{self, limits},
};

/// Sets how many accounts a reseller may own and what these may have together. Accounts that are there
/// stay as they are, whatever the limits.
#[derive(Debug, Input)]
pub struct Params {
    /// The reseller.
    pub user: UserName,
    /// The most accounts, at least 1; counts with `enable_account_limit=1`.
    pub account_limit: Option<u32>,
    /// Bandwidth a month in MB, 0 for no limit; counts with `enable_resource_limits=1`.
    pub bandwidth_limit: Option<u32>,
    /// Disk space in MB, 0 for no limit; counts with `enable_resource_limits=1`.
    pub diskspace_limit: Option<u32>,
    /// 1: limit the number of accounts; else there is no limit.
    #[param(default = 0)]
    pub enable_account_limit: Flag,
    /// 0: what accounts are given counts, and not what they use; counts with
    /// `enable_resource_limits=1`.
    pub enable_overselling: Option<Flag>,
    /// 1: of bandwidth, what accounts use counts; needs `enable_overselling=1`.
    pub enable_overselling_bandwidth: Option<Flag>,
    /// 1: of disk space, what accounts use counts; needs `enable_overselling=1`.
    pub enable_overselling_diskspace: Option<Flag>,
    /// 1: the numbers that `setresellerpackagelimit` gives count.
    pub enable_package_limit_numbers: Option<Flag>,
    /// 1: the reseller may use only the packages that `setresellerpackagelimit` allows.
    pub enable_package_limits: Option<Flag>,
    /// 1: limit disk space and bandwidth; else there is no limit.
    #[param(default = 0)]
    pub enable_resource_limits: Flag,
}

/// See [`Params`].
pub struct Setresellerlimits;

impl Function for Setresellerlimits {
    const NAME: &'static str = "setresellerlimits";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let reseller = resellers::find(cx, change.tx(), &params.user)?;
        let mut limits = limits::of(change.tx(), &reseller.name)?;
        limits.accounts = accounts(&params, limits.accounts)?;
        set_resources(&params, &mut limits);
        let ResellerLimits { only_open_packages, counts_packages, .. } = &mut limits;
        *only_open_packages = params.enable_package_limits.unwrap_or(*only_open_packages);
        *counts_packages = params.enable_package_limit_numbers.unwrap_or(*counts_packages);
        change.save(&limits)?;
        change.commit(OnFailure::Undo)?;
        cx.reason("Successfully set reseller account creation limits");
        Ok(())
    }
}

/// The number of accounts; the former one where only the switch is given.
fn accounts(params: &Params, before: Limit) -> Result<Limit> {
    if !params.enable_account_limit.0 {
        return Ok(Limit::UNLIMITED);
    }
    match params.account_limit {
        Some(0) => Err(Error::param("account_limit", "must be at least 1.")),
        Some(most) => Ok(Limit::of(most)),
        None if before.is_unlimited() => {
            Err(Error::param("account_limit", "is required with enable_account_limit=1."))
        }
        None => Ok(before),
    }
}

/// What is absent stays as it was; without the switch, only the switch changes.
fn set_resources(params: &Params, limits: &mut ResellerLimits) {
    limits.has_resources = params.enable_resource_limits;
    if !limits.has_resources.0 {
        return;
    }
    for (given, place) in [
        (params.diskspace_limit, &mut limits.disk),
        (params.bandwidth_limit, &mut limits.bandwidth),
    ] {
        *place = given.map_or(*place, |number| Limit::of(number).zero_is_unlimited());
    }
    for (given, place) in [
        (params.enable_overselling_diskspace, &mut limits.oversells_disk),
        (params.enable_overselling_bandwidth, &mut limits.oversells_bandwidth),
    ] {
        *place = match params.enable_overselling {
            Some(Flag(true)) => given.unwrap_or(*place),
            Some(Flag(false)) => Flag(false),
            None => *place,
        };
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Acl, Kind, Limit,
        records::{Bandwidth, is},
    };

    use crate::{domain::resellers::limits, testing::World};

    const ACLS: &[Acl] = &[
        Acl::CreateAcct,
        Acl::EditAccount,
        Acl::Quota,
        Acl::LimitBandwidth,
        Acl::UpgradeAccount,
        Acl::AddPkg,
        Acl::EditPkg,
        Acl::AllowUnlimitedDiskPkgs,
        Acl::AllowUnlimitedBwPkgs,
        Acl::AllowUnlimitedPkgs,
    ];

    fn world() -> World {
        World::new().account("carol", "root").reseller("carol", ACLS).reseller("dave", ACLS)
    }

    fn limit(world: &World, extra: &[(&str, &str)]) {
        let form = [&[("user", "carol")], extra].concat();
        world.call("root", "setresellerlimits", &form).unwrap();
    }

    fn make(world: &World, user: &str, quota: &str, bandwidth: &str) -> Result<(), String> {
        let form = [("username", user), ("quota", quota), ("bwlimit", bandwidth)];
        world.call("carol", "createacct", &form).map(|_| ()).map_err(|problem| problem.to_string())
    }

    #[test]
    fn the_number_of_accounts_is_the_resellers_limit_and_not_roots() {
        let world = world();
        limit(&world, &[("enable_account_limit", "1"), ("account_limit", "1")]);
        make(&world, "alice", "1", "1").unwrap();
        let said = make(&world, "bob", "1", "1").unwrap_err();
        assert_eq!(said, "username: “carol” may have at most 1 accounts.");
        let own = [("user", "carol"), ("owner", "carol")];
        let said = world.refusal("carol", "modifyacct", &own);
        assert!(said.starts_with("owner: “carol” may have"), "{said}");
        world.call("dave", "createacct", &[("username", "erin")]).unwrap();
        let world = world.account("bob", "carol");
        limit(&world, &[("enable_account_limit", "1")]);
        assert!(make(&world, "fay", "1", "1").is_err());
        limit(&world, &[]);
        make(&world, "fay", "1", "1").unwrap();
    }

    #[test]
    fn what_is_given_counts_unless_it_may_be_oversold() {
        let world = world();
        let on = ("enable_resource_limits", "1");
        limit(&world, &[on, ("diskspace_limit", "100"), ("bandwidth_limit", "1000")]);
        make(&world, "alice", "60", "600").unwrap();
        let said = make(&world, "bob", "41", "1").unwrap_err();
        assert_eq!(
            said,
            "quota: the accounts of “carol” may have 100 MB of disk space, not 101 MB."
        );
        let said = make(&world, "bob", "0", "1").unwrap_err();
        assert!(said.ends_with("not no limit."), "{said}");
        let said = make(&world, "bob", "40", "401").unwrap_err();
        assert!(said.starts_with("bwlimit: ") && said.contains("bandwidth"), "{said}");
        make(&world, "bob", "40", "400").unwrap();
        for (function, param, value) in [
            ("editquota", "quota", "61"),
            ("limitbw", "bwlimit", "601"),
            ("modifyacct", "QUOTA", "61"),
        ] {
            let said = world.refusal("carol", function, &[("user", "alice"), (param, value)]);
            assert!(said.starts_with(&format!("{param}: the accounts")), "{said}");
        }
        world.call("carol", "editquota", &[("user", "alice"), ("quota", "59")]).unwrap();
        limit(&world, &[on, ("enable_overselling", "1"), ("enable_overselling_diskspace", "1")]);
        make(&world, "dora", "5000", "0").unwrap_err();
        limit(&world, &[on, ("bandwidth_limit", "0")]);
        make(&world, "dora", "5000", "0").unwrap();
        let world = world.with_account("dora", |dora| dora.disk_used = 100 << 10);
        let said = make(&world, "fay", "1", "1").unwrap_err();
        assert_eq!(said, "quota: the accounts of “carol” use 100 MB of 100 MB of disk space.");
    }

    #[test]
    fn traffic_of_the_month_counts_where_bandwidth_is_oversold() {
        let world = world();
        let form = [
            ("enable_resource_limits", "1"),
            ("bandwidth_limit", "10"),
            ("enable_overselling", "1"),
            ("enable_overselling_bandwidth", "1"),
        ];
        limit(&world, &form);
        make(&world, "alice", "1", "5000").unwrap();
        let tx = world.host.store.write().unwrap();
        let (year, month, _) = crate::domain::zones::today(world.host.clock.now()).unwrap();
        let (domain, account) = ("alice.test".parse().unwrap(), "alice".parse().unwrap());
        tx.put(&Bandwidth { domain, year, month, account, bytes: 10 << 20 }).unwrap();
        tx.commit().unwrap();
        let said = make(&world, "bob", "1", "1").unwrap_err();
        assert_eq!(said, "bwlimit: the accounts of “carol” use 10 MB of 10 MB of bandwidth.");
    }

    #[test]
    fn packages_keep_to_them_too() {
        let world = world();
        limit(&world, &[("enable_resource_limits", "1"), ("diskspace_limit", "100")]);
        let said = world.refusal("carol", "addpkg", &[("name", "big"), ("quota", "101")]);
        assert!(said.starts_with("quota: the accounts of “carol” may have 100 MB"), "{said}");
        world.call("carol", "addpkg", &[("name", "gold"), ("quota", "40")]).unwrap();
        world.call("carol", "addpkg", &[("name", "tin"), ("quota", "10")]).unwrap();
        let world = world.account_on("alice", "carol", "carol_gold");
        let world = world.account_on("bob", "carol", "carol_tin");
        let raise = |quota| world.call("carol", "editpkg", &[("name", "gold"), ("quota", quota)]);
        let said = raise("91").unwrap_err().to_string();
        assert!(said.starts_with("quota: ") && said.ends_with("not 101 MB."), "{said}");
        assert_eq!(world.record("alice").quota, Limit::of(40));
        raise("90").unwrap();
        let up = [("user", "bob"), ("pkg", "gold")];
        let said = world.refusal("carol", "changepackage", &up);
        assert!(said.starts_with("pkg: ") && said.ends_with("not 180 MB."), "{said}");
        world.call("root", "changepackage", &[("user", "bob"), ("pkg", "carol_gold")]).unwrap();
    }

    #[test]
    fn a_wrong_limit_is_refused_and_changes_nothing() {
        let world = world().account("alice", "root");
        for (form, said) in [
            (&[("user", "carol"), ("enable_account_limit", "1")][..], "account_limit: is required"),
            (
                &[("user", "carol"), ("enable_account_limit", "1"), ("account_limit", "0")],
                "account_limit: must be at least 1.",
            ),
            (&[("user", "carol"), ("diskspace_limit", "-1")], "diskspace_limit: "),
            (&[("user", "alice")], "There is no reseller “alice”."),
        ] {
            let refusal = world.refusal("root", "setresellerlimits", form);
            assert!(refusal.starts_with(said), "{refusal}");
        }
        let denied = world.call("carol", "setresellerlimits", &[("user", "carol")]).unwrap_err();
        assert_eq!(denied.kind(), Kind::Denied);
        let tx = world.host.store.read().unwrap();
        let rows: Vec<api::records::ResellerLimits> =
            tx.matching(vec![is("name", "carol")]).unwrap();
        assert!(rows.is_empty());
        assert!(!limits::of(&*tx, &"carol".parse().unwrap()).unwrap().has_resources.0);
    }
}

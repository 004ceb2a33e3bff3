//! `changepackage`

use api::{
    Acl, Cx, Effect, Function, Input, Legacy, Needs, PackageName, Result, UserName,
    records::Subject,
};

use crate::domain::{
    accounts::{self, limits, rights},
    change::{Change, OnFailure},
    mail,
    resellers::limits::{self as reseller_limits, Named},
};

/// The parameter that decides on everything.
const NAMED: Named = Named { account: "user", package: "pkg", disk: "pkg", bandwidth: "pkg" };

/// Moves an account to another package: its limits become the package's. Its address and Digest
/// Authentication stay as they are.
#[derive(Debug, Input)]
pub struct Params {
    /// The account.
    pub user: UserName,
    /// The package.
    pub pkg: PackageName,
}

/// See [`Params`].
pub struct ChangePackage;

impl Function for ChangePackage {
    const NAME: &'static str = "changepackage";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::UpgradeAccount]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let mut record = rights::account(cx, change.tx(), &params.user)?.into_record();
        let package = rights::package(cx, change.tx(), "pkg", &params.pkg)?;
        let before = record.clone();
        limits::take_over(&mut record, &package);
        mail::domains::touch_all(&mut change, &record.name)?;
        reseller_limits::check(cx, change.tx(), Some(&before), &record, NAMED)?;
        accounts::save(cx, &mut change, &mut record)?;
        change.touch(Subject::User(record.name.clone()));
        change.commit(OnFailure::Undo)?;
        cx.raw(format!(
            "The package of “{}” was {} and is {}.",
            record.name, before.package, record.package
        ));
        cx.raw(format!("Quota: {}", limits::megabytes(record.quota)));
        cx.raw(format!("Bandwidth: {}", limits::monthly(record.bandwidth)));
        cx.reason(format!("Account Upgrade/Downgrade Complete for {}", record.name));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Acl, Limit,
        records::{AccountRecord, is},
    };

    use crate::testing::World;

    fn with_packages() -> World {
        let world = World::new().account("alice", "root").account("bob", "root");
        for (user, name) in [("carl1", "gold"), ("carl2", "carol_silver")] {
            let form = [
                ("username", user),
                ("maxpop", "5"),
                ("quota", "100"),
                ("hasshell", "1"),
                ("savepkg", "1"),
                ("pkgname", name),
            ];
            world.call("root", "createacct", &form).unwrap();
        }
        world
    }

    fn record(world: &World, name: &str) -> AccountRecord {
        world.host.store.read().unwrap().first(vec![is("name", name)]).unwrap().unwrap()
    }

    #[test]
    fn the_limits_become_the_packages() {
        let world = with_packages();
        world.call("root", "editquota", &[("user", "alice"), ("quota", "7")]).unwrap();
        let form = [("user", "alice"), ("pkg", "gold")];
        let answer = world.call("root", "changepackage", &form).unwrap();
        assert!(answer.data.is_null() && answer.notes.raw.unwrap().contains("gold"));
        let account = record(&world, "alice");
        assert_eq!((account.quota, account.max_mailboxes), (Limit::of(100), Limit::of(5)));
        assert_eq!((account.package.as_str(), account.shell.as_str()), ("gold", "/bin/bash"));
        let said = world.refusal("root", "changepackage", &[("user", "alice"), ("pkg", "tin")]);
        assert_eq!(said, "pkg: there is no package “tin”.");
    }

    #[test]
    fn a_reseller_gives_own_accounts_the_packages_they_may_use() {
        let world =
            with_packages().reseller("carol", &[Acl::UpgradeAccount]).account("dora", "carol");
        let ask = |user, pkg| world.call("carol", "changepackage", &[("user", user), ("pkg", pkg)]);
        let said = ask("dora", "gold").unwrap_err().to_string();
        assert_eq!(said, "pkg: there is no package “gold”.");
        let said = ask("alice", "carol_silver").unwrap_err().to_string();
        assert_eq!(said, "There is no account “alice”.");
        ask("dora", "carol_silver").unwrap();
        assert_eq!(record(&world, "dora").package.as_str(), "carol_silver");
    }
}

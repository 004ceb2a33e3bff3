//! `acctcounts`

use api::{
    Acl, Cx, Effect, Function, Input, Legacy, Needs, Output, Result, UserName,
    records::{AccountCount, AccountRecord, Tx, is},
};

use crate::domain::resellers::{self, limits};

/// Counts the accounts that a reseller owns.
#[derive(Debug, Input)]
pub struct Params {
    /// The reseller, or root; the caller where it is absent. Others than oneself are root's to ask for.
    pub user: Option<UserName>,
}

/// The counts.
#[derive(Debug, Output)]
pub struct Reply {
    /// The counts.
    pub reseller: Counts,
}

/// The counts.
#[derive(Debug, Output)]
pub struct Counts {
    /// How many accounts are not suspended.
    pub active: u64,
    /// How many accounts there may be; null for no limit.
    pub limit: Option<u32>,
    /// How many accounts are suspended.
    pub suspended: u64,
    /// The reseller.
    pub user: UserName,
}

/// See [`Params`].
pub struct Acctcounts;

impl Function for Acctcounts {
    const NAME: &'static str = "acctcounts";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::beside("reseller");
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let user = params.user.unwrap_or_else(|| cx.caller.user.clone());
        let tx = cx.host.store.read()?;
        if !(user.is_root() && cx.caller.is_rootlike()) {
            resellers::find(cx, &*tx, &user)?;
        }
        Ok(Reply { reseller: counts(&*tx, user)? })
    }
}

fn counts(tx: &dyn Tx, user: UserName) -> Result<Counts> {
    let kept: Option<AccountCount> = tx.find(&[(&user).into()])?;
    let suspended = tx.count::<AccountRecord>(&[is("owner", &user), is("suspended", 1)])?;
    let active = kept.map_or(0, |count| count.accounts).saturating_sub(suspended);
    Ok(Counts { active, limit: limits::of(tx, &user)?.accounts.0, suspended, user })
}

#[cfg(test)]
mod tests {
    use api::{Acl, Kind};
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn suspended_accounts_are_counted_apart() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::AcctSummary])
            .account("alice", "carol")
            .account("bob", "carol")
            .account("dora", "root");
        world.call("root", "suspendacct", &[("user", "bob")]).unwrap();
        let counts = json!({"active": 1, "limit": null, "suspended": 1, "user": "carol"});
        assert_eq!(world.data("carol", "acctcounts", &[])["reseller"], counts);
        let form = [("user", "carol"), ("enable_account_limit", "1"), ("account_limit", "3")];
        world.call("root", "setresellerlimits", &form).unwrap();
        let data = world.data("root", "acctcounts", &[("user", "carol")]);
        assert_eq!(
            (&data["reseller"]["limit"], &data["reseller"]["active"]),
            (&3.into(), &1.into())
        );
        let own = json!({"active": 2, "limit": null, "suspended": 0, "user": "root"});
        assert_eq!(world.data("root", "acctcounts", &[])["reseller"], own);
    }

    #[test]
    fn a_reseller_asks_for_nobody_else() {
        let world = World::new()
            .reseller("carol", &[Acl::AcctSummary])
            .reseller("dave", &[Acl::ListAccts])
            .account("alice", "root");
        for other in ["dave", "root", "alice", "nobody1"] {
            let said = world.refusal("carol", "acctcounts", &[("user", other)]);
            assert_eq!(said, format!("There is no reseller “{other}”."));
        }
        assert_eq!(world.call("dave", "acctcounts", &[]).unwrap_err().kind(), Kind::Denied);
        let said = world.refusal("root", "acctcounts", &[("user", "alice")]);
        assert_eq!(said, "There is no reseller “alice”.");
    }
}

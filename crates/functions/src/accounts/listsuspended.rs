//! `listsuspended`

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Legacy, List, Needs, Output, Record, Result, UnixTime,
    UserName, records::is,
};

use crate::domain::wire::LongDate;

/// Lists the suspended accounts.
#[derive(Debug, Input)]
pub struct Params {}

/// The accounts.
#[derive(Output)]
pub struct Reply {
    /// The accounts, by name.
    pub account: List<Suspension>,
}

/// A suspended account.
#[derive(Debug, Output)]
pub struct Suspension {
    /// Whether only root may unsuspend it.
    pub is_locked: Flag,
    /// Root or the reseller that owns it.
    pub owner: UserName,
    /// Why; empty where nobody said.
    pub reason: String,
    /// Since when, as `Mon Nov 23 07:51:52 2026` in UTC.
    pub time: LongDate,
    /// Since when.
    pub unixtime: UnixTime,
    /// The account.
    pub user: UserName,
}

/// The columns of an account that tell of its suspension.
#[derive(Debug, Record)]
#[record(table = "accounts", key = "name")]
struct OnHold {
    name: UserName,
    owner: UserName,
    suspend_reason: String,
    suspended_at: Option<UnixTime>,
    locked: Flag,
}

/// See [`Params`].
pub struct ListSuspended;

impl Function for ListSuspended {
    const NAME: &'static str = "listsuspended";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListAccts, Acl::SuspendAcct]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::STATE.renaming(&[("account", "accts")]).keeping(&["accts"]);
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let scope = cx.scope();
        let mut filter = scope.filter();
        filter.push(is("suspended", &Flag(true)));
        let rows: Vec<OnHold> = cx.host.store.read()?.matching(filter)?;
        Ok(Reply { account: rows.into_iter().map(Suspension::from).collect() })
    }
}

impl From<OnHold> for Suspension {
    fn from(row: OnHold) -> Self {
        let since = row.suspended_at.unwrap_or_default();
        Self {
            is_locked: row.locked,
            owner: row.owner,
            reason: row.suspend_reason,
            time: LongDate(since),
            unixtime: since,
            user: row.name,
        }
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn a_suspended_account_is_told_with_its_time() {
        let world = World::new();
        world.clock.advance(28_194_712);
        let world = world
            .plant_account("anna", "root")
            .plant_account("bert", "root")
            .suspended("anna", "unpaid");
        let expected = serde_json::json!([{
            "is_locked": 0, "owner": "root", "reason": "unpaid",
            "time": "Mon Nov 23 07:51:52 2026", "unixtime": 1_795_420_312, "user": "anna",
        }]);
        assert_eq!(world.data("root", "listsuspended", &[])["account"], expected);
    }

    #[test]
    fn strangers_are_left_out() {
        let world = World::new()
            .reseller("bob", &[Acl::ListAccts])
            .plant_account("carl", "root")
            .suspended("carl", "");
        assert_eq!(world.data("bob", "listsuspended", &[])["account"], serde_json::json!([]));
    }
}

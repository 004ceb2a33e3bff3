//! `resellerstats`

use std::collections::BTreeMap;

use api::{
    Acl, Cx, Effect, Error, Flag, Function, Input, Legacy, Limit, Needs, Output, Record, Result,
    UserName,
    legacy::Reshape,
    records::{Tx, Where, is},
};

use crate::domain::{
    resellers::{self, limits},
    search::Search,
    traffic, zones,
};

/// Says what the accounts of a reseller have and use, and what the reseller may give. Amounts are in
/// MB.
#[derive(Debug, Input)]
pub struct Params {
    /// The reseller. Others than oneself are root's to ask for.
    #[param(alias = "reseller")]
    pub user: UserName,
    /// 1: without deleted accounts. None are kept, so that there are none in any case.
    #[param(default = 0)]
    pub filter_deleted: Flag,
    /// 1: without suspended accounts; the totals have them still.
    #[param(default = 0)]
    pub filter_suspended: Flag,
    /// The month, 1 to 12; this one where it is absent.
    pub month: Option<u32>,
    /// The year; this one where it is absent.
    pub year: Option<u32>,
}

/// The figures.
#[derive(Debug, Output)]
pub struct Reply {
    /// The figures.
    pub reseller: Figures,
}

/// The figures of a reseller. Totals are of the accounts that the reseller owns.
#[derive(Debug, Output)]
pub struct Figures {
    /// Each account, the reseller's own among them.
    pub acct: Vec<Share>,
    /// The bandwidth that the reseller may have; 0 for no limit.
    pub bandwidthlimit: u32,
    /// Whether used bandwidth counts and not what was given.
    pub bwoverselling: Flag,
    /// Whether used disk space counts and not what was given.
    pub diskoverselling: Flag,
    /// The disk space that the reseller may have; 0 for no limit.
    pub diskquota: u32,
    /// The disk space in use.
    pub diskused: f64,
    /// The month.
    pub month: u32,
    /// The bandwidth given to accounts that have a limit.
    pub totalbwalloc: String,
    /// The bandwidth used in the month.
    pub totalbwused: String,
    /// The disk space given to accounts that have a limit.
    pub totaldiskalloc: String,
    /// The reseller.
    pub user: UserName,
    /// The year.
    pub year: u32,
}

/// What an account has and uses.
#[derive(Debug, Output)]
pub struct Share {
    /// Its bandwidth a month; 0.00 for no limit.
    pub bandwidthlimit: String,
    /// The bandwidth used in the month.
    pub bandwidthused: String,
    /// Whether it is deleted.
    pub deleted: Flag,
    /// Its disk space; 0.00 for no limit.
    pub diskquota: String,
    /// The disk space in use.
    pub diskused: String,
    /// Its main domain.
    pub domain: String,
    /// Its package.
    pub package: String,
    /// Whether it is suspended.
    pub suspended: Flag,
    /// Its name.
    pub user: UserName,
}

/// The columns of an account that the figures are from.
#[derive(Debug, Record)]
#[record(table = "accounts", key = "name")]
struct Row {
    name: UserName,
    domain: String,
    owner: UserName,
    package: String,
    suspended: Flag,
    quota: Limit,
    bandwidth: Limit,
    disk_used: u64,
}

/// See [`Params`].
pub struct Resellerstats;

impl Function for Resellerstats {
    const NAME: &'static str = "resellerstats";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListAccts]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::BARE
        .of(Reshape::Within("reseller", &[("acct", "accts"), ("user", "reseller")]))
        .renaming(&[("reseller", "result")]);
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let time = month(cx, &params)?;
        let tx = cx.host.store.read()?;
        let user = resellers::find(cx, &*tx, &params.user)?.name;
        let rows: Vec<Row> = tx.matching(theirs(&user))?;
        let search = Search::default();
        let served = traffic::of_month(&*tx, theirs(&user), &search, time)?;
        let served = served.into_iter().map(|one| (one.user, one.totalbytes)).collect();
        let mut reseller = figures(&*tx, user, time, &rows, &served)?;
        reseller.acct.retain(|account| !(params.filter_suspended.0 && account.suspended.0));
        Ok(Reply { reseller })
    }
}

/// The accounts that a reseller owns, and their own.
fn theirs(user: &UserName) -> Vec<Where<'_>> {
    vec![Where::Any(vec![is("owner", user), is("name", user)])]
}

fn month(cx: &Cx<'_>, params: &Params) -> Result<(u32, u32)> {
    let (year, month, _) = zones::today(cx.now())?;
    let (year, month) = (params.year.unwrap_or(year), params.month.unwrap_or(month));
    if !(1..=12).contains(&month) {
        return Err(Error::param("month", "must be a number from 1 to 12."));
    }
    if !(1..=9999).contains(&year) {
        return Err(Error::param("year", "must be a number from 1 to 9999."));
    }
    Ok((year, month))
}

fn figures(
    tx: &dyn Tx,
    user: UserName,
    (year, month): (u32, u32),
    rows: &[Row],
    served: &BTreeMap<UserName, u64>,
) -> Result<Figures> {
    let limits = limits::of(tx, &user)?;
    let most = |limit: Limit| limit.0.filter(|_| limits.has_resources.0).unwrap_or_default();
    let bytes = |row: &Row| served.get(&row.name).copied().unwrap_or_default();
    let total = |of: &dyn Fn(&Row) -> u64| {
        let owned = rows.iter().filter(|row| row.owner == user);
        owned.fold(0, |sum: u64, row| sum.saturating_add(of(row)))
    };
    let given = |limit: Limit| limit.0.map_or(0, u64::from);
    Ok(Figures {
        acct: rows.iter().map(|row| row.share(bytes(row))).collect(),
        bandwidthlimit: most(limits.bandwidth),
        bwoverselling: limits.oversells_bandwidth,
        diskoverselling: limits.oversells_disk,
        diskquota: most(limits.disk),
        diskused: hundredths(total(&|row| row.disk_used), 1 << 10).parse().unwrap_or_default(),
        month,
        totalbwalloc: total(&|row| given(row.bandwidth)).to_string(),
        totalbwused: hundredths(total(&bytes), 1 << 20),
        totaldiskalloc: total(&|row| given(row.quota)).to_string(),
        user,
        year,
    })
}

impl Row {
    fn share(&self, bytes: u64) -> Share {
        let limit = |limit: Limit| format!("{}.00", limit.0.unwrap_or_default());
        Share {
            bandwidthlimit: limit(self.bandwidth),
            bandwidthused: hundredths(bytes, 1 << 20),
            deleted: Flag(false),
            diskquota: limit(self.quota),
            diskused: hundredths(self.disk_used, 1 << 10),
            domain: self.domain.clone(),
            package: self.package.clone(),
            suspended: self.suspended,
            user: self.name.clone(),
        }
    }
}

/// An amount in the unit, with two digits after the point.
fn hundredths(amount: u64, unit: u64) -> String {
    format!("{}.{:02}", amount / unit, amount % unit * 100 / unit)
}

#[cfg(test)]
mod tests {
    use api::{Acl, records::Bandwidth};
    use serde_json::json;

    use crate::testing::World;

    fn world() -> World {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::ListAccts])
            .plant_account("alice", "carol")
            .plant_account("bob", "carol")
            .plant_account("dora", "root")
            .suspended("bob", "unpaid")
            .with_account("alice", |alice| alice.disk_used = 1608)
            .with_account("carol", |carol| carol.disk_used = 5000);
        let tx = world.host.store.write().unwrap();
        let (domain, account) = ("alice.test".parse().unwrap(), "alice".parse().unwrap());
        tx.put(&Bandwidth { domain, year: 2024, month: 2, account, bytes: 3 << 19 }).unwrap();
        tx.commit().unwrap();
        world
    }

    #[test]
    fn totals_leave_out_the_resellers_account_that_root_owns() {
        let form = [("user", "carol"), ("month", "2"), ("year", "2024")];
        let stats = world().data("carol", "resellerstats", &form)["reseller"].clone();
        let users: Vec<_> =
            stats["acct"].as_array().unwrap().iter().map(|row| &row["user"]).collect();
        assert_eq!(users, ["alice", "bob", "carol"]);
        let alice = json!({
            "bandwidthlimit": "1000.00", "bandwidthused": "1.50", "deleted": 0,
            "diskquota": "500.00", "diskused": "1.57", "domain": "alice.test",
            "package": "default", "suspended": 0, "user": "alice",
        });
        assert_eq!(stats["acct"][0], alice);
        assert_eq!(stats["acct"][2]["diskquota"], "0.00");
        for (key, value) in [
            ("diskused", json!(1.57)),
            ("totaldiskalloc", json!("1000")),
            ("totalbwalloc", json!("2000")),
            ("totalbwused", json!("1.50")),
            ("diskquota", json!(0)),
            ("month", json!(2)),
            ("year", json!(2024)),
        ] {
            assert_eq!(stats[key], value, "{key}");
        }
    }

    #[test]
    fn suspended_accounts_may_be_left_out_and_limits_are_told() {
        let world = world();
        let limits = [
            ("user", "carol"),
            ("enable_resource_limits", "1"),
            ("diskspace_limit", "700"),
            ("enable_overselling", "1"),
            ("enable_overselling_diskspace", "1"),
        ];
        world.call("root", "setresellerlimits", &limits).unwrap();
        let form = [("reseller", "carol"), ("filter_suspended", "1")];
        let stats = world.data("root", "resellerstats", &form)["reseller"].clone();
        assert_eq!(stats["acct"].as_array().unwrap().len(), 2);
        assert_eq!((&stats["diskquota"], &stats["bandwidthlimit"]), (&700.into(), &0.into()));
        assert_eq!((&stats["diskoverselling"], &stats["bwoverselling"]), (&1.into(), &0.into()));
        assert_eq!(
            (&stats["totaldiskalloc"], &stats["totalbwused"]),
            (&"1000".into(), &"0.00".into())
        );
    }

    #[test]
    fn a_reseller_asks_for_nobody_else_and_months_are_months() {
        let world = world().reseller("dave", &[Acl::ListAccts]);
        for other in ["carol", "alice", "root"] {
            let said = world.refusal("dave", "resellerstats", &[("user", other)]);
            assert_eq!(said, format!("There is no reseller “{other}”."));
        }
        let form = [("user", "carol"), ("month", "13")];
        assert_eq!(
            world.refusal("root", "resellerstats", &form),
            "month: must be a number from 1 to 12."
        );
        assert_eq!(world.refusal("root", "resellerstats", &[]), "user: is required");
    }
}

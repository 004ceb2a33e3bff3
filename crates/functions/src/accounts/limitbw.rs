//! `limitbw`

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Legacy, Limit, Needs, Output, Result, UserName,
    legacy::Reshape,
    records::{AccountRecord, Bandwidth, Tx, is},
};

use crate::domain::{
    accounts::{
        self,
        limits::{self, Counts},
        rights,
    },
    change::{Change, OnFailure},
    resellers::limits::{self as reseller_limits, Named},
    zones,
};

/// The parameters that errors name.
const NAMED: Named = Named { account: "user", package: "user", disk: "user", bandwidth: "bwlimit" };

/// Changes the traffic that an account may have in a month.
#[derive(Debug, Input)]
pub struct Params {
    /// The account.
    pub user: UserName,
    /// MiB; 0 or `unlimited` for no limit.
    #[param(default = "unlimited")]
    pub bwlimit: Limit,
}

/// The new limit.
#[derive(Debug, Output)]
pub struct Reply {
    /// One item: the account's.
    pub bwlimits: Vec<BandwidthLimit>,
}

/// A limit and what was used of it.
#[derive(Debug, Output)]
pub struct BandwidthLimit {
    /// The limit in MiB; 0 where there is none.
    pub bwlimit: u32,
    /// Whether there is a limit.
    pub bwlimitenable: Flag,
    /// The account's domains.
    pub domains: Vec<String>,
    /// The limit for people.
    pub human_bwlimit: String,
    /// What was used this month, for people.
    pub human_bwused: String,
    /// Whether there is none.
    pub unlimited: Flag,
}

/// See [`Params`].
pub struct LimitBw;

impl Function for LimitBw {
    const NAME: &'static str = "limitbw";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::LimitBandwidth]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy =
        Legacy::RESULT.of(Reshape::First("bwlimits")).renaming(&[("bwlimits", "bwlimit")]);
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let limit = limits::meant(Counts::Traffic, params.bwlimit);
        limits::check(cx, "bwlimit", Counts::Traffic, limit)?;
        let mut change = Change::begin(cx)?;
        let mut record = rights::account(cx, change.tx(), &params.user)?.into_record();
        let before = record.clone();
        record.bandwidth = limit;
        reseller_limits::check(cx, change.tx(), Some(&before), &record, NAMED)?;
        accounts::save(cx, &mut change, &mut record)?;
        let limit = describe(cx, change.tx(), &record)?;
        change.commit(OnFailure::Undo)?;
        let human = &limit.human_bwlimit;
        cx.reason(format!("The bandwidth limit of {} is now {human}.", record.name));
        Ok(Reply { bwlimits: vec![limit] })
    }
}

fn describe(cx: &Cx<'_>, tx: &dyn Tx, record: &AccountRecord) -> Result<BandwidthLimit> {
    let (year, month, _) = zones::today(cx.now())?;
    let rows: Vec<Bandwidth> = tx.matching(vec![
        is("account", &record.name),
        is("year", i64::from(year)),
        is("month", i64::from(month)),
    ])?;
    let used = rows.iter().fold(0_u64, |sum, row| sum.saturating_add(row.bytes)) >> 20;
    let domains = accounts::domains::of(tx, &record.name)?;
    Ok(BandwidthLimit {
        bwlimit: record.bandwidth.0.unwrap_or_default(),
        bwlimitenable: Flag(!record.bandwidth.is_unlimited()),
        domains: domains.into_iter().map(|domain| domain.name.to_string()).collect(),
        human_bwlimit: limits::megabytes(record.bandwidth),
        human_bwused: if used == 0 { "none".to_owned() } else { format!("{used} MB") },
        unlimited: Flag(record.bandwidth.is_unlimited()),
    })
}

#[cfg(test)]
mod tests {
    use api::{Acl, records::Bandwidth};

    use crate::testing::World;

    #[test]
    fn the_limit_comes_back_with_what_was_used_this_month() {
        let world = World::new().account("alice", "root");
        let tx = world.host.store.write().unwrap();
        for (month, bytes) in [(1, 5 << 20), (2, 1 << 30)] {
            tx.put(&Bandwidth {
                domain: "alice.test".parse().unwrap(),
                year: 2026,
                month,
                account: "alice".parse().unwrap(),
                bytes,
            })
            .unwrap();
        }
        tx.commit().unwrap();
        let data = world.data("root", "limitbw", &[("user", "alice"), ("bwlimit", "100")]);
        let limit = &data["bwlimits"][0];
        assert_eq!((limit["bwlimit"].as_i64(), limit["unlimited"].as_i64()), (Some(100), Some(0)));
        assert_eq!(
            (&limit["human_bwlimit"], &limit["human_bwused"]),
            (&"100 MB".into(), &"5 MB".into())
        );
        assert_eq!(limit["domains"][0], "alice.test");
        let limit = &world.data("root", "limitbw", &[("user", "alice")])["bwlimits"][0];
        assert_eq!((limit["bwlimit"].as_i64(), limit["unlimited"].as_i64()), (Some(0), Some(1)));
        assert_eq!(limit["human_bwlimit"], "unlimited");
    }

    #[test]
    fn no_limit_needs_its_privilege_and_the_account_its_owner() {
        let world = World::new()
            .reseller("carol", &[Acl::LimitBandwidth])
            .account("alice", "carol")
            .account("bob", "root");
        let said = world.refusal("carol", "limitbw", &[("user", "alice")]);
        assert!(
            said.starts_with("bwlimit: ") && said.contains("allow-unlimited-bw-pkgs"),
            "{said}"
        );
        let said = world.refusal("carol", "limitbw", &[("user", "bob"), ("bwlimit", "5")]);
        assert_eq!(said, "There is no account “bob”.");
        world.call("carol", "limitbw", &[("user", "alice"), ("bwlimit", "5")]).unwrap();
    }
}

//! `showbw`

use api::{
    Acl, Cx, Effect, Error, Function, Input, Legacy, Needs, Output, Result, UserName, records::is,
};

use crate::domain::{
    search::{Search, SearchType},
    traffic::{self, Traffic},
};

/// Gives the traffic of accounts in a month.
#[derive(Debug, Input)]
pub struct Params {
    /// The month, 1 to 12; the present one where it is absent.
    pub month: Option<u32>,
    /// A regular expression; without `searchtype` it is not used.
    pub search: Option<String>,
    /// What `search` is matched against; without `search` it is not used.
    pub searchtype: Option<SearchType>,
    /// The reseller whose accounts are told; another than oneself, root only.
    pub showres: Option<UserName>,
    /// The year; the present one where it is absent.
    pub year: Option<u32>,
}

/// The traffic. All amounts are bytes.
#[derive(Debug, Output)]
pub struct Reply {
    /// The accounts, by name.
    pub acct: Vec<Traffic>,
    /// The month.
    pub month: u32,
    /// The reseller whose accounts these are.
    pub reseller: UserName,
    /// What all of them served.
    pub totalused: u64,
    /// The year.
    pub year: u32,
}

/// See [`Params`].
pub struct ShowBw;

impl Function for ShowBw {
    const NAME: &'static str = "showbw";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ShowBandwidth]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::alone("bandwidth");
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let (year, month) = month(cx, &params)?;
        let search = Search::read(params.search.as_deref(), params.searchtype, None)?;
        let reseller = reseller(cx, params.showres)?;
        let scope = cx.scope();
        let mut filter = scope.filter();
        filter.extend(reseller.as_ref().map(|owner| is("owner", owner)));
        let tx = cx.host.store.read()?;
        let acct = traffic::of_month(&*tx, filter, &search, (year, month))?;
        let totalused = acct.iter().map(|one| one.totalbytes).sum();
        let reseller = reseller.unwrap_or_else(|| cx.caller.user.clone());
        Ok(Reply { acct, month, reseller, totalused, year })
    }
}

fn month(cx: &Cx<'_>, params: &Params) -> Result<(u32, u32)> {
    let now = jiff::Timestamp::from_second(cx.now().0).map_err(Error::internal)?;
    let now = jiff::tz::TimeZone::UTC.to_datetime(now);
    let month = params.month.unwrap_or_else(|| u32::from(now.month().unsigned_abs()));
    let year = params.year.unwrap_or_else(|| u32::from(now.year().unsigned_abs()));
    if !(1..=12).contains(&month) {
        return Err(Error::param("month", format!("“{month}” is not a month from 1 to 12")));
    }
    Ok((year, month))
}

/// Whose accounts alone are asked for, where the caller may know them.
fn reseller(cx: &Cx<'_>, asked: Option<UserName>) -> Result<Option<UserName>> {
    match asked {
        Some(other) if other != cx.caller.user && !cx.caller.is_rootlike() => {
            Err(Error::denied("showres: only root sees the traffic of another reseller."))
        }
        asked => Ok(asked),
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Limit, records::Bandwidth};

    use crate::testing::World;

    fn world() -> World {
        let world = World::new()
            .reseller("bob", &[Acl::ShowBandwidth])
            .plant_account("anna", "bob")
            .plant_account("carl", "root")
            .with_account("carl", |account| account.bandwidth = Limit::UNLIMITED);
        let tx = world.host.store.write().unwrap();
        for (domain, account, month, bytes) in [
            ("anna.test", "anna", 1, 700),
            ("shop.anna.test", "anna", 1, 50),
            ("anna.test", "anna", 2, 9),
            ("carl.test", "carl", 1, 3),
        ] {
            tx.insert(&Bandwidth {
                domain: domain.parse().unwrap(),
                year: 2026,
                month,
                account: account.parse().unwrap(),
                bytes,
            })
            .unwrap();
        }
        tx.commit().unwrap();
        world
    }

    #[test]
    fn the_present_month_of_own_accounts_is_told() {
        let data = world().data("bob", "showbw", &[]);
        let expected = serde_json::json!({
            "acct": [{
                "bwusage": [
                    {"deleted": 0, "domain": "anna.test", "usage": 700},
                    {"deleted": 1, "domain": "shop.anna.test", "usage": 50},
                ],
                "deleted": 0, "limit": 1_048_576_000, "maindomain": "anna.test", "owner": "bob",
                "reseller": 0, "totalbytes": 750, "user": "anna",
            }],
            "month": 1, "reseller": "bob", "totalused": 750, "year": 2026,
        });
        assert_eq!(data, expected);
    }

    #[test]
    fn month_search_and_reseller_narrow_it() {
        let world = world();
        let total = |form: &[(&str, &str)]| world.data("root", "showbw", form)["totalused"].clone();
        assert_eq!(total(&[]), 753);
        assert_eq!(total(&[("month", "2"), ("year", "2026")]), 9);
        assert_eq!(total(&[("search", "^c"), ("searchtype", "user")]), 3);
        assert_eq!(total(&[("showres", "bob")]), 750);
        assert_eq!(world.data("root", "showbw", &[])["acct"][1]["limit"], "unlimited");
    }

    #[test]
    fn a_reseller_asks_for_no_other() {
        let world = world();
        assert!(world.refusal("bob", "showbw", &[("showres", "root")]).starts_with("showres: "));
        assert!(world.refusal("bob", "showbw", &[("month", "13")]).starts_with("month: "));
    }
}

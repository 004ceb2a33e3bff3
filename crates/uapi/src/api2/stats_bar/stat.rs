//! `StatsBar::stat` of cPanel API 2

use api::{Cx, Effect, Function, Needs, Result};

use crate::stats_bar::get_stats::{GetStats, Item, Params};

/// See [`Params`]: the twin of UAPI's `StatsBar::get_stats`.
pub struct Stat;

impl Function for Stat {
    const NAME: &'static str = "stat";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Item>> {
        GetStats::run(cx, params)
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn a_row_is_that_of_the_twin() {
        let world = World::new().plant_account("anna", "root");
        let form = [("display", "diskusage|hostname")];
        let rows = world.api2("anna", "StatsBar", "stat", &form).unwrap().data;
        assert_eq!(rows, world.uapi_data("anna", "StatsBar", "get_stats", &form));
        assert_eq!(rows[1]["value"], "host.example.test");
    }
}

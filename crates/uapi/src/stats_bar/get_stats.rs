//! `StatsBar::get_stats`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, Word};
use functions::domain::figures::{Amount, Figures, MIB, decimal};

use super::entries::{self, MEASURED, Measured};

/// Gives statistics of the account, as its pages show them.
#[derive(Input)]
pub struct Params {
    /// The keys of the entries to show, parted by `|`; what the server does not know is left out.
    pub display: String,
    /// 1: only entries that are near their limit.
    pub warnings: Option<Flag>,
    /// From how many percent on an entry is near its limit, 1 to 100; 80 where it is left out.
    pub warninglevel: Option<i64>,
    /// 0: no entries that have reached their limit.
    pub warnout: Option<Flag>,
    /// What is said where there is no limit.
    pub infinitylang: Option<String>,
    /// An image of no limit, which answers do not show.
    pub infinityimg: Option<FilePath>,
    /// What the first row counts as.
    #[param(default = Rowtype::Odd)]
    pub rowcounter: Rowtype,
}

/// How a row is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Rowtype {
    /// The first of two.
    #[word("odd")]
    Odd,
    /// The second of two.
    #[word("even")]
    Even,
}

/// An entry.
#[derive(Output)]
pub struct Item {
    /// Its key.
    pub id: &'static str,
    /// Its key again.
    pub name: &'static str,
    /// Its name for people.
    pub item: &'static str,
    /// How much there is, for people; of a plain fact what it is.
    pub count: String,
    /// How much may be, for people.
    #[param(absent)]
    pub max: Option<String>,
    /// How much there is.
    #[param(name = "_count", absent)]
    pub raw_count: Option<String>,
    /// How much may be, or `unlimited`.
    #[param(name = "_max", absent)]
    pub raw_max: Option<String>,
    /// Whether the limit is reached.
    #[param(name = "_maxed", absent)]
    pub maxed: Option<Flag>,
    /// Whether the limit is reached, again.
    #[param(absent)]
    pub is_maxed: Option<Flag>,
    /// The share of the limit that is used.
    #[param(absent)]
    pub percent: Option<u64>,
    /// The same in steps of 5.
    #[param(absent)]
    pub percent5: Option<u64>,
    /// The same in steps of 10.
    #[param(absent)]
    pub percent10: Option<u64>,
    /// The same in steps of 20.
    #[param(absent)]
    pub percent20: Option<u64>,
    /// What it is counted in, where that is not pieces.
    #[param(absent)]
    pub units: Option<&'static str>,
    /// The module that it is from.
    #[param(absent)]
    pub module: Option<&'static str>,
    /// The feature that it belongs to.
    #[param(absent)]
    pub feature: Option<&'static str>,
    /// What the row counts as.
    pub rowtype: Rowtype,
    /// What it is, of a plain fact.
    #[param(absent)]
    pub value: Option<String>,
}

/// See [`Params`].
pub struct GetStats;

impl Function for GetStats {
    const NAME: &'static str = "get_stats";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Item>> {
        let figures = Figures::of(cx)?;
        let mut items = Vec::new();
        for id in params.display.split('|') {
            items.extend(item(cx, &figures, &params, id.trim())?);
        }
        let rows = [params.rowcounter, other(params.rowcounter)];
        for (item, row) in items.iter_mut().zip(rows.into_iter().cycle()) {
            item.rowtype = row;
        }
        Ok(items)
    }
}

fn other(row: Rowtype) -> Rowtype {
    if row == Rowtype::Odd { Rowtype::Even } else { Rowtype::Odd }
}

/// The entry of a key; none where it is not known, or not asked for.
fn item(cx: &Cx<'_>, figures: &Figures<'_>, params: &Params, id: &str) -> Result<Option<Item>> {
    let only_warnings = params.warnings.is_some_and(|flag| flag.0);
    let Some(measured) = MEASURED.iter().find(|measured| measured.id == id) else {
        let fact = if only_warnings { None } else { entries::fact(cx, figures, id)? };
        return Ok(fact.and_then(|(item, value)| told(id, item, value)));
    };
    let amount = figures.get(measured.figure)?;
    let percent = percent(amount);
    let is_near =
        i64::try_from(percent).is_ok_and(|percent| percent >= params.warninglevel.unwrap_or(80));
    let is_hidden = params.warnout.is_some_and(|flag| !flag.0) && percent >= 100;
    if (only_warnings && !is_near) || is_hidden {
        return Ok(None);
    }
    Ok(Some(amounted(measured, amount, percent, params.infinitylang.as_deref())))
}

/// The keys of plain facts.
const FACTS: &[&str] = &[
    "hostname",
    "shorthostname",
    "hostingpackage",
    "theme",
    "cpanelversion",
    "dedicatedip",
    "sharedip",
    "localip",
    "mysqlversion",
    "operatingsystem",
    "machinetype",
];

fn told(id: &str, item: &'static str, value: String) -> Option<Item> {
    let id = *FACTS.iter().find(|fact| **fact == id)?;
    Some(Item { count: value.clone(), value: Some(value), ..blank(id, item) })
}

fn amounted(measured: &Measured, amount: Amount, percent: u64, no_limit: Option<&str>) -> Item {
    let is_maxed = Flag(amount.limit.is_some_and(|limit| amount.used >= limit));
    let bare = |number: u64| {
        if measured.in_bytes {
            decimal((number.saturating_mul(100)).div_ceil(MIB))
        } else {
            number.to_string()
        }
    };
    let spoken = |number: u64| if measured.in_bytes { sized(number) } else { number.to_string() };
    let unlimited = || no_limit.unwrap_or("unlimited").to_owned();
    let step = |step: u64| Some(percent / step * step);
    Item {
        count: spoken(amount.used),
        max: Some(amount.limit.map_or_else(unlimited, spoken)),
        raw_count: Some(bare(amount.used)),
        raw_max: Some(amount.limit.map_or_else(|| "unlimited".to_owned(), bare)),
        maxed: Some(is_maxed),
        is_maxed: Some(is_maxed),
        percent: Some(percent),
        percent5: step(5),
        percent10: step(10),
        percent20: step(20),
        units: measured.in_bytes.then_some("MB"),
        module: Some(measured.module),
        feature: Some(measured.feature),
        ..blank(measured.id, measured.item)
    }
}

fn blank(id: &'static str, item: &'static str) -> Item {
    Item {
        id,
        name: id,
        item,
        count: String::new(),
        max: None,
        raw_count: None,
        raw_max: None,
        maxed: None,
        is_maxed: None,
        percent: None,
        percent5: None,
        percent10: None,
        percent20: None,
        units: None,
        module: None,
        feature: None,
        rowtype: Rowtype::Odd,
        value: None,
    }
}

/// The share of a limit that is used, up to 100; nothing of no limit. A limit of nothing is used up.
fn percent(amount: Amount) -> u64 {
    match amount.limit {
        None => 0,
        Some(0) => 100,
        Some(limit) => (amount.used.saturating_mul(100) / limit).min(100),
    }
}

/// Bytes for people: `0 bytes`, `1.75 MB`, `1 GB`.
fn sized(bytes: u64) -> String {
    let units = [("GB", MIB * 1024), ("MB", MIB), ("KB", 1024)];
    let Some((unit, size)) = units.into_iter().find(|(_, size)| bytes >= *size) else {
        return format!("{bytes} bytes");
    };
    let number = decimal((bytes.saturating_mul(100)) / size);
    let number = number.trim_end_matches('0').trim_end_matches('.');
    format!("{number} {unit}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Calls as _, World};

    fn world() -> World {
        World::new().plant_account("anna", "root")
    }

    #[test]
    fn amounts_come_with_limits_and_shares_in_the_order_asked() {
        let form = [("display", "parkeddomains|diskusage|nothing|mysqldatabases")];
        let data = world().uapi_data("anna", "StatsBar", "get_stats", &form);
        let ids: Vec<_> = data.as_array().unwrap().iter().map(|row| row["id"].clone()).collect();
        assert_eq!(ids, ["parkeddomains", "diskusage", "mysqldatabases"]);
        let [parked, disk, databases] = [&data[0], &data[1], &data[2]];
        assert_eq!((&parked["_maxed"], &parked["percent20"]), (&1.into(), &100.into()));
        assert_eq!((&disk["max"], &disk["_max"]), (&"500 MB".into(), &"500.00".into()));
        assert_eq!((&disk["units"], &disk["rowtype"]), (&"MB".into(), &"even".into()));
        assert_eq!((&databases["count"], &databases["max"]), (&"0".into(), &"unlimited".into()));
    }

    #[test]
    fn plain_facts_have_a_value() {
        let form = [("display", "hostname|shorthostname|sharedip|dedicatedip|phpversion")];
        let data = world().uapi_data("anna", "StatsBar", "get_stats", &form);
        let values: Vec<_> =
            data.as_array().unwrap().iter().map(|row| row["value"].clone()).collect();
        assert_eq!(values, ["host.example.test", "host", "192.0.2.10"]);
    }

    #[test]
    fn warnings_leave_what_is_near_its_limit() {
        let form = [
            ("display", "parkeddomains|diskusage|hostname"),
            ("warnings", "1"),
            ("infinitylang", "ever"),
        ];
        let world = world();
        let data = world.uapi_data("anna", "StatsBar", "get_stats", &form);
        assert_eq!(data.as_array().unwrap().len(), 1);
        let mut hidden = form.to_vec();
        hidden.push(("warnout", "0"));
        let data = world.uapi_data("anna", "StatsBar", "get_stats", &hidden);
        assert_eq!(data, serde_json::json!([]));
    }

    #[test]
    fn bytes_are_told_in_their_largest_unit() {
        for (bytes, said) in [(0, "0 bytes"), (1536, "1.5 KB"), (MIB * 7 / 4, "1.75 MB")] {
            assert_eq!(sized(bytes), said);
        }
        assert_eq!(sized(MIB * 1024), "1 GB");
    }
}

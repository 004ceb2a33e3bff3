//! `Email::storefilter` of cPanel API 2

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result};

use crate::email::store_filter::{self, StoreFilter};

/// Creates, changes or renames a mail filter.
#[derive(Input)]
pub struct Params {
    /// Its name.
    pub filtername: String,
    /// The mailbox that owns it; the account where it is absent.
    pub account: Option<String>,
    /// The name that it had.
    pub oldfiltername: Option<String>,
    /// `partN`, `matchN`, `valN`, `optN`, `actionN`, `destN`, numbered from 1.
    #[param(rest)]
    pub rest: BTreeMap<String, String>,
}

/// What was done.
#[derive(Output)]
pub struct Row {
    /// The mailbox that owns the filter; empty where the account does.
    pub account: String,
    /// 0: a failure is no row of this kind.
    pub error: i64,
    /// 1.
    pub ok: i64,
    /// What clients show.
    pub result: &'static str,
}

/// See [`Params`].
pub struct Storefilter;

impl Function for Storefilter {
    const NAME: &'static str = "storefilter";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let account = params.account.clone().unwrap_or_default();
        StoreFilter::run(
            cx,
            store_filter::Params {
                filtername: params.filtername,
                account: params.account,
                oldfiltername: params.oldfiltername,
                rest: params.rest,
            },
        )?;
        Ok(vec![Row { account, error: 0, ok: 1, result: "Filter Saved." }])
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn a_filter_is_kept_and_listed() {
        let world = world();
        let form = [
            ("account", "info@amy.test"),
            ("filtername", "spam"),
            ("part1", "$header_from:"),
            ("match1", "contains"),
            ("val1", "x"),
            ("opt1", "or"),
            ("action1", "save"),
            ("dest1", "/dev/null"),
        ];
        let rows = world.api2("amy", "Email", "storefilter", &form).unwrap().data;
        let wanted = serde_json::json!(
            [{"account": "info@amy.test", "error": 0, "ok": 1, "result": "Filter Saved."}]
        );
        assert_eq!(rows, wanted);
        let rows = world.api2("amy", "Email", "filterlist", &form[..1]).unwrap().data;
        assert_eq!((&rows[0]["filtername"], &rows[0]["enabled"]), (&"spam".into(), &1.into()));
        assert_eq!(rows[0]["actions"][0]["dest"], "/dev/null");
        assert!(world.api2("bob", "Email", "storefilter", &form).is_err());
    }
}

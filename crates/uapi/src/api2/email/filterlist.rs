//! `Email::filterlist` of cPanel API 2

use api::{Cx, Effect, Function, Input, Needs, Result};

use functions::domain::mail::listing::FilterRow;

use crate::email::list_filters::{self, ListFilters};

/// Lists the mail filters of an account or of a mailbox.
#[derive(Input)]
pub struct Params {
    /// The mailbox, or the account, that owns them; the account where it is absent.
    pub account: Option<String>,
}

/// See [`Params`].
pub struct Filterlist;

impl Function for Filterlist {
    const NAME: &'static str = "filterlist";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<FilterRow>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        ListFilters::run(cx, list_filters::Params { account: params.account })
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn without_filters_there_are_no_rows() {
        let world = world();
        let rows = world.api2("amy", "Email", "filterlist", &[]).unwrap().data;
        assert_eq!(rows, serde_json::json!([]));
        let form = [("account", "info@amy.test")];
        assert!(world.api2("bob", "Email", "filterlist", &form).is_err());
    }
}

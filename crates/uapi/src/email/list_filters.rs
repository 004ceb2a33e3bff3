//! `Email::list_filters`

use api::{Account, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::mail::{addresses, listing};

/// Lists the mail filters of an account or of a mailbox.
#[derive(Input)]
pub struct Params {
    /// The mailbox, or the account, that owns them; the account where it is absent.
    pub account: Option<String>,
}

/// See [`Params`].
pub struct ListFilters;

impl Function for ListFilters {
    const NAME: &'static str = "list_filters";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<listing::FilterRow>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let owner = addresses::owner(&*tx, &account, "account", params.account.as_deref())?;
        listing::filters(&*tx, &owner)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, strange, world};

    #[test]
    fn filters_are_listed_in_their_order() {
        let world = world();
        let form = [
            ("account", "info@amy.test"),
            ("filtername", "spam"),
            ("part1", "$message_body"),
            ("match1", "contains"),
            ("val1", "buy"),
            ("action1", "fail"),
            ("dest1", "No sellers"),
        ];
        data(&world, "store_filter", &form);
        let named = [("account", "info@amy.test"), ("filtername", "spam")];
        assert_eq!(data(&world, "list_filters", &[]).as_array().unwrap().len(), 0);
        let told = data(&world, "list_filters", &named[..1]);
        let one = &told[0];
        assert_eq!((&one["filtername"], &one["enabled"]), (&"spam".into(), &1.into()));
        assert_eq!(
            (&one["rules"][0]["part"], &one["actions"][0]["action"]),
            (&"$message_body".into(), &"fail".into())
        );
        assert!(strange(&world, "list_filters", &named[..1]).is_err());
    }
}

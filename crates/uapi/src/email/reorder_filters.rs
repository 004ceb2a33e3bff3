//! `Email::reorder_filters`

use std::collections::BTreeMap;

use api::{Account, Cx, Effect, Error, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{addresses, filters},
};

/// Puts an owner's mail filters into another order.
#[derive(Input)]
pub struct Params {
    /// The mailbox, or the account, that owns them.
    pub mailbox: String,
    /// `filter1`, `filter2` and so on: the name of the filter at that place.
    #[param(rest)]
    pub rest: BTreeMap<String, String>,
}

/// See [`Params`].
pub struct ReorderFilters;

impl Function for ReorderFilters {
    const NAME: &'static str = "reorder_filters";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let owner = addresses::owner(change.tx(), &account, "mailbox", Some(&params.mailbox))?;
        let names = filters::numbered(&params.rest, "filter");
        if names.is_empty() {
            return Err(Error::param("filter1", "is required"));
        }
        filters::reorder(&mut change, &account, &owner, &names)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn filters_come_in_the_order_that_is_given() {
        let world = world();
        for name in ["a", "b", "c"] {
            let form = [
                ("filtername", name),
                ("part1", "$message_body"),
                ("match1", "contains"),
                ("val1", "x"),
                ("action1", "finish"),
            ];
            data(&world, "store_filter", &form);
        }
        let form = [("mailbox", "amy"), ("filter1", "c"), ("filter2", "a")];
        data(&world, "reorder_filters", &form);
        let told = data(&world, "list_filters", &[]);
        let names: Vec<_> =
            told.as_array().unwrap().iter().map(|one| one["filtername"].clone()).collect();
        assert_eq!(names, ["c", "a", "b"]);
        let said = refusal(&world, "reorder_filters", &[("mailbox", "amy"), ("filter1", "no")]);
        assert_eq!(said, "filter1: there is no filter “no”");
    }
}

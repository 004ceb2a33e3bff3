//! `Email::count_filters`

use api::{
    Account, Cx, Effect, Function, Input, Needs, Result,
    records::{MailFilter, is},
};
use functions::domain::mail::measure;

/// Counts the mail filters of the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CountFilters;

impl Function for CountFilters {
    const NAME: &'static str = "count_filters";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = i64;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let count = tx.count::<MailFilter>(&[is("account", account.name())])?;
        Ok(measure::wire(count))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, strange, world};

    #[test]
    fn filters_are_counted() {
        let world = world();
        let form = [
            ("filtername", "spam"),
            ("part1", "$header_from:"),
            ("match1", "contains"),
            ("val1", "x"),
            ("action1", "fail"),
        ];
        data(&world, "store_filter", &form);
        assert_eq!(data(&world, "count_filters", &[]), 1);
        assert_eq!(strange(&world, "count_filters", &[]).unwrap().data, 0);
    }
}

//! `Email::count_lists`

use api::{
    Account, Cx, Effect, Function, Input, Needs, Result,
    records::{MailingList, is},
};
use functions::domain::mail::measure;

/// Counts the mailing lists of the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CountLists;

impl Function for CountLists {
    const NAME: &'static str = "count_lists";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = i64;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let count = tx.count::<MailingList>(&[is("account", account.name())])?;
        Ok(measure::wire(count))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, strange, world};

    #[test]
    fn lists_are_counted() {
        let world = world();
        assert_eq!(data(&world, "count_lists", &[]), 0);
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        data(&world, "add_list", &form);
        assert_eq!(data(&world, "count_lists", &[]), 1);
        assert_eq!(strange(&world, "count_lists", &[]).unwrap().data, 0);
    }
}

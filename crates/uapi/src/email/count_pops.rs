//! `Email::count_pops`

use api::{
    Account, Cx, Effect, Function, Input, Needs, Result,
    records::{MailboxRecord, is},
};
use functions::domain::mail::measure;

/// Counts the mailboxes of the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CountPops;

impl Function for CountPops {
    const NAME: &'static str = "count_pops";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = i64;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let count = tx.count::<MailboxRecord>(&[is("account", account.name())])?;
        Ok(measure::wire(count))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, strange, world};

    #[test]
    fn mailboxes_are_counted() {
        let world = world();
        assert_eq!(data(&world, "count_pops", &[]), 1);
        assert_eq!(strange(&world, "count_pops", &[]).unwrap().data, 0);
    }
}

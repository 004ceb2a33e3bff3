//! `Email::count_forwarders`

use api::{
    Account, Cx, Effect, Function, Input, Needs, Result,
    records::{Forwarder, is},
};
use functions::domain::mail::measure;

/// Counts the forwarders of the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CountForwarders;

impl Function for CountForwarders {
    const NAME: &'static str = "count_forwarders";
    const NEEDS: Needs = Needs::Features(&["forwarders"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = i64;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let count = tx.count::<Forwarder>(&[is("account", account.name())])?;
        Ok(measure::wire(count))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, strange, world};

    #[test]
    fn forwarders_are_counted() {
        let world = world();
        let form = [
            ("domain", "amy.test"),
            ("email", "x"),
            ("fwdopt", "fwd"),
            ("fwdemail", "a@b.test,c@d.test"),
        ];
        data(&world, "add_forwarder", &form);
        assert_eq!(data(&world, "count_forwarders", &[]), 2);
        assert_eq!(strange(&world, "count_forwarders", &[]).unwrap().data, 0);
    }
}

//! `Email::count_auto_responders`

use api::{
    Account, Cx, Effect, Function, Input, Needs, Result,
    records::{Autoresponder, is},
};
use functions::domain::mail::measure;

/// Counts the autoresponders of the account.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct CountAutoResponders;

impl Function for CountAutoResponders {
    const NAME: &'static str = "count_auto_responders";
    const NEEDS: Needs = Needs::Features(&["autoresponders"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = i64;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let count = tx.count::<Autoresponder>(&[is("account", account.name())])?;
        Ok(measure::wire(count))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn autoresponders_are_counted() {
        let world = world();
        assert_eq!(data(&world, "count_auto_responders", &[]), 0);
        let form = [
            ("email", "info"),
            ("domain", "amy.test"),
            ("from", "Amy"),
            ("subject", "Away"),
            ("body", "I am away."),
            ("interval", "8"),
            ("is_html", "0"),
            ("start", "0"),
            ("stop", "0"),
        ];
        data(&world, "add_auto_responder", &form);
        assert_eq!(data(&world, "count_auto_responders", &[]), 1);
    }
}

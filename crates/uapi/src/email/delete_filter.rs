//! `Email::delete_filter`

use api::{Account, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{addresses, filters},
};

/// Deletes a mail filter.
#[derive(Input)]
pub struct Params {
    /// The mailbox, or the account, that owns it.
    #[param(default = "")]
    pub account: String,
    /// Its name.
    pub filtername: String,
}

/// See [`Params`].
pub struct DeleteFilter;

impl Function for DeleteFilter {
    const NAME: &'static str = "delete_filter";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let owner = addresses::owner(change.tx(), &account, "account", Some(&params.account))?;
        filters::remove(&mut change, &account, &owner, &params.filtername)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn the_filter_goes() {
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
        assert!(strange(&world, "delete_filter", &named).is_err());
        data(&world, "delete_filter", &named);
        assert!(world.machine.mail_domain("amy.test").unwrap().unwrap().filters.is_empty());
        let said = refusal(&world, "delete_filter", &named);
        assert_eq!(said, "filtername: there is no filter “spam”.");
    }
}

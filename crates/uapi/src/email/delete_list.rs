//! `Email::delete_list`

use api::{Account, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::lists,
};

/// Deletes a mailing list.
#[derive(Input)]
pub struct Params {
    /// Its address.
    pub list: String,
}

/// See [`Params`].
pub struct DeleteList;

impl Function for DeleteList {
    const NAME: &'static str = "delete_list";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let list = lists::own(change.tx(), &account, &params.list)?;
        lists::remove(&mut change, &list)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, refusal, strange, world};

    #[test]
    fn the_list_goes_with_its_administrators() {
        let world = world();
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        data(&world, "add_list", &form);
        let list = [("list", "news@amy.test")];
        data(&world, "add_mailman_delegates", &[list[0], ("delegates", "x@else.test")]);
        assert!(strange(&world, "delete_list", &list).is_err());
        data(&world, "delete_list", &list);
        assert!(world.machine.mail_domain("amy.test").unwrap().unwrap().lists.is_empty());
        let said = refusal(&world, "delete_list", &list);
        assert_eq!(said, "list: there is no mailing list “news@amy.test”.");
        let form = [("delegate", "x@else.test")];
        assert_eq!(data(&world, "has_delegated_mailman_lists", &form), 0);
    }
}

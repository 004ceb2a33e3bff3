//! `Email::add_mailman_delegates`

use api::{Account, Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::lists,
};

/// Makes addresses administrators of a mailing list.
#[derive(Input)]
pub struct Params {
    /// The addresses, parted by commas.
    pub delegates: String,
    /// The list's address.
    pub list: String,
}

/// The administrators.
#[derive(Output)]
pub struct Reply {
    /// Their addresses.
    pub delegates: Vec<EmailAddress>,
}

/// See [`Params`].
pub struct AddMailmanDelegates;

impl Function for AddMailmanDelegates {
    const NAME: &'static str = "add_mailman_delegates";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let list = lists::own(change.tx(), &account, &params.list)?;
        lists::add_admins(&mut change, &list, lists::delegates(&params.delegates)?)?;
        let delegates = lists::admins(change.tx(), &list.address)?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply { delegates })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, refusal, strange, world};

    #[test]
    fn administrators_are_added_once() {
        let world = world();
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        data(&world, "add_list", &form);
        let form = [("list", "news@amy.test"), ("delegates", "b@else.test, a@else.test")];
        data(&world, "add_mailman_delegates", &form);
        let told = data(&world, "add_mailman_delegates", &form);
        assert_eq!(told["delegates"], serde_json::json!(["a@else.test", "b@else.test"]));
        let said = refusal(&world, "add_mailman_delegates", &[form[0], ("delegates", "nobody")]);
        assert!(said.starts_with("delegates: "), "{said}");
        assert!(strange(&world, "add_mailman_delegates", &form).is_err());
    }
}

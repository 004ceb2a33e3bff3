//! `Email::remove_mailman_delegates`

use api::{Account, Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::lists,
};

/// Takes administrators of a mailing list away.
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
pub struct RemoveMailmanDelegates;

impl Function for RemoveMailmanDelegates {
    const NAME: &'static str = "remove_mailman_delegates";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let list = lists::own(change.tx(), &account, &params.list)?;
        lists::remove_admins(&mut change, &list, &lists::delegates(&params.delegates)?)?;
        let delegates = lists::admins(change.tx(), &list.address)?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply { delegates })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, refusal, strange, world};

    #[test]
    fn those_who_remain_are_told() {
        let world = world();
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        data(&world, "add_list", &form);
        let form = [("list", "news@amy.test"), ("delegates", "b@else.test,a@else.test")];
        data(&world, "add_mailman_delegates", &form);
        let one = [form[0], ("delegates", "a@else.test")];
        let told = data(&world, "remove_mailman_delegates", &one);
        assert_eq!(told["delegates"], serde_json::json!(["b@else.test"]));
        assert!(strange(&world, "remove_mailman_delegates", &one).is_err());
        let said = refusal(&world, "remove_mailman_delegates", &[("list", "no"), one[1]]);
        assert!(said.starts_with("list: "), "{said}");
    }
}

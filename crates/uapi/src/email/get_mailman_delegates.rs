//! `Email::get_mailman_delegates`

use api::{Account, Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result};
use functions::domain::mail::lists;

/// Lists the administrators of a mailing list.
#[derive(Input)]
pub struct Params {
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
pub struct GetMailmanDelegates;

impl Function for GetMailmanDelegates {
    const NAME: &'static str = "get_mailman_delegates";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let list = lists::own(&*tx, &account, &params.list)?;
        Ok(Reply { delegates: lists::admins(&*tx, &list.address)? })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, strange, world};

    #[test]
    fn administrators_are_listed() {
        let world = world();
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        data(&world, "add_list", &form);
        let list = [("list", "news")];
        assert_eq!(
            data(&world, "get_mailman_delegates", &list)["delegates"],
            serde_json::json!([])
        );
        data(&world, "add_mailman_delegates", &[list[0], ("delegates", "a@else.test")]);
        let by_id = data(&world, "get_mailman_delegates", &[("list", "news_amy.test")]);
        assert_eq!(by_id["delegates"], serde_json::json!(["a@else.test"]));
        assert!(strange(&world, "get_mailman_delegates", &[("list", "news@amy.test")]).is_err());
    }
}

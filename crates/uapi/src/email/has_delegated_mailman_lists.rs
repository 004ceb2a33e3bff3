//! `Email::has_delegated_mailman_lists`

use api::{
    Account, Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result,
    records::{ListAdmin, is},
};

/// Says whether an address administers any mailing list of the account.
#[derive(Input)]
pub struct Params {
    /// The address.
    pub delegate: EmailAddress,
}

/// See [`Params`].
pub struct HasDelegatedMailmanLists;

impl Function for HasDelegatedMailmanLists {
    const NAME: &'static str = "has_delegated_mailman_lists";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Flag;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let mine = [is("admin", &params.delegate), is("account", account.name())];
        Ok(Flag(tx.count::<ListAdmin>(&mine)? > 0))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, strange, world};

    #[test]
    fn only_administrators_have_lists() {
        let world = world();
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        data(&world, "add_list", &form);
        let form = [("delegate", "a@else.test")];
        assert_eq!(data(&world, "has_delegated_mailman_lists", &form), 0);
        data(&world, "add_mailman_delegates", &[("list", "news"), ("delegates", "a@else.test")]);
        assert_eq!(data(&world, "has_delegated_mailman_lists", &form), 1);
        assert_eq!(strange(&world, "has_delegated_mailman_lists", &form).unwrap().data, 0);
    }
}

//! `list_pops_for`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, UserName};

use crate::domain::mail::mailboxes;

/// Lists the mailboxes of an account.
#[derive(Input)]
pub struct Params {
    /// The account.
    pub user: UserName,
}

/// The mailboxes.
#[derive(Output)]
pub struct Reply {
    /// Their addresses.
    pub pops: Vec<String>,
}

/// See [`Params`].
pub struct ListPopsFor;

impl Function for ListPopsFor {
    const NAME: &'static str = "list_pops_for";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let account = cx.account(&*tx, &params.user)?;
        let found = mailboxes::of(&*tx, &account)?.into_iter();
        Ok(Reply { pops: found.map(|mailbox| mailbox.address.to_string()).collect() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn mailboxes_are_listed_to_who_may_see_them() {
        let world = World::new().account("anna", "root");
        let user = [("user", "anna")];
        assert_eq!(
            world.data("root", "list_pops_for", &user)["pops"],
            api::Value::Array(Vec::new())
        );
        let world = world.reseller("bob", &[api::Acl::AcctSummary]);
        assert_eq!(world.refusal("bob", "list_pops_for", &user), "There is no account “anna”.");
    }
}

//! `Email::delete_held_messages`

use api::{Account, Cx, Effect, EmailAddress, Function, Input, Needs, Result};
use functions::domain::mail::{mailboxes, measure};

/// Deletes the messages of a mailbox that are held.
#[derive(Input)]
pub struct Params {
    /// The whole address.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct DeleteHeldMessages;

impl Function for DeleteHeldMessages {
    const NAME: &'static str = "delete_held_messages";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = i64;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let mailbox = mailboxes::own(&*tx, &account, "email", &params.email)?;
        drop(tx);
        cx.host.mail.delete_held(&mailbox.address).map(measure::wire)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn where_nothing_is_held_nothing_is_deleted() {
        let world = world();
        let email = [("email", "info@amy.test")];
        assert_eq!(data(&world, "delete_held_messages", &email), 0);
        assert!(strange(&world, "delete_held_messages", &email).is_err());
        let said = refusal(&world, "delete_held_messages", &[("email", "x@amy.test")]);
        assert!(said.starts_with("email: "), "{said}");
    }
}

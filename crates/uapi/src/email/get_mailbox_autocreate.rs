//! `Email::get_mailbox_autocreate`

use api::{Account, Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Result};
use functions::domain::mail::mailboxes;

/// Says whether mail for `local+folder` makes that folder.
#[derive(Input)]
pub struct Params {
    /// The whole address.
    pub email: EmailAddress,
}

/// See [`Params`].
pub struct GetMailboxAutocreate;

impl Function for GetMailboxAutocreate {
    const NAME: &'static str = "get_mailbox_autocreate";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Flag;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        Ok(mailboxes::own(&*tx, &account, "email", &params.email)?.makes_folders)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, strange, world};

    #[test]
    fn it_is_said_as_it_is_set() {
        let world = world();
        let email = [("email", "info@amy.test")];
        assert_eq!(data(&world, "get_mailbox_autocreate", &email), 1);
        data(&world, "disable_mailbox_autocreate", &email);
        assert_eq!(data(&world, "get_mailbox_autocreate", &email), 0);
        assert!(strange(&world, "get_mailbox_autocreate", &email).is_err());
    }
}

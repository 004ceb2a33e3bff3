//! `Mailboxes::has_utf8_mailbox_names`

use api::{Account, Cx, Effect, Error, Flag, Function, Input, Needs, Output, Result, UserName};
use functions::domain::mail::folder_names;

/// Says whether the names of folders are kept in UTF-8.
#[derive(Input)]
pub struct Params {
    /// The account's own name.
    pub user: Option<UserName>,
}

/// What is set.
#[derive(Output)]
pub struct Reply {
    /// Whether they are.
    pub enabled: Flag,
}

/// See [`Params`].
pub struct HasUtf8MailboxNames;

impl Function for HasUtf8MailboxNames {
    const NAME: &'static str = "has_utf8_mailbox_names";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        if params.user.is_some_and(|user| user != *account.name()) {
            return Err(Error::param("user", "must be the account's own name"));
        }
        let enabled = folder_names::are_utf8(&*tx, account.name())?;
        Ok(Reply { enabled: Flag(enabled) })
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn they_are_not_until_it_is_set() {
        let world = world();
        let has =
            || world.uapi_data("amy", "Mailboxes", "has_utf8_mailbox_names", &[("user", "amy")]);
        assert_eq!(has()["enabled"], 0);
        world.uapi_data("amy", "Mailboxes", "set_utf8_mailbox_names", &[("enabled", "1")]);
        assert_eq!(has()["enabled"], 1);
        let said =
            world.uapi_refusal("amy", "Mailboxes", "has_utf8_mailbox_names", &[("user", "bob")]);
        assert!(said.starts_with("user: "), "{said}");
    }
}

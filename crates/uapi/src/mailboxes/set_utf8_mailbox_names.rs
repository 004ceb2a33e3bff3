//! `Mailboxes::set_utf8_mailbox_names`

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::folder_names,
};

/// Has the names of folders be kept in UTF-8, or not.
#[derive(Input)]
pub struct Params {
    /// Whether they are.
    pub enabled: Flag,
}

/// What was done.
#[derive(Output)]
pub struct Reply {
    /// Whether it was.
    pub success: Flag,
}

/// See [`Params`].
pub struct SetUtf8MailboxNames;

impl Function for SetUtf8MailboxNames {
    const NAME: &'static str = "set_utf8_mailbox_names";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        folder_names::set_utf8(&mut change, account.name(), params.enabled.0)?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply { success: Flag(true) })
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn it_is_set_and_taken_back() {
        let world = world();
        for enabled in ["1", "0"] {
            let form = [("enabled", enabled)];
            let told = world.uapi_data("amy", "Mailboxes", "set_utf8_mailbox_names", &form);
            assert_eq!(told["success"], 1);
            let told = world.uapi_data("amy", "Mailboxes", "has_utf8_mailbox_names", &[]);
            assert_eq!(told["enabled"], enabled.parse::<i64>().unwrap());
        }
        let said =
            world.uapi_refusal("amy", "Mailboxes", "set_utf8_mailbox_names", &[("enabled", "x")]);
        assert!(said.starts_with("enabled: "), "{said}");
    }
}

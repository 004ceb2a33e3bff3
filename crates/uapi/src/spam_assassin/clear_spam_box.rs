//! `SpamAssassin::clear_spam_box`

use api::{Account, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::mail::mailboxes;

/// Removes all messages from the folders of spam.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct ClearSpamBox;

impl Function for ClearSpamBox {
    const NAME: &'static str = "clear_spam_box";
    const NEEDS: Needs = Needs::Features(&["spambox"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, _: Params) -> Result<()> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let own = mailboxes::of(&*tx, &account)?.into_iter().map(|one| Some(one.address));
        drop(tx);
        for mailbox in std::iter::once(None).chain(own) {
            cx.host.mail.expunge(&account, mailbox.as_ref(), "INBOX.spam", &|_| true)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use api::ports::OutgoingMessage;

    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn spam_goes_and_other_mail_stays() {
        let world = world();
        let filter = [
            ("account", "info@amy.test"),
            ("filtername", "spam"),
            ("part1", "$message_body"),
            ("match1", "contains"),
            ("val1", "buy"),
            ("action1", "save"),
            ("dest1", "spam"),
        ];
        world.uapi_data("amy", "Email", "store_filter", &filter);
        for body in ["buy", "hello"] {
            let message = OutgoingMessage {
                account: "amy".parse().unwrap(),
                sender: "x@else.test".parse().unwrap(),
                recipient: "info@amy.test".parse().unwrap(),
                text: format!("Subject: x\n\n{body}"),
                at: world.host.clock.now(),
            };
            world.host.mail.send(&message).unwrap();
        }
        let counts = || {
            let form = [("account", "info@amy.test")];
            let told = world.uapi_data("amy", "Mailboxes", "get_mailbox_status_list", &form);
            (told[0]["messages"].clone(), told[1]["messages"].clone())
        };
        assert_eq!(counts(), (1.into(), 1.into()));
        world.uapi_data("amy", "SpamAssassin", "clear_spam_box", &[]);
        assert_eq!(counts(), (1.into(), 0.into()));
    }
}

//! `Email::get_held_message_count`

use api::{Account, Cx, Effect, EmailAddress, Function, Input, Needs, Result, ports::Sender};
use functions::domain::mail::mailboxes;

/// Counts the messages that are held.
#[derive(Input)]
pub struct Params {
    /// The mailbox that sent them; all of the account where it is absent.
    pub email: Option<EmailAddress>,
}

/// See [`Params`].
pub struct GetHeldMessageCount;

impl Function for GetHeldMessageCount {
    const NAME: &'static str = "get_held_message_count";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = i64;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let queue = match &params.email {
            Some(email) => {
                let mailbox = mailboxes::own(&*tx, &account, "email", email)?;
                cx.host.mail.queue(&Sender::Mailbox(&mailbox.address))?
            }
            None => cx.host.mail.queue(&Sender::Account(account.name()))?,
        };
        let held = queue.iter().filter(|message| message.held).count();
        Ok(i64::try_from(held).unwrap_or(i64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use api::ports::OutgoingMessage;

    use crate::email::samples::{data, strange, world};

    #[test]
    fn held_messages_are_counted_and_deleted() {
        let world = world();
        let email = [("email", "info@amy.test")];
        data(&world, "hold_outgoing", &email);
        for to in ["x@else.test", "y@else.test"] {
            let message = OutgoingMessage {
                account: "amy".parse().unwrap(),
                sender: "info@amy.test".parse().unwrap(),
                recipient: to.parse().unwrap(),
                text: "Subject: x\n\nhello".to_owned(),
                at: world.host.clock.now(),
            };
            world.host.mail.send(&message).unwrap();
        }
        assert_eq!(data(&world, "get_held_message_count", &email), 2);
        assert_eq!(data(&world, "get_held_message_count", &[]), 2);
        assert!(strange(&world, "get_held_message_count", &email).is_err());
        assert_eq!(data(&world, "delete_held_messages", &email), 2);
        assert_eq!(data(&world, "get_held_message_count", &[]), 0);
    }
}

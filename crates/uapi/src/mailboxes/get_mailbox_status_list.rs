//! `Mailboxes::get_mailbox_status_list`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, ports::MailFolder};
use functions::domain::mail::{inboxes::Inbox, measure};

/// Lists the folders of a mailbox with what they hold.
#[derive(Input)]
pub struct Params {
    /// The mailbox, or the account for its own.
    pub account: String,
}

/// A folder.
#[derive(Output)]
pub struct Item {
    /// Its id.
    pub guid: String,
    /// Its name.
    pub mailbox: String,
    /// Messages.
    pub messages: i64,
    /// Bytes of messages.
    pub vsize: i64,
}

/// See [`Params`].
pub struct GetMailboxStatusList;

impl Function for GetMailboxStatusList {
    const NAME: &'static str = "get_mailbox_status_list";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let item = |folder: MailFolder| Item {
            guid: folder.guid,
            mailbox: folder.name,
            messages: measure::wire(folder.messages),
            vsize: measure::wire(folder.bytes),
        };
        let inbox = Inbox::of_caller(cx, &params.account)?;
        Ok(inbox.folders(cx)?.into_iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use api::ports::OutgoingMessage;

    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn folders_are_listed() {
        let world = world();
        let send = |body: &str| {
            let message = OutgoingMessage {
                account: "amy".parse().unwrap(),
                sender: "x@else.test".parse().unwrap(),
                recipient: "info@amy.test".parse().unwrap(),
                text: format!("Subject: x\n\n{body}"),
                at: world.host.clock.now(),
            };
            world.host.mail.send(&message).unwrap();
        };
        let call = |name: &str, form: &[(&str, &str)]| {
            let form = [&[("account", "info@amy.test")], form].concat();
            world.uapi_data("amy", "Mailboxes", name, &form)
        };
        send("hello");
        let told = call("get_mailbox_status_list", &[]);
        assert_eq!((&told[0]["mailbox"], &told[0]["messages"]), (&"INBOX".into(), &1.into()));
        assert_eq!((&told[0]["vsize"], told[0]["guid"].as_str().unwrap().len()), (&17.into(), 32));
        let form = [("account", "info@amy.test")];
        assert!(world.uapi("bob", "Mailboxes", "get_mailbox_status_list", &form).is_err());
    }
}

//! `Email::fts_rescan_mailbox`

use api::{Account, Cx, Effect, EmailAddress, Error, Flag, Function, Input, Kind, Needs, Result};
use functions::domain::mail::{addresses, mailboxes};

/// Asks for a full-text search to read a mailbox anew.
#[derive(Input)]
pub struct Params {
    /// The mailbox.
    pub account: EmailAddress,
}

/// See [`Params`].
pub struct FtsRescanMailbox;

impl Function for FtsRescanMailbox {
    const NAME: &'static str = "fts_rescan_mailbox";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Flag;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let (address, _) = addresses::whole(&*tx, &account, "account", &params.account)?;
        mailboxes::existing(&*tx, &address)?;
        Err(Error::new(Kind::Unavailable, "The full-text search of mail is not installed here."))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{refusal, world};

    #[test]
    fn without_the_search_nothing_is_read() {
        let world = world();
        let form = [("account", "info@amy.test")];
        let said = refusal(&world, "fts_rescan_mailbox", &form);
        assert_eq!(said, "The full-text search of mail is not installed here.");
        let said = refusal(&world, "fts_rescan_mailbox", &[("account", "x@bob.test")]);
        assert!(said.starts_with("account: "), "{said}");
    }
}

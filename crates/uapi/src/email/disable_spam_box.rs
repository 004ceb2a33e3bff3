//! `Email::disable_spam_box`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::mail::spam;

/// Leaves spam in the inbox.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct DisableSpamBox;

impl Function for DisableSpamBox {
    const NAME: &'static str = "disable_spam_box";
    const NEEDS: Needs = Needs::Features(&["spambox"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, _: Params) -> Result<()> {
        spam::switch(cx, |record| record.spam_box = Flag(false))?;
        cx.message("The spam box is disabled.");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn it_is_kept_and_told_to_the_server() {
        let world = world().with_account("amy", |account| account.spam_box = true.into());
        let told = world.uapi("amy", "Email", "disable_spam_box", &[]).unwrap();
        assert_eq!(told.notes.messages, ["The spam box is disabled."]);
        assert!(!world.record("amy").spam_box.0);
        let domain = world.machine.mail_domain("amy.test").unwrap().unwrap();
        assert!(!domain.spam_box);
        assert!(world.record("bob").spam_box.0, "others stay as they were");
    }
}

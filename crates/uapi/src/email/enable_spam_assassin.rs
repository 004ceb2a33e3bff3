//! `Email::enable_spam_assassin`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::mail::spam;

/// Checks the mail of the account for spam.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct EnableSpamAssassin;

impl Function for EnableSpamAssassin {
    const NAME: &'static str = "enable_spam_assassin";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, _: Params) -> Result<()> {
        spam::switch(cx, |record| record.spam_filter = Flag(true))?;
        cx.message("The spam filter is enabled.");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn it_is_kept_and_told_to_the_server() {
        let world = world().with_account("amy", |account| account.spam_filter = false.into());
        let told = world.uapi("amy", "Email", "enable_spam_assassin", &[]).unwrap();
        assert_eq!(told.notes.messages, ["The spam filter is enabled."]);
        assert!(world.record("amy").spam_filter.0);
        let domain = world.machine.mail_domain("amy.test").unwrap().unwrap();
        assert!(domain.spam_filter);
        assert!(world.record("bob").spam_filter.0, "others stay as they were");
    }
}

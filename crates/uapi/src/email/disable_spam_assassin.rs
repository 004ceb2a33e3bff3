//! `Email::disable_spam_assassin`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::mail::spam;

/// Checks the mail of the account for spam no more.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct DisableSpamAssassin;

impl Function for DisableSpamAssassin {
    const NAME: &'static str = "disable_spam_assassin";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, _: Params) -> Result<()> {
        spam::switch(cx, |record| record.spam_filter = Flag(false))?;
        cx.message("The spam filter is disabled.");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn it_is_kept_and_told_to_the_server() {
        let world = world().with_account("amy", |account| account.spam_filter = true.into());
        let told = world.uapi("amy", "Email", "disable_spam_assassin", &[]).unwrap();
        assert_eq!(told.notes.messages, ["The spam filter is disabled."]);
        assert!(!world.record("amy").spam_filter.0);
        let domain = world.machine.mail_domain("amy.test").unwrap().unwrap();
        assert!(!domain.spam_filter);
        assert!(world.record("bob").spam_filter.0, "others stay as they were");
    }
}

//! `Email::add_spam_filter`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Result, reply};

/// Sets the score at which spam is deleted automatically.
#[derive(Input)]
pub struct Params {
    /// All mailboxes of the account where absent.
    pub account: Option<EmailAddress>,
    /// Above 0 and below the score of the domain owner (`cpuser_spam_auto_delete_score` in
    /// `get_spam_settings`); low is aggressive; at least 1.
    #[param(default = "5")]
    pub required_score: String,
}

/// See [`Params`].
pub struct AddSpamFilter;

impl Function for AddSpamFilter {
    const NAME: &'static str = "add_spam_filter";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

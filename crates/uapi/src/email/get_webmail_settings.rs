//! `Email::get_webmail_settings`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Shows a mailbox's webmail settings.
#[derive(Input)]
pub struct Params {
    /// Address or user name; default mailbox where absent.
    pub account: Option<String>,
}

/// What `get_webmail_settings` answers.
#[derive(Output)]
pub struct Reply {
    /// The domain.
    pub domain: String,
    /// The has maildir.
    pub has_maildir: HasMaildir,
    /// The user.
    pub user: String,
}

/// What `has_maildir` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum HasMaildir {
    /// `1`.
    #[word("1")]
    Number1,
}

/// See [`Params`].
pub struct GetWebmailSettings;

impl Function for GetWebmailSettings {
    const NAME: &'static str = "get_webmail_settings";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `Email::get_spam_settings`

use api::{Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Shows the spam settings of an account or mailbox.
#[derive(Input)]
pub struct Params {
    /// Default mailbox where absent.
    pub account: Option<EmailAddress>,
}

/// What `get_spam_settings` answers.
#[derive(Output)]
pub struct Reply {
    /// The cPanel user spam auto delete flag: 0 or 1.
    #[param(absent)]
    pub cpuser_spam_auto_delete: Option<Flag>,
    /// The cPanel user spam auto delete score.
    #[param(absent)]
    pub cpuser_spam_auto_delete_score: Option<i64>,
    /// The rewrites subjects flag: 0 or 1.
    pub rewrites_subjects: Flag,
    /// The spam as ACL.
    pub spam_as_acl: SpamAsAcl,
    /// The spam auto delete flag: 0 or 1.
    #[param(absent)]
    pub spam_auto_delete: Option<Flag>,
    /// The spam auto delete score.
    #[param(absent)]
    pub spam_auto_delete_score: Option<i64>,
    /// The spam box enabled flag: 0 or 1.
    pub spam_box_enabled: Flag,
    /// The spam enabled flag: 0 or 1.
    pub spam_enabled: Flag,
    /// The spam status changeable flag: 0 or 1.
    pub spam_status_changeable: Flag,
}

/// What `spam_as_acl` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum SpamAsAcl {
    /// `1`.
    #[word("1")]
    Number1,
}

/// See [`Params`].
pub struct GetSpamSettings;

impl Function for GetSpamSettings {
    const NAME: &'static str = "get_spam_settings";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

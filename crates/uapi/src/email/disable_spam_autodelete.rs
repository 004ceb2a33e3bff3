//! `Email::disable_spam_autodelete`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Turns automatic deletion of spam off.
#[derive(Input)]
pub struct Params;

/// What `disable_spam_autodelete` answers.
#[derive(Output)]
pub struct Reply {
    /// The spam auto delete.
    pub spam_auto_delete: SpamAutoDelete,
}

/// What `spam_auto_delete` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum SpamAutoDelete {
    /// `0`.
    #[word("0")]
    Number0,
}

/// See [`Params`].
pub struct DisableSpamAutodelete;

impl Function for DisableSpamAutodelete {
    const NAME: &'static str = "disable_spam_autodelete";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

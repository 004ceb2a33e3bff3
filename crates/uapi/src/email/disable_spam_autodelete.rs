//! `Email::disable_spam_autodelete`

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::spam,
};

/// Has spam be deleted by itself no more.
#[derive(Input)]
pub struct Params;

/// What is set now.
#[derive(Output)]
pub struct Reply {
    /// Whether spam is deleted by itself: 0.
    pub spam_auto_delete: Flag,
}

/// See [`Params`].
pub struct DisableSpamAutodelete;

impl Function for DisableSpamAutodelete {
    const NAME: &'static str = "disable_spam_autodelete";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let named = (account.name().as_str(), spam::AUTO_DELETE);
        spam::set(&mut change, &account, named, &[])?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply { spam_auto_delete: Flag(false) })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn the_score_goes() {
        let world = world();
        data(&world, "add_spam_filter", &[]);
        assert_eq!(data(&world, "disable_spam_autodelete", &[])["spam_auto_delete"], 0);
        assert_eq!(data(&world, "get_spam_settings", &[])["spam_auto_delete"], 0);
    }
}

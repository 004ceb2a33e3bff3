//! `Email::add_spam_filter`

use api::{Account, Cx, Effect, Error, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{addresses, spam},
};

/// Has spam from a score on be deleted by itself.
#[derive(Input)]
pub struct Params {
    /// The mailbox; all of the account where it is absent.
    pub account: Option<String>,
    /// The score.
    #[param(default = "5")]
    pub required_score: String,
}

/// See [`Params`].
pub struct AddSpamFilter;

impl Function for AddSpamFilter {
    const NAME: &'static str = "add_spam_filter";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let owner = addresses::owner(change.tx(), &account, "account", params.account.as_deref())?;
        let score: u32 = params.required_score.trim().parse().unwrap_or_default();
        if score == 0 {
            return Err(Error::param("required_score", "must be a whole number of at least 1"));
        }
        let most = spam::auto_delete(change.tx(), account.name().as_str())?;
        if owner.contains('@') && most.is_some_and(|most| u64::from(score) >= most) {
            return Err(Error::param("required_score", "must be below the account's own score"));
        }
        let named = (owner.as_str(), spam::AUTO_DELETE);
        spam::set(&mut change, &account, named, &[score.to_string()])?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn the_score_is_kept_and_told_to_the_server() {
        let world = world();
        data(&world, "add_spam_filter", &[("required_score", "8")]);
        let told = data(&world, "get_spam_settings", &[]);
        assert_eq!(
            (&told["spam_auto_delete"], &told["spam_auto_delete_score"]),
            (&1.into(), &8.into())
        );
        let domain = world.machine.mail_domain("amy.test").unwrap().unwrap();
        assert_eq!(domain.spam[0].value, "8");
        for score in ["0", "-1", "x"] {
            let said = refusal(&world, "add_spam_filter", &[("required_score", score)]);
            assert!(said.starts_with("required_score: "), "{said}");
        }
        let form = [("account", "info@amy.test"), ("required_score", "9")];
        assert!(refusal(&world, "add_spam_filter", &form).contains("below the account's own"));
        assert!(strange(&world, "add_spam_filter", &form).is_err());
    }
}

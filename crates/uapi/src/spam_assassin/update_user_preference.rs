//! `SpamAssassin::update_user_preference`

use api::{Account, Cx, Effect, Error, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::spam,
};

/// Sets what the account wishes of the spam filter; no value leaves it as it is usually.
#[derive(Input)]
pub struct Params {
    /// `required_score`, `score`, `whitelist_from` or `blacklist_from`.
    pub preference: String,
    /// Its values.
    #[param(family)]
    pub value: Vec<String>,
}

/// See [`Params`].
pub struct UpdateUserPreference;

impl Function for UpdateUserPreference {
    const NAME: &'static str = "update_user_preference";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = spam::Preferences;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        if params.preference != spam::REQUIRED_SCORE
            && !spam::LISTS.contains(&params.preference.as_str())
        {
            return Err(Error::param(
                "preference",
                "must be required_score, score, whitelist_from or blacklist_from",
            ));
        }
        let values: Vec<String> = params.value.into_iter().filter(|one| !one.is_empty()).collect();
        spam::check(&params.preference, &values)?;
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let named = (account.name().as_str(), params.preference.as_str());
        spam::set(&mut change, &account, named, &values)?;
        let told = spam::preferences(change.tx(), account.name().as_str())?;
        change.commit(OnFailure::Undo)?;
        Ok(told)
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn wishes_are_kept_told_to_the_server_and_taken_back() {
        let world = world();
        let set = |form: &[(&str, &str)]| {
            world.uapi_data("amy", "SpamAssassin", "update_user_preference", form)
        };
        let told = set(&[
            ("preference", "whitelist_from"),
            ("value", "*@a.test"),
            ("value-1", "b@c.test"),
        ]);
        assert_eq!(told["whitelist_from"], serde_json::json!(["*@a.test", "b@c.test"]));
        assert_eq!(
            set(&[("preference", "required_score"), ("value", "7.5")])["required_score"][0],
            7.5
        );
        set(&[("preference", "score"), ("value", "BAYES_99 4.5")]);
        let domain = world.machine.mail_domain("amy.test").unwrap().unwrap();
        assert_eq!(domain.spam.len(), 4);
        assert_eq!(
            set(&[("preference", "whitelist_from")])["whitelist_from"],
            serde_json::json!([])
        );
    }

    #[test]
    fn the_wrong_parameter_is_named() {
        let world = world();
        for (preference, value, said) in [
            ("rewrite_header", "x", "preference: "),
            ("required_score", "much", "value: "),
            ("score", "BAYES_99", "value: "),
            ("blacklist_from", "nobody", "value: "),
        ] {
            let form = [("preference", preference), ("value", value)];
            let told = world.uapi_refusal("amy", "SpamAssassin", "update_user_preference", &form);
            assert!(told.starts_with(said), "{told}");
        }
    }
}

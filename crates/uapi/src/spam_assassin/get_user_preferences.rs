//! `SpamAssassin::get_user_preferences`

use api::{Account, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::mail::spam;

/// Gives what the account wishes of the spam filter.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetUserPreferences;

impl Function for GetUserPreferences {
    const NAME: &'static str = "get_user_preferences";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = spam::Preferences;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        spam::preferences(&*tx, account.name().as_str())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn nothing_is_wished_at_first() {
        let told = world().uapi_data("amy", "SpamAssassin", "get_user_preferences", &[]);
        assert_eq!(told["required_score"], serde_json::json!([5.0]));
        assert_eq!(told["score"], serde_json::json!([]));
    }
}

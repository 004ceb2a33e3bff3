//! `Email::get_spam_settings`

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::mail::{addresses, measure, spam};

/// Says how mail is checked for spam.
#[derive(Input)]
pub struct Params {
    /// The mailbox; the account where it is absent.
    pub account: Option<String>,
}

/// How mail is checked for spam.
#[derive(Output)]
pub struct Reply {
    /// Whether the account's spam is deleted by itself, where the mailbox has no score of its own.
    #[param(absent)]
    pub cpuser_spam_auto_delete: Option<Flag>,
    /// From which score on, where the mailbox has none of its own.
    #[param(absent)]
    pub cpuser_spam_auto_delete_score: Option<i64>,
    /// Whether the subjects of spam are changed.
    pub rewrites_subjects: Flag,
    /// Whether spam is checked while mail is taken: always 1.
    pub spam_as_acl: i64,
    /// Whether spam is deleted by itself.
    #[param(absent)]
    pub spam_auto_delete: Option<Flag>,
    /// From which score on.
    #[param(absent)]
    pub spam_auto_delete_score: Option<i64>,
    /// Whether spam has a folder of its own.
    pub spam_box_enabled: Flag,
    /// Whether mail is checked for spam.
    pub spam_enabled: Flag,
    /// Whether the account may change that.
    pub spam_status_changeable: Flag,
}

/// See [`Params`].
pub struct GetSpamSettings;

impl Function for GetSpamSettings {
    const NAME: &'static str = "get_spam_settings";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let owner = addresses::owner(&*tx, &account, "account", params.account.as_deref())?;
        let own = spam::auto_delete(&*tx, &owner)?;
        let general = spam::auto_delete(&*tx, account.name().as_str())?;
        let is_mailbox = owner.contains('@');
        let is_inherited = is_mailbox && own.is_none();
        let on = |score: Option<u64>| Some(Flag(score.is_some()));
        let score = |score: Option<u64>| score.map(measure::wire);
        let record = account.record();
        Ok(Reply {
            cpuser_spam_auto_delete: if is_inherited { on(general) } else { None },
            cpuser_spam_auto_delete_score: if is_inherited { score(general) } else { None },
            rewrites_subjects: Flag(false),
            spam_as_acl: 1,
            spam_auto_delete: if is_inherited { None } else { on(own) },
            spam_auto_delete_score: if is_inherited { None } else { score(own) },
            spam_box_enabled: record.spam_box,
            spam_enabled: record.spam_filter,
            spam_status_changeable: Flag(true),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, strange, world};

    #[test]
    fn a_mailbox_has_its_accounts_settings_until_it_has_its_own() {
        let world = world();
        let form = [("account", "info@amy.test")];
        data(&world, "add_spam_filter", &[("required_score", "9")]);
        let told = data(&world, "get_spam_settings", &form);
        assert_eq!(
            (&told["cpuser_spam_auto_delete"], &told["cpuser_spam_auto_delete_score"]),
            (&1.into(), &9.into())
        );
        assert!(told.get("spam_auto_delete").is_none());
        data(&world, "add_spam_filter", &[form[0], ("required_score", "7")]);
        let told = data(&world, "get_spam_settings", &form);
        assert_eq!(
            (&told["spam_auto_delete"], &told["spam_auto_delete_score"]),
            (&1.into(), &7.into())
        );
        assert!(told.get("cpuser_spam_auto_delete").is_none());
        assert_eq!((&told["spam_enabled"], &told["spam_as_acl"]), (&1.into(), &1.into()));
        assert!(strange(&world, "get_spam_settings", &form).is_err());
    }
}

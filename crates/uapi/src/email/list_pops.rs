//! `Email::list_pops`

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::mail::{mailboxes, search::Pattern};

/// Lists mailboxes.
#[derive(Input)]
pub struct Params {
    /// Whether the check of the memory of mailboxes is left out; there is none.
    #[param(default = 0)]
    pub no_validate: Flag,
    /// A pattern that addresses must have.
    pub regex: Option<String>,
    /// Whether the account's own mailbox is left out.
    #[param(default = 0)]
    pub skip_main: Flag,
}

/// A mailbox.
#[derive(Output)]
pub struct Item {
    /// Its address; the account's name for its own mailbox.
    pub email: String,
    /// What one logs in as; `Main Account` for the account's own mailbox.
    pub login: String,
    /// Whether mail to it is refused.
    pub suspended_incoming: Flag,
    /// Whether logins to it are refused.
    pub suspended_login: Flag,
}

/// See [`Params`].
pub struct ListPops;

impl Function for ListPops {
    const NAME: &'static str = "list_pops";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let pattern = Pattern::of(params.regex.as_deref())?;
        let main = Item {
            email: account.name().to_string(),
            login: "Main Account".to_owned(),
            suspended_incoming: Flag(false),
            suspended_login: account.record().suspended,
        };
        let main = (!params.skip_main.0).then_some(main);
        let others = mailboxes::of(&*tx, &account)?.into_iter().map(|mailbox| Item {
            email: mailbox.address.to_string(),
            login: mailbox.address.to_string(),
            suspended_incoming: mailbox.incoming_suspended,
            suspended_login: mailbox.login_suspended,
        });
        Ok(main.into_iter().chain(others).filter(|item| pattern.fits(&item.email)).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn mailboxes_are_listed_after_the_accounts_own() {
        let world = world();
        let told = data(&world, "list_pops", &[]);
        assert_eq!((&told[0]["email"], &told[0]["login"]), (&"amy".into(), &"Main Account".into()));
        assert_eq!(told[1]["email"], "info@amy.test");
        let told = data(&world, "list_pops", &[("skip_main", "1"), ("regex", "^sales")]);
        assert_eq!(told.as_array().unwrap().len(), 0);
        assert!(refusal(&world, "list_pops", &[("regex", "(")]).starts_with("regex: "));
        let told = strange(&world, "list_pops", &[]).unwrap().data;
        assert_eq!(told.as_array().unwrap().len(), 1);
    }
}

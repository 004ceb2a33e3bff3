//! `Email::listpops` of cPanel API 2

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};

use crate::email::list_pops::{self, ListPops};

/// Lists mailboxes.
#[derive(Input)]
pub struct Params {
    /// A pattern that addresses must have.
    pub regex: Option<String>,
}

/// A mailbox.
#[derive(Output)]
pub struct Row {
    /// Its address; the account's name for its own mailbox.
    pub email: String,
    /// What one logs in as; `Main Account` for the account's own mailbox.
    pub login: String,
}

/// See [`Params`].
pub struct Listpops;

impl Function for Listpops {
    const NAME: &'static str = "listpops";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let params = list_pops::Params {
            no_validate: Flag(false),
            regex: params.regex,
            skip_main: Flag(false),
        };
        let found = ListPops::run(cx, params)?;
        Ok(found.into_iter().map(|one| Row { email: one.email, login: one.login }).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_accounts_own_mailbox_comes_first() {
        let world = world();
        let rows = world.api2("amy", "Email", "listpops", &[]).unwrap().data;
        assert_eq!((&rows[0]["email"], &rows[0]["login"]), (&"amy".into(), &"Main Account".into()));
        assert_eq!(
            rows[1],
            serde_json::json!({"email": "info@amy.test", "login": "info@amy.test"})
        );
        let rows = world.api2("amy", "Email", "listpops", &[("regex", "^info")]).unwrap().data;
        assert_eq!(rows.as_array().unwrap().len(), 1);
    }
}

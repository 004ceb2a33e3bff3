//! `Email::account_name`

use api::{Cx, Effect, Function, Input, Needs, Result};

/// Gives the name of an account of mail back, for labels in an interface.
#[derive(Input)]
pub struct Params {
    /// The account.
    pub account: Option<String>,
    /// Any value: without an account, the label of all mail is given.
    pub display: Option<String>,
}

/// See [`Params`].
pub struct AccountName;

impl Function for AccountName {
    const NAME: &'static str = "account_name";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let named = params.account.filter(|account| !account.is_empty());
        Ok(match (named, params.display) {
            (Some(account), _) => account,
            (None, Some(_)) => "All Mail On The Account".to_owned(),
            (None, None) => String::new(),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn a_label_is_given() {
        let world = world();
        assert_eq!(data(&world, "account_name", &[("account", "x")]), "x");
        assert_eq!(data(&world, "account_name", &[("display", "1")]), "All Mail On The Account");
        assert_eq!(data(&world, "account_name", &[]), "");
    }
}

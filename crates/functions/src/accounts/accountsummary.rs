//! `accountsummary`

use std::ops::ControlFlow;

use api::{
    Acl, Cx, DomainName, Effect, Error, Function, Input, Legacy, Needs, Output, Result, UserName,
    records::{DomainRecord, Select, Tx, is},
};

use crate::domain::{search::SearchMethod, summary::Summary};

/// Gives the summary of one account, found by its name or by a domain of it.
#[derive(Debug, Input)]
pub struct Params {
    /// A domain of the account. The name or the domain must be given.
    pub domain: Option<DomainName>,
    /// Another way to give the name or the domain.
    pub search: Option<String>,
    /// How `search` is matched: exactly, always.
    pub searchmethod: Option<SearchMethod>,
    /// What `search` is: `user` or `domain`.
    pub searchtype: Option<String>,
    /// The account.
    pub user: Option<UserName>,
}

/// The account.
#[derive(Debug, Output)]
pub struct Reply {
    /// The one account.
    pub acct: Vec<Summary>,
}

/// See [`Params`].
pub struct AccountSummary;

impl Function for AccountSummary {
    const NAME: &'static str = "accountsummary";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::STATE.keeping(&["acct"]);
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let (name, asked) = name(&*tx, params)?;
        let scope = cx.scope();
        let mut filter = scope.filter();
        filter.push(is("name", &name));
        let mut acct = Vec::new();
        let select = Select { filter, ..Select::default() };
        tx.select_rows("accounts", Summary::COLUMNS, &select, &mut |row| {
            let mut summary = Summary::blank(&cx.host.settings.home_base);
            summary.refill(row)?;
            acct.push(summary);
            Ok(ControlFlow::Break(()))
        })?;
        if acct.is_empty() { Err(no_account(asked)) } else { Ok(Reply { acct }) }
    }
}

/// The account that is meant, and the text that means it.
fn name(tx: &dyn Tx, params: Params) -> Result<(UserName, String)> {
    let Params { mut user, mut domain, search, searchtype, .. } = params;
    let read = |problem| Error::param("search", problem);
    match (searchtype.as_deref(), search) {
        (Some("user"), Some(text)) if user.is_none() => user = Some(text.parse().map_err(read)?),
        (Some("domain"), Some(text)) if domain.is_none() => {
            domain = Some(text.parse().map_err(read)?);
        }
        _ => {}
    }
    match (user, domain) {
        (Some(user), _) => Ok((user.clone(), user.to_string())),
        (None, Some(domain)) => {
            let record: Option<DomainRecord> = tx.find(&[(&domain).into()])?;
            let record = record.ok_or_else(|| no_account(domain.to_string()))?;
            Ok((record.account, domain.to_string()))
        }
        (None, None) => Err(Error::param("user", "is required, or else domain")),
    }
}

/// Nobody learns whether it is another owner's: the error repeats only what was asked.
fn no_account(asked: String) -> Error {
    Error::not_found(format!("There is no account “{asked}”."))
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn an_account_is_found_by_name_and_by_domain() {
        let world = World::new().plant_account("anna", "root");
        let by = |name: &str, text: &str| world.data("root", "accountsummary", &[(name, text)]);
        let data = by("user", "Anna");
        assert_eq!(data["acct"][0]["user"], "anna");
        assert_eq!(data["acct"][0]["disklimit"], "500M");
        assert_eq!(data["acct"][0].as_object().unwrap().len(), 40);
        assert_eq!(by("domain", "anna.test"), data);
        let form = [("search", "anna.test"), ("searchtype", "domain"), ("searchmethod", "exact")];
        assert_eq!(world.data("root", "accountsummary", &form), data);
        assert!(
            world
                .call("root", "accountsummary", &[("user", "anna")])
                .unwrap()
                .notes
                .reason
                .is_none()
        );
    }

    #[test]
    fn a_strangers_account_is_as_good_as_absent() {
        let world = World::new()
            .reseller("bob", &[Acl::AcctSummary])
            .plant_account("anna", "bob")
            .plant_account("carl", "root");
        assert_eq!(
            world.data("bob", "accountsummary", &[("user", "anna")])["acct"][0]["owner"],
            "bob"
        );
        for (name, text) in [("user", "carl"), ("user", "none"), ("domain", "carl.test")] {
            let said = world.refusal("bob", "accountsummary", &[(name, text)]);
            assert_eq!(said, format!("There is no account “{text}”."));
        }
    }

    #[test]
    fn a_suspended_account_says_why_and_since_when() {
        let world = World::new().plant_account("anna", "root").suspended("anna", "unpaid");
        let row = &world.data("root", "accountsummary", &[("user", "anna")])["acct"][0];
        assert_eq!(row["suspendreason"], "unpaid");
        assert_eq!(row["suspended"], 1);
        assert_eq!(row["suspendtime"], 1_767_225_600);
    }

    #[test]
    fn somebody_must_be_named() {
        let world = World::new();
        assert_eq!(
            world.refusal("root", "accountsummary", &[]),
            "user: is required, or else domain"
        );
        let form = [("search", "a b"), ("searchtype", "user")];
        assert!(world.refusal("root", "accountsummary", &form).starts_with("search: "));
    }
}

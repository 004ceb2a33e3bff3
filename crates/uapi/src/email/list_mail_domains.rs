//! `Email::list_mail_domains`

use api::{Account, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::mail::listing;

/// Lists the account's domains that take mail, the main one first.
#[derive(Input)]
pub struct Params {
    /// Whether names with `www.` are listed too.
    #[param(default = 0)]
    pub add_www: Flag,
    /// Whether names with `*.` are listed too.
    #[param(default = 0)]
    pub include_wildcard: Flag,
    /// The domain whose row says `select`.
    pub select: Option<DomainName>,
}

/// A domain.
#[derive(Output)]
pub struct Item {
    /// Its name.
    pub domain: String,
    /// 1 for the one that was named.
    #[param(absent)]
    pub select: Option<i64>,
}

/// See [`Params`].
pub struct ListMailDomains;

impl Function for ListMailDomains {
    const NAME: &'static str = "list_mail_domains";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let mut names = Vec::new();
        for record in listing::domains(&*tx, &account, None)? {
            names.push(record.domain.to_string());
            names.extend(params.add_www.0.then(|| format!("www.{}", record.domain)));
            names.extend(params.include_wildcard.0.then(|| format!("*.{}", record.domain)));
        }
        let selected = params.select.as_ref().map(DomainName::as_str);
        let item = |domain: String| Item {
            select: (selected == Some(domain.as_str())).then_some(1),
            domain,
        };
        Ok(names.into_iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn domains_are_listed_as_is_wished() {
        let world = world();
        let form = [("add_www", "1"), ("include_wildcard", "1"), ("select", "amy.test")];
        let told = data(&world, "list_mail_domains", &form);
        let names: Vec<_> =
            told.as_array().unwrap().iter().map(|one| one["domain"].clone()).collect();
        assert_eq!(names, ["amy.test", "www.amy.test", "*.amy.test"]);
        assert!(told[0]["select"] == 1 && told[1].get("select").is_none());
        assert_eq!(data(&world, "list_mail_domains", &[]).as_array().unwrap().len(), 1);
    }
}

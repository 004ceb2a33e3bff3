//! `Email::list_filters_backups`

use std::collections::BTreeSet;

use api::{
    Account, Cx, Effect, Function, Input, Needs, Output, Result,
    records::{MailFilter, is},
};

/// Lists the domains that have filters.
#[derive(Input)]
pub struct Params;

/// A domain.
#[derive(Output)]
pub struct Item {
    /// Its name.
    pub domain: String,
}

/// See [`Params`].
pub struct ListFiltersBackups;

impl Function for ListFiltersBackups {
    const NAME: &'static str = "list_filters_backups";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let found: Vec<MailFilter> = tx.matching(vec![is("account", account.name())])?;
        let main = &account.record().domain;
        let domain = |filter: &MailFilter| match filter.owner.rsplit_once('@') {
            Some((_, domain)) => domain.to_owned(),
            None => main.to_string(),
        };
        let names: BTreeSet<String> = found.iter().map(domain).collect();
        Ok(names.into_iter().map(|domain| Item { domain }).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn domains_with_filters_are_listed_once() {
        let world = world();
        assert_eq!(data(&world, "list_filters_backups", &[]).as_array().unwrap().len(), 0);
        for account in ["", "info@amy.test"] {
            let form = [
                ("account", account),
                ("filtername", "spam"),
                ("part1", "$message_body"),
                ("match1", "contains"),
                ("val1", "x"),
                ("action1", "fail"),
            ];
            data(&world, "store_filter", &form);
        }
        let told = data(&world, "list_filters_backups", &[]);
        assert_eq!((&told[0]["domain"], told.as_array().unwrap().len()), (&"amy.test".into(), 1));
    }
}

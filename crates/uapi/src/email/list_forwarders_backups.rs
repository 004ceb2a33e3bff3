//! `Email::list_forwarders_backups`

use std::collections::BTreeSet;

use api::{
    Account, Cx, DomainName, Effect, Function, Input, Needs, Output, Result,
    records::{Forwarder, is},
};

/// Lists the domains that have forwarders.
#[derive(Input)]
pub struct Params;

/// A domain.
#[derive(Output)]
pub struct Item {
    /// Its name.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct ListForwardersBackups;

impl Function for ListForwardersBackups {
    const NAME: &'static str = "list_forwarders_backups";
    const NEEDS: Needs = Needs::Features(&["forwarders"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let found: Vec<Forwarder> = tx.matching(vec![is("account", account.name())])?;
        let names: BTreeSet<DomainName> = found.into_iter().map(|one| one.domain).collect();
        Ok(names.into_iter().map(|domain| Item { domain }).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, world};

    #[test]
    fn domains_with_forwarders_are_listed_once() {
        let world = world();
        assert_eq!(data(&world, "list_forwarders_backups", &[]).as_array().unwrap().len(), 0);
        for email in ["x", "y"] {
            let form = [("domain", "amy.test"), ("email", email), ("fwdopt", "blackhole")];
            data(&world, "add_forwarder", &form);
        }
        let told = data(&world, "list_forwarders_backups", &[]);
        assert_eq!((&told[0]["domain"], told.as_array().unwrap().len()), (&"amy.test".into(), 1));
    }
}

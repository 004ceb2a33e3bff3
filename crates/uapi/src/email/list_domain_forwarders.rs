//! `Email::list_domain_forwarders`

use api::{
    Account, Cx, DomainName, Effect, Function, Input, Needs, Output, Result,
    records::MailDomainRecord,
};
use functions::domain::mail::listing;

/// Lists the domains that are forwarded.
#[derive(Input)]
pub struct Params {
    /// Only this domain.
    pub domain: Option<DomainName>,
}

/// A domain that is forwarded.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub dest: DomainName,
    /// The domain that gets its mail.
    pub forward: DomainName,
}

/// See [`Params`].
pub struct ListDomainForwarders;

impl Function for ListDomainForwarders {
    const NAME: &'static str = "list_domain_forwarders";
    const NEEDS: Needs = Needs::Features(&["emaildomainfwd"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let wanted = listing::domains(&*tx, &account, params.domain.as_ref())?;
        let item = |record: MailDomainRecord| {
            Some(Item { forward: record.forwards_to?, dest: record.domain })
        };
        Ok(wanted.into_iter().filter_map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn forwarded_domains_are_listed() {
        let world = world();
        assert_eq!(data(&world, "list_domain_forwarders", &[]).as_array().unwrap().len(), 0);
        let form = [("domain", "amy.test"), ("destdomain", "else.test")];
        data(&world, "add_domain_forwarder", &form);
        let told = data(&world, "list_domain_forwarders", &[("domain", "amy.test")]);
        assert_eq!(
            (&told[0]["dest"], &told[0]["forward"]),
            (&"amy.test".into(), &"else.test".into())
        );
        let said = refusal(&world, "list_domain_forwarders", &[("domain", "bob.test")]);
        assert!(said.starts_with("domain: "), "{said}");
    }
}

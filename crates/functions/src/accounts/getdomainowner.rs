//! `getdomainowner`

use api::{
    Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, UserName,
    records::DomainRecord,
};

/// Gives the account that has a domain.
#[derive(Debug, Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// The account.
#[derive(Debug, Output)]
pub struct Reply {
    /// The account; null where the domain is unknown, or not the caller's to see.
    pub user: Option<UserName>,
}

/// See [`Params`].
pub struct GetDomainOwner;

impl Function for GetDomainOwner {
    const NAME: &'static str = "getdomainowner";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let domain: Option<DomainRecord> = tx.find(&[(&params.domain).into()])?;
        let account = domain.and_then(|domain| cx.account(&*tx, &domain.account).ok());
        Ok(Reply { user: account.map(|account| account.name().clone()) })
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Value};

    use crate::testing::World;

    #[test]
    fn an_unknown_domain_and_a_strangers_are_null() {
        let world = World::new()
            .reseller("bob", &[Acl::AcctSummary])
            .plant_account("anna", "bob")
            .plant_account("carl", "root");
        let owner = |user: &str, domain: &str| {
            world.data(user, "getdomainowner", &[("domain", domain)])["user"].clone()
        };
        assert_eq!(owner("bob", "Anna.test"), "anna");
        assert_eq!(owner("root", "carl.test"), "carl");
        assert_eq!(owner("bob", "carl.test"), Value::Null);
        assert_eq!(owner("bob", "none.test"), Value::Null);
        assert!(world.refusal("bob", "getdomainowner", &[]).starts_with("domain: "));
    }
}

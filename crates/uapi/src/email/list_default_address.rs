//! `Email::list_default_address`

use api::{
    Account, Cx, DomainName, Effect, Error, Function, Input, Needs, Output, Result, UserName,
    records::MailDomainRecord,
};
use functions::domain::mail::{catch_all, listing};

/// Lists where mail to addresses goes that domains have not.
#[derive(Input)]
pub struct Params {
    /// The account.
    pub user: UserName,
    /// Only this domain.
    pub domain: Option<DomainName>,
}

/// A domain.
#[derive(Output)]
pub struct Item {
    /// Where its mail goes: an account, an address, `:fail: text`, `:blackhole:` or a program.
    pub defaultaddress: String,
    /// Its name.
    pub domain: DomainName,
}

/// See [`Params`].
pub struct ListDefaultAddress;

impl Function for ListDefaultAddress {
    const NAME: &'static str = "list_default_address";
    const NEEDS: Needs = Needs::Features(&["defaultaddress"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        if params.user != *account.name() {
            return Err(Error::param("user", "must be the account's own name"));
        }
        let wanted = listing::domains(&*tx, &account, params.domain.as_ref())?;
        let item = |record: MailDomainRecord| Item {
            defaultaddress: catch_all::shown(&record),
            domain: record.domain,
        };
        Ok(wanted.into_iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn default_addresses_are_listed() {
        let world = world();
        let told = data(&world, "list_default_address", &[("user", "amy")]);
        assert_eq!(
            (&told[0]["domain"], &told[0]["defaultaddress"]),
            (&"amy.test".into(), &"amy".into())
        );
        data(&world, "set_default_address", &[("fwdopt", "blackhole")]);
        let told = data(&world, "list_default_address", &[("user", "amy"), ("domain", "amy.test")]);
        assert_eq!(told[0]["defaultaddress"], ":blackhole:");
        assert!(refusal(&world, "list_default_address", &[("user", "bob")]).starts_with("user: "));
    }
}

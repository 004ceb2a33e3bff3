//! `Email::list_mxs`

use api::{Account, Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::mail::{listing, routing};

/// Lists the MX records of domains.
#[derive(Input)]
pub struct Params {
    /// Only this domain.
    pub domain: Option<DomainName>,
}

/// See [`Params`].
pub struct ListMxs;

impl Function for ListMxs {
    const NAME: &'static str = "list_mxs";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<routing::MxRow>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let wanted = listing::domains(&*tx, &account, params.domain.as_ref())?;
        wanted.iter().map(|record| routing::row(cx, &*tx, record)).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn records_are_listed_by_priority() {
        let world = world();
        let form = [("domain", "amy.test"), ("exchanger", "mx.else.test"), ("priority", "5")];
        data(&world, "add_mx", &form);
        let told = data(&world, "list_mxs", &[("domain", "amy.test")])[0].clone();
        assert_eq!(
            (&told["mx"], &told["detected"], &told["local"]),
            (&"amy.test".into(), &"local".into(), &1.into())
        );
        let second = &told["entries"][1];
        assert_eq!((&second["mx"], &second["priority"]), (&"mx.else.test".into(), &5.into()));
        assert_eq!((&second["entrycount"], &second["row"]), (&2.into(), &"even".into()));
        assert!(refusal(&world, "list_mxs", &[("domain", "bob.test")]).starts_with("domain: "));
    }
}

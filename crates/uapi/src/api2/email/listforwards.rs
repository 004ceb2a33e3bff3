//! `Email::listforwards` of cPanel API 2

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};

use functions::domain::mail::listing::ForwarderRow;

use crate::email::list_forwarders::{self, ListForwarders};

/// Lists forwarders.
#[derive(Input)]
pub struct Params {
    /// Only those of this domain.
    pub domain: Option<DomainName>,
    /// A pattern that the address or where it goes must have.
    pub regex: Option<String>,
}

/// See [`Params`].
pub struct Listforwards;

impl Function for Listforwards {
    const NAME: &'static str = "listforwards";
    const NEEDS: Needs = Needs::Features(&["forwarders"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<ForwarderRow>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let (domain, regex) = (params.domain, params.regex);
        ListForwarders::run(cx, list_forwarders::Params { domain, regex })
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn forwarders_of_all_domains_are_listed() {
        let world = world();
        let form =
            [("domain", "amy.test"), ("email", "x"), ("fwdopt", "fwd"), ("fwdemail", "a@b.test")];
        let rows = world.api2("amy", "Email", "addforward", &form).unwrap().data;
        assert_eq!(
            (&rows[0]["email"], &rows[0]["forward"]),
            (&"x@amy.test".into(), &"a@b.test".into())
        );
        let rows = world.api2("amy", "Email", "listforwards", &[]).unwrap().data;
        assert_eq!(
            (&rows[0]["dest"], &rows[0]["forward"]),
            (&"x@amy.test".into(), &"a@b.test".into())
        );
        let rows = world.api2("bob", "Email", "listforwards", &[]).unwrap().data;
        assert_eq!(rows.as_array().unwrap().len(), 0);
    }
}

//! `Email::listmxs` of cPanel API 2

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};

use functions::domain::mail::routing::MxRow;

use crate::email::list_mxs::{self, ListMxs};

/// Lists the MX records of domains.
#[derive(Input)]
pub struct Params {
    /// Only this domain.
    pub domain: Option<DomainName>,
}

/// See [`Params`].
pub struct Listmxs;

impl Function for Listmxs {
    const NAME: &'static str = "listmxs";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<MxRow>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        ListMxs::run(cx, list_mxs::Params { domain: params.domain })
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn records_are_listed() {
        let world = world();
        let rows = world.api2("amy", "Email", "listmxs", &[("domain", "amy.test")]).unwrap().data;
        assert_eq!(
            (&rows[0]["status"], &rows[0]["statusmsg"]),
            (&1.into(), &"Fetched MX List".into())
        );
        assert_eq!(rows[0]["entries"][0]["mx"], "amy.test");
        assert!(world.api2("bob", "Email", "listmxs", &[("domain", "amy.test")]).is_err());
    }
}

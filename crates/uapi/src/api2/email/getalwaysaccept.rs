//! `Email::getalwaysaccept` of cPanel API 2

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, records::Routing};

use functions::domain::mail::routing::MxRow;

use crate::email::list_mxs::{self, ListMxs};

/// Says where the mail of domains is taken.
#[derive(Input)]
pub struct Params {
    /// Only this domain.
    pub domain: Option<DomainName>,
}

/// A domain.
#[derive(Output)]
pub struct Row {
    /// Whether its mail is taken here whatever its records say.
    pub alwaysaccept: Flag,
    /// Its name.
    pub domain: DomainName,
    /// What is set.
    pub mxcheck: Routing,
}

/// See [`Params`].
pub struct Getalwaysaccept;

impl Function for Getalwaysaccept {
    const NAME: &'static str = "getalwaysaccept";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let found = ListMxs::run(cx, list_mxs::Params { domain: params.domain })?;
        let row = |one: MxRow| Row {
            alwaysaccept: one.alwaysaccept,
            domain: one.domain,
            mxcheck: one.mxcheck,
        };
        Ok(found.into_iter().map(row).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_routing_is_told() {
        let world = world();
        let rows = world.api2("amy", "Email", "getalwaysaccept", &[]).unwrap().data;
        assert_eq!(
            rows,
            serde_json::json!([{"alwaysaccept": 1, "domain": "amy.test", "mxcheck": "local"}])
        );
        let form = [("domain", "amy.test")];
        assert!(world.api2("bob", "Email", "getalwaysaccept", &form).is_err());
    }
}

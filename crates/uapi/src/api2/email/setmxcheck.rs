//! `Email::setmxcheck` of cPanel API 2

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};

use functions::domain::mail::routing::RoutingSet;

use crate::email::set_always_accept::{self, SetAlwaysAccept};

/// Sets where a domain's mail is taken.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// `auto`, `local`, `secondary` or `remote`.
    pub mxcheck: Option<String>,
}

/// See [`Params`].
pub struct Setmxcheck;

impl Function for Setmxcheck {
    const NAME: &'static str = "setmxcheck";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<RoutingSet>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let (domain, mxcheck) = (params.domain, params.mxcheck);
        let twin = set_always_accept::Params { domain, alwaysaccept: None, mxcheck };
        SetAlwaysAccept::run(cx, twin).map(|set| vec![set])
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_routing_is_set() {
        let world = world();
        let form = [("domain", "amy.test"), ("mxcheck", "remote")];
        let rows = world.api2("amy", "Email", "setmxcheck", &form).unwrap().data;
        assert_eq!((&rows[0]["status"], &rows[0]["mxcheck"]), (&1.into(), &"remote".into()));
        assert_eq!(rows[0]["checkmx"]["remote"], 1);
        let told = world.api2("amy", "Email", "getalwaysaccept", &form[..1]).unwrap().data;
        assert_eq!(told[0]["mxcheck"], "remote");
        assert!(world.api2("bob", "Email", "setmxcheck", &form).is_err());
    }
}

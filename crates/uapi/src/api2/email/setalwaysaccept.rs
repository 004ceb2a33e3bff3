//! `Email::setalwaysaccept` of cPanel API 2

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};

use functions::domain::mail::routing::RoutingSet;

use crate::email::set_always_accept::{self, SetAlwaysAccept};

/// Sets where a domain's mail is taken, in the words of older clients.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// 1 for `local`, 0 for `auto`.
    pub alwaysaccept: Option<String>,
    /// `auto`, `local`, `secondary` or `remote`, in its place.
    pub mxcheck: Option<String>,
}

/// See [`Params`].
pub struct Setalwaysaccept;

impl Function for Setalwaysaccept {
    const NAME: &'static str = "setalwaysaccept";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<RoutingSet>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let (domain, mxcheck) = (params.domain, params.mxcheck);
        let twin = set_always_accept::Params { domain, alwaysaccept: params.alwaysaccept, mxcheck };
        SetAlwaysAccept::run(cx, twin).map(|set| vec![set])
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_routing_is_set() {
        let world = world();
        let form = [("domain", "amy.test"), ("alwaysaccept", "1")];
        let rows = world.api2("amy", "Email", "setalwaysaccept", &form).unwrap().data;
        assert_eq!((&rows[0]["status"], &rows[0]["mxcheck"]), (&1.into(), &"local".into()));
        assert_eq!(rows[0]["checkmx"]["local"], 1);
        let told = world.api2("amy", "Email", "getalwaysaccept", &form[..1]).unwrap().data;
        assert_eq!(told[0]["mxcheck"], "local");
        assert!(world.api2("bob", "Email", "setalwaysaccept", &form).is_err());
    }
}

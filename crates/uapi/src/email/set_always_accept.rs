//! `Email::set_always_accept`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::mail::routing;

/// Sets where a domain's mail is taken. DNS stays as it is.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// `auto`, `local`, `secondary` or `remote`; 1 is `local`, 0 is `auto`.
    pub alwaysaccept: Option<String>,
    /// The same; only one of the two is sent.
    pub mxcheck: Option<String>,
}

/// See [`Params`].
pub struct SetAlwaysAccept;

impl Function for SetAlwaysAccept {
    const NAME: &'static str = "set_always_accept";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = routing::RoutingSet;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let given = params.mxcheck.or(params.alwaysaccept);
        let routing = routing::given("mxcheck", given.as_deref())?;
        routing::set_of(cx, &params.domain, routing)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn the_routing_is_set_and_told_to_the_server() {
        let world = world();
        for (param, value, routing) in [
            ("mxcheck", "remote", "remote"),
            ("alwaysaccept", "secondary", "secondary"),
            ("alwaysaccept", "1", "local"),
        ] {
            let told = data(&world, "set_always_accept", &[("domain", "amy.test"), (param, value)]);
            assert_eq!(told["statusmsg"], format!("Set Always Accept Status to: {routing}"));
            assert_eq!((&told["mxcheck"], &told[routing]), (&routing.into(), &1.into()));
            assert_eq!(told["checkmx"]["changed"], 1);
            let domain = world.machine.mail_domain("amy.test").unwrap().unwrap();
            assert_eq!(domain.record.routing.as_str(), routing);
        }
        let wrong = [("domain", "amy.test"), ("mxcheck", "maybe")];
        assert!(refusal(&world, "set_always_accept", &wrong).starts_with("mxcheck: "));
        assert!(strange(&world, "set_always_accept", &[("domain", "amy.test")]).is_err());
    }
}

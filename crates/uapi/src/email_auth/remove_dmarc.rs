//! `EmailAuth::remove_dmarc`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, zone::Policy};
use functions::domain::mail::{domains, policies, signing::Done};

/// Publishes no more what becomes of mail that only claims to be from domains.
#[derive(Input)]
pub struct Params {
    /// The domains; all of the account where none is named.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct RemoveDmarc;

impl Function for RemoveDmarc {
    const NAME: &'static str = "remove_dmarc";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Done>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let set = |domain: &DomainName| policies::set(cx, domain, Policy::Mail, None);
        let wanted = domains::wanted(cx, params.domain)?;
        Ok(wanted.iter().map(|domain| Done::of(domain, set(domain))).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_policy_goes() {
        let world = world();
        let told = world.uapi_data("amy", "EmailAuth", "remove_dmarc", &[]);
        assert_eq!(told[0]["msg"], "The record is removed.");
        let zone = world.machine.find_zone("amy.test").unwrap().unwrap();
        assert!(zone.lines.iter().all(|line| line.name != "_dmarc"));
        let told = world.uapi_data("amy", "EmailAuth", "remove_dmarc", &[("domain", "amy.test")]);
        assert_eq!(told[0]["msg"], "There is no record to remove.");
        let told = world.uapi_data("bob", "EmailAuth", "remove_dmarc", &[("domain", "amy.test")]);
        assert_eq!(told[0]["status"], 0);
    }
}

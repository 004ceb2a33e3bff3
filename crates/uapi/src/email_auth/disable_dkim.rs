//! `EmailAuth::disable_dkim`

use api::{Cx, DomainName, Effect, Error, Function, Input, Needs, Result};
use functions::domain::mail::signing::{self, Done};

/// Signs the mail of domains no more. Their keys stay.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct DisableDkim;

impl Function for DisableDkim {
    const NAME: &'static str = "disable_dkim";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Done>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        if params.domain.is_empty() {
            return Err(Error::param("domain", "is required"));
        }
        let done = |domain: &DomainName| Done::of(domain, signing::disable(cx, domain));
        Ok(params.domain.iter().map(done).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_record_goes_and_the_key_stays() {
        let world = world();
        let published = || {
            let zone = world.machine.find_zone("amy.test").unwrap().unwrap();
            zone.lines.iter().filter(|line| line.name == "default._domainkey").count()
        };
        let call =
            |name: &str| world.uapi_data("amy", "EmailAuth", name, &[("domain", "amy.test")]);
        call("enable_dkim");
        assert_eq!(call("disable_dkim")[0]["status"], 1);
        assert_eq!(published(), 0);
        assert!(world.machine.signing_key("amy.test").unwrap().is_none());
        let kept = call("fetch_dkim_private_keys");
        assert!(kept[0]["pem"].as_str().unwrap().starts_with("-----BEGIN"));
        let told = world.uapi_data("bob", "EmailAuth", "disable_dkim", &[("domain", "amy.test")]);
        assert_eq!(told[0]["status"], 0);
    }
}

//! `EmailAuth::enable_dkim`

use api::{Cx, DomainName, Effect, Error, Function, Input, Needs, Result};
use functions::domain::mail::signing::{self, Done};

/// Signs the mail of domains.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct EnableDkim;

impl Function for EnableDkim {
    const NAME: &'static str = "enable_dkim";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Done>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        if params.domain.is_empty() {
            return Err(Error::param("domain", "is required"));
        }
        let done = |domain: &DomainName| Done::of(domain, signing::enable(cx, domain));
        Ok(params.domain.iter().map(done).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn a_key_is_made_and_published() {
        let world = world();
        let published = || {
            let zone = world.machine.find_zone("amy.test").unwrap().unwrap();
            zone.lines.iter().filter(|line| line.name == "default._domainkey").count()
        };
        let call =
            |name: &str| world.uapi_data("amy", "EmailAuth", name, &[("domain", "amy.test")]);
        assert_eq!(published(), 0);
        let told = call("enable_dkim");
        assert_eq!((&told[0]["domain"], &told[0]["status"]), (&"amy.test".into(), &1.into()));
        assert_eq!(published(), 1);
        let key = world.machine.signing_key("amy.test").unwrap().unwrap();
        assert!(key.reveal().starts_with("-----BEGIN PRIVATE KEY-----"));
        call("enable_dkim");
        assert_eq!(world.machine.signing_key("amy.test").unwrap().unwrap().reveal(), key.reveal());
        assert_eq!(published(), 1);
    }

    #[test]
    fn another_accounts_domain_is_told_as_absent() {
        let world = world();
        let told = world.uapi_data("bob", "EmailAuth", "enable_dkim", &[("domain", "amy.test")]);
        assert_eq!(told[0]["msg"], "domain: there is no domain “amy.test”.");
        assert_eq!(told[0]["status"], 0);
        let said = world.uapi_refusal("bob", "EmailAuth", "enable_dkim", &[]);
        assert_eq!(said, "domain: is required");
    }
}

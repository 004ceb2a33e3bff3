//! `EmailAuth::ensure_dkim_keys_exist`

use api::{Cx, DomainName, Effect, Error, Function, Input, Needs, Result};
use functions::domain::mail::signing::{self, Done};

/// Makes keys for domains that have none.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct EnsureDkimKeysExist;

impl Function for EnsureDkimKeysExist {
    const NAME: &'static str = "ensure_dkim_keys_exist";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Done>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        if params.domain.is_empty() {
            return Err(Error::param("domain", "is required"));
        }
        let done = |domain: &DomainName| Done::of(domain, signing::ensure(cx, domain));
        Ok(params.domain.iter().map(done).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn a_key_is_made_once() {
        let world = world();
        let published = || {
            let zone = world.machine.find_zone("amy.test").unwrap().unwrap();
            zone.lines.iter().filter(|line| line.name == "default._domainkey").count()
        };
        let call =
            |name: &str| world.uapi_data("amy", "EmailAuth", name, &[("domain", "amy.test")]);
        assert_eq!(call("ensure_dkim_keys_exist")[0]["msg"], "A key is made.");
        assert_eq!(published(), 1, "it was wanted since the account was made");
        assert_eq!(call("ensure_dkim_keys_exist")[0]["msg"], "The key is there.");
        let told = world.uapi_data(
            "bob",
            "EmailAuth",
            "ensure_dkim_keys_exist",
            &[("domain", "amy.test")],
        );
        assert_eq!(told[0]["status"], 0);
    }
}

//! `EmailAuth::validate_current_dkims`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::mail::records;

/// Compares the published keys of domains with their own.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct ValidateCurrentDkims;

impl Function for ValidateCurrentDkims {
    const NAME: &'static str = "validate_current_dkims";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<records::Dkim>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        records::looked_at(cx, &params.domain, |tx, record, _| records::dkim(tx, record))
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn each_state_is_told() {
        let world = world();
        let domain = [("domain", "amy.test")];
        let state = || {
            let told = world.uapi_data("amy", "EmailAuth", "validate_current_dkims", &domain);
            told[0]["state"].as_str().unwrap().to_owned()
        };
        assert_eq!(state(), "NOPUB");
        world.uapi_data("amy", "EmailAuth", "enable_dkim", &domain);
        assert_eq!(state(), "VALID");
        let other = [
            ("domain", "amy.test"),
            ("name", "default._domainkey"),
            ("type", "TXT"),
            ("txtdata", "v=DKIM1; p=other"),
        ];
        world.call("root", "addzonerecord", &other).unwrap();
        assert_eq!(state(), "MULTIPLE");
        world.uapi_data("amy", "EmailAuth", "disable_dkim", &domain);
        assert_eq!(state(), "MISSING");
        world.call("root", "addzonerecord", &other).unwrap();
        assert_eq!(state(), "MISMATCH");
        assert!(world.uapi("bob", "EmailAuth", "validate_current_dkims", &domain).is_err());
    }
}

//! `EmailAuth::validate_current_dmarcs`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::mail::{domains, records};

/// Compares the published policies of domains with what they build on.
#[derive(Input)]
pub struct Params {
    /// The domains; all of the account where none is named.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct ValidateCurrentDmarcs;

impl Function for ValidateCurrentDmarcs {
    const NAME: &'static str = "validate_current_dmarcs";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<records::Dmarc>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let wanted = domains::wanted(cx, params.domain)?;
        let tx = cx.host.store.read()?;
        let of = |domain: &DomainName| {
            let (account, record) = domains::reachable(cx, &*tx, "domain", domain)?;
            records::dmarc(&*tx, &record, account.record())
        };
        wanted.iter().map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn each_state_is_told() {
        let world = world();
        let state = || {
            let told = world.uapi_data("amy", "EmailAuth", "validate_current_dmarcs", &[]);
            told[0]["state"].as_str().unwrap().to_owned()
        };
        assert_eq!(state(), "DKIM_ERROR");
        world.uapi_data("amy", "EmailAuth", "enable_dkim", &[("domain", "amy.test")]);
        assert_eq!(state(), "VALID");
        let form = [("domain", "amy.test"), ("record", "-all")];
        world.uapi_data("amy", "EmailAuth", "install_spf_records", &form);
        assert_eq!(state(), "SPF_ERROR");
        world.uapi_data("amy", "EmailAuth", "remove_dmarc", &[]);
        assert_eq!(state(), "MISSING");
        assert!(world.uapi("bob", "EmailAuth", "validate_current_dmarcs", &form[..1]).is_err());
    }
}

//! `EmailAuth::validate_current_spfs`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::mail::records;

/// Compares the published senders of domains with the address of their mail.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct ValidateCurrentSpfs;

impl Function for ValidateCurrentSpfs {
    const NAME: &'static str = "validate_current_spfs";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<records::Spf>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        records::looked_at(cx, &params.domain, records::spf)
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn each_state_is_told() {
        let world = world();
        let domain = [("domain", "amy.test")];
        let told =
            || world.uapi_data("amy", "EmailAuth", "validate_current_spfs", &domain)[0].clone();
        assert_eq!(
            (&told()["state"], &told()["ip_address"]),
            (&"VALID".into(), &"192.0.2.10".into())
        );
        for (record, state, judged) in [
            ("+a -all", "VALID", "PASS"),
            ("+mx -all", "VALID", "PASS"),
            ("+ip4:192.0.2.0/24 -all", "VALID", "PASS"),
            ("+ip4:198.51.100.1 -all", "MISMATCHED", "FAIL"),
            ("~all", "MISMATCHED", "SOFTFAIL"),
        ] {
            let form = [domain[0], ("record", record)];
            world.uapi_data("amy", "EmailAuth", "install_spf_records", &form);
            assert_eq!(
                (&told()["state"], &told()["records"][0]["state"]),
                (&state.into(), &judged.into()),
                "{record}"
            );
        }
        world.call("root", "modifyacct", &[("user", "amy"), ("HASSPF", "0")]).unwrap();
        assert_eq!(told()["state"], "MISSING");
        assert!(world.uapi("bob", "EmailAuth", "validate_current_spfs", &domain).is_err());
    }
}

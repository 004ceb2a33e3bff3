//! `EmailAuth::validate_current_ptrs`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::mail::{pointers, records};

/// Compares the address of the mail of domains with the names that it leads to.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct ValidateCurrentPtrs;

impl Function for ValidateCurrentPtrs {
    const NAME: &'static str = "validate_current_ptrs";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<pointers::Pointers>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        records::looked_at(cx, &params.domain, |tx, record, account| {
            pointers::of(cx, tx, &record.domain, account)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_names_of_the_address_are_told() {
        let world = world();
        let domain = [("domain", "amy.test")];
        let told =
            || world.uapi_data("amy", "EmailAuth", "validate_current_ptrs", &domain)[0].clone();
        assert_eq!(
            (&told()["state"], &told()["arpa_domain"]),
            (&"ERROR".into(), &"10.2.0.192.in-addr.arpa".into())
        );
        let zone = [("domain", "2.0.192.in-addr.arpa"), ("ip", "192.0.2.10")];
        world.call("root", "adddns", &zone).unwrap();
        assert_eq!(told()["state"], "MISSING_PTR");
        let record =
            [("domain", zone[0].1), ("name", "10"), ("type", "PTR"), ("ptrdname", "amy.test.")];
        world.call("root", "addzonerecord", &record).unwrap();
        let own = [("domain", "amy.test"), ("name", "@"), ("type", "A"), ("address", "192.0.2.10")];
        world.call("root", "addzonerecord", &own).unwrap();
        let last = told();
        assert_eq!(
            (&last["state"], &last["ptr_records"][0]["state"]),
            (&"PTR_MISMATCH".into(), &"VALID".into()),
            "{last}"
        );
        assert_eq!(last["helo"], "host.example.test");
        world.call("root", "update_reverse_dns_cache", &[]).unwrap();
        let last = told();
        assert_eq!((&last["helo"], &last["state"]), (&"amy.test".into(), &"VALID".into()));
        assert!(world.uapi("bob", "EmailAuth", "validate_current_ptrs", &domain).is_err());
    }
}

//! `DNSSEC::fetch_ds_records`

use std::collections::BTreeMap;

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::dns::{ds::DsRecords, signing};

/// Tells, by zone of the account, its keys with their digests for DS records, and how it is proven
/// that a name is not there.
#[derive(Debug, Input)]
pub struct Params {
    /// The zones; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct FetchDsRecords;

impl Function for FetchDsRecords {
    const NAME: &'static str = "fetch_ds_records";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = BTreeMap<String, DsRecords>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let zones = params.domain.into_iter().map(|domain| {
            let signing = signing::read(cx, &domain)?;
            Ok((domain.to_string(), DsRecords::of(signing.as_ref())))
        });
        zones.collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn ones_own_keys_are_told_without_their_private_halves() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("domain", "alice.test")];
        let told = world.uapi_data("alice", "DNSSEC", "fetch_ds_records", &form);
        assert_eq!(told, json!({"alice.test": {}}));
        world.uapi("alice", "DNSSEC", "enable_dnssec", &form).unwrap();
        let told = world.uapi_data("alice", "DNSSEC", "fetch_ds_records", &form);
        let keys = told["alice.test"]["keys"].as_object().unwrap();
        let (tag, key) = keys.iter().next().unwrap();
        assert_eq!((keys.len(), key["key_tag"].to_string()), (1, tag.clone()));
        assert_eq!(key["digests"][0]["algo_num"], 2);
        assert!(!told.to_string().contains("rivate"), "{told}");
        let said = world.uapi_refusal("bob", "DNSSEC", "fetch_ds_records", &form);
        assert_eq!(said, "There is no zone “alice.test”.");
    }
}

//! `fetch_ds_records_for_domains`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result};

use crate::domain::dns::{ds::DsRecords, signing};

/// Tells the keys of zones with their digests for DS records, and how it is proven that a name is
/// not there.
#[derive(Debug, Input)]
pub struct Params {
    /// The zones; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `fetch_ds_records_for_domains` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// One item a zone, in the order asked.
    pub domains: Vec<Fetched>,
}

/// A zone.
#[derive(Debug, Output)]
pub struct Fetched {
    /// The zone.
    pub domain: DomainName,
    /// How it is signed; empty where it is not.
    pub ds_records: DsRecords,
}

/// See [`Params`].
pub struct FetchDsRecordsForDomains;

impl Function for FetchDsRecordsForDomains {
    const NAME: &'static str = "fetch_ds_records_for_domains";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let domains = params.domain.into_iter().map(|domain| {
            let signing = signing::read(cx, &domain)?;
            Ok(Fetched { domain, ds_records: DsRecords::of(signing.as_ref()) })
        });
        Ok(Reply { domains: domains.collect::<Result<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn keys_are_told_without_their_private_halves() {
        let world = World::new().account("anna", "root");
        let form = [("domain", "anna.test"), ("key_setup", "classic"), ("nsec3_salt", "AABB")];
        world.call("root", "enable_dnssec_for_domains", &form).unwrap();
        let told = world.data("root", "fetch_ds_records_for_domains", &form[..1]);
        let records = &told["domains"][0]["ds_records"];
        assert_eq!(
            records["nsec_details"],
            json!({
                "nsec3_hash_algo_desc": "SHA-1", "nsec3_hash_algo_num": 1, "nsec3_iterations": 7,
                "nsec3_narrow": 1, "nsec3_opt_out": 0, "nsec3_salt": "aabb", "nsec_version": "NSEC3",
            })
        );
        let keys = records["keys"].as_object().unwrap();
        assert_eq!(keys.len(), 2);
        for (tag, key) in keys {
            assert_eq!(key["key_tag"].to_string(), *tag);
            let enters = key["key_type"] == "KSK";
            assert_eq!((key["key_id"] == 1, key["flags"] == 257), (enters, enters));
            assert_eq!(key["digests"].as_array().unwrap().len(), if enters { 2 } else { 0 });
            assert_eq!((&key["algo_tag"], &key["bits"]), (&json!("ECDSAP256SHA256"), &json!(256)));
            assert_eq!(key["created"], 1_767_225_600);
        }
        assert!(!told.to_string().contains("Private"), "{told}");
    }

    #[test]
    fn a_zone_that_is_not_signed_has_none_and_anothers_is_absent() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        let form = [("domain", "anna.test")];
        let told = world.data("root", "fetch_ds_records_for_domains", &form);
        assert_eq!(told, json!({"domains": [{"domain": "anna.test", "ds_records": {}}]}));
        assert_eq!(
            world.refusal("bob", "fetch_ds_records_for_domains", &form),
            "There is no zone “anna.test”."
        );
    }
}

//! `add_zone_key`

use api::{Acl, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};

use crate::domain::dns::enabling::{self, AddedKind};

/// Makes a key for a zone; one that was not signed is from then on, where the key is active.
#[derive(Debug, Input)]
pub struct Params {
    /// The algorithm by the number of DNSKEY records: 13 or 14 (ECDSA), 8 or 10 (RSA).
    pub algo_num: i64,
    /// The zone.
    pub domain: DomainName,
    /// What the key signs: `ksk` the keys, `zsk` all else.
    pub key_type: AddedKind,
    /// Whether it signs at once.
    #[param(default = 1)]
    pub active: Flag,
    /// Its size in bits: 2048 for RSA, 256 or 384 for ECDSA.
    pub key_size: Option<u16>,
}

/// What `add_zone_key` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// The key's number.
    pub new_key_id: String,
}

/// See [`Params`].
pub struct AddZoneKey;

impl Function for AddZoneKey {
    const NAME: &'static str = "add_zone_key";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let Params { algo_num, domain, key_type, active, key_size } = params;
        let id = enabling::add_key(cx, &domain, (algo_num, key_size), key_type, active)?;
        Ok(Reply { new_key_id: id.to_string() })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    const KEY: [(&str, &str); 3] =
        [("domain", "anna.test"), ("algo_num", "13"), ("key_type", "zsk")];

    #[test]
    fn keys_have_numbers_that_none_has_again() {
        let world = World::new().account("anna", "root");
        assert_eq!(world.data("root", "add_zone_key", &KEY), json!({"new_key_id": "1"}));
        let second = [&KEY[..], &[("active", "0"), ("key_size", "256")]].concat();
        assert_eq!(world.data("root", "add_zone_key", &second)["new_key_id"], "2");
        let form = [("domain", "anna.test"), ("key_id", "2")];
        world.call("root", "remove_zone_key", &form).unwrap();
        assert_eq!(world.data("root", "add_zone_key", &KEY)["new_key_id"], "3");
        let zone = world.machine.find_zone("anna.test").unwrap().unwrap();
        let keys = &zone.signing.as_ref().unwrap().keys;
        assert_eq!(keys.iter().map(|key| key.id).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(zone.soa.serial, 2_026_010_104);
    }

    #[test]
    fn rsa_has_the_size_that_is_still_safe() {
        let world = World::new().account("anna", "root");
        let rsa = [("domain", "anna.test"), ("algo_num", "8"), ("key_type", "ksk")];
        world.call("root", "add_zone_key", &rsa).unwrap();
        let told = world.data("root", "fetch_ds_records_for_domains", &rsa[..1]);
        let keys = told["domains"][0]["ds_records"]["keys"].as_object().unwrap();
        assert!(keys.values().all(|key| key["bits"] == 2048 && key["algo_tag"] == "RSASHA256"));
        let short = [&rsa[..], &[("key_size", "1024")]].concat();
        assert!(world.refusal("root", "add_zone_key", &short).starts_with("key_size: "));
    }

    #[test]
    fn wrong_keys_and_too_many_are_refused_and_anothers_zone_is_absent() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        for (place, wrong) in [(1, "7"), (1, "0"), (2, "KSK")] {
            let mut form = KEY;
            form[place].1 = wrong;
            let refusal = world.refusal("root", "add_zone_key", &form);
            assert!(refusal.starts_with(form[place].0), "{refusal}");
        }
        assert_eq!(world.refusal("bob", "add_zone_key", &KEY), "There is no zone “anna.test”.");
        (0..16).for_each(|_| drop(world.call("root", "add_zone_key", &KEY).unwrap()));
        assert!(world.refusal("root", "add_zone_key", &KEY).starts_with("domain: "));
    }
}

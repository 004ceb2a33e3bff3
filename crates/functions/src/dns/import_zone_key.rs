//! `import_zone_key`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, SecretLines};

use crate::domain::dns::enabling::{self, AddedKind};

/// Takes a key that was made elsewhere; it signs at once.
#[derive(Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
    /// The private half as BIND's key files have it: lines from `Private-key-format: v1.2` on.
    pub key_data: SecretLines,
    /// What the key signs: `ksk` the keys, `zsk` all else.
    pub key_type: AddedKind,
}

/// What `import_zone_key` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// The key's number.
    pub import_key_id: u32,
}

/// See [`Params`].
pub struct ImportZoneKey;

impl Function for ImportZoneKey {
    const NAME: &'static str = "import_zone_key";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let Params { domain, key_data, key_type } = params;
        let import_key_id = enabling::import_key(cx, &domain, key_data.reveal(), key_type)?;
        Ok(Reply { import_key_id })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    const KEY: &str = "Private-key-format: v1.2\nAlgorithm: 13 (ECDSAP256SHA256)\n\
                       PrivateKey: GU6SnQ/Ou+xC5RumuIUIuJZteXT2z0O/ok1s38Et6mQ=\n";

    #[test]
    fn the_key_signs_and_is_taken_once() {
        let world = World::new().account("anna", "root");
        let form = [("domain", "anna.test"), ("key_type", "ksk"), ("key_data", KEY)];
        assert_eq!(world.data("root", "import_zone_key", &form)["import_key_id"], 1);
        let told = world.data("root", "fetch_ds_records_for_domains", &form[..1]);
        let key = &told["domains"][0]["ds_records"]["keys"]["55648"];
        assert_eq!((&key["active"], &key["key_type"]), (&1.into(), &"KSK".into()));
        let again = world.refusal("root", "import_zone_key", &form);
        assert_eq!(again, "key_data: the zone has this key already.");
    }

    #[test]
    fn what_is_no_key_is_not_told_back_and_anothers_zone_is_absent() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        let wrong = KEY.replace("GU6S", "????");
        let form = [("domain", "anna.test"), ("key_type", "zsk"), ("key_data", &wrong)];
        let refusal = world.refusal("root", "import_zone_key", &form);
        assert_eq!(refusal, "key_data: PrivateKey is not Base64");
        let form = [("domain", "anna.test"), ("key_type", "zsk"), ("key_data", KEY)];
        assert_eq!(world.refusal("bob", "import_zone_key", &form), "There is no zone “anna.test”.");
        assert!(world.machine.find_zone("anna.test").unwrap().unwrap().signing.is_none());
    }
}

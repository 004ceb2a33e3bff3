//! `DNSSEC::import_zone_key`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, SecretLines};
use functions::domain::dns::enabling::{self, AddedKind};

use super::outcome::Added;

/// Takes a key for a zone of the account that was made elsewhere; it signs at once.
#[derive(Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
    /// The private half as BIND's key files have it: lines from `Private-key-format: v1.2` on.
    pub key_data: SecretLines,
    /// What the key signs: `ksk` the keys, `zsk` all else.
    pub key_type: AddedKind,
}

/// See [`Params`].
pub struct ImportZoneKey;

impl Function for ImportZoneKey {
    const NAME: &'static str = "import_zone_key";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Added;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Added> {
        let Params { domain, key_data, key_type } = params;
        let id = enabling::import_key(cx, &domain, key_data.reveal(), key_type)?;
        Ok(Added::new(domain, id))
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn what_was_exported_is_taken_for_ones_own_zone() {
        let world = World::new().account("alice", "root").account("bob", "root");
        world.uapi("alice", "DNSSEC", "enable_dnssec", &[("domain", "alice.test")]).unwrap();
        let form = [("domain", "alice.test"), ("key_id", "1")];
        let key = world.uapi_data("alice", "DNSSEC", "export_zone_key", &form);
        let key = key["key_content"].as_str().unwrap();
        let form = [("domain", "bob.test"), ("key_type", "ksk"), ("key_data", key)];
        let said = world.uapi_refusal("alice", "DNSSEC", "import_zone_key", &form);
        assert_eq!(said, "There is no zone “bob.test”.");
        let told = world.uapi_data("bob", "DNSSEC", "import_zone_key", &form);
        assert_eq!((&told["new_key_id"], &told["success"]), (&"1".into(), &1.into()));
        let wrong = [("domain", "bob.test"), ("key_type", "ksk"), ("key_data", "x")];
        let said = world.uapi_refusal("bob", "DNSSEC", "import_zone_key", &wrong);
        assert_eq!(said, "key_data: it has no Private-key-format");
    }
}

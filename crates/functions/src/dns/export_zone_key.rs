//! `export_zone_key`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, records::KeyKind};

use crate::domain::dns::signing;

/// Gives a key of a zone with its private half, to be kept or used elsewhere.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
    /// The key's number, as `fetch_ds_records_for_domains` tells it.
    pub key_id: u32,
}

/// What `export_zone_key` answers.
#[derive(Output)]
pub struct Reply {
    /// The zone.
    pub domain: DomainName,
    /// The private half as BIND's key files have it.
    pub key_content: String,
    /// Its tag, by which records name it.
    pub key_tag: u16,
    /// What it signs.
    pub key_type: KeyKind,
}

/// See [`Params`].
pub struct ExportZoneKey;

impl Function for ExportZoneKey {
    const NAME: &'static str = "export_zone_key";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let key = signing::open_key(cx, &params.domain, params.key_id)?;
        let (key_tag, key_type) = (key.tag(), key.kind);
        let key_content = key.private.reveal().to_owned();
        Ok(Reply { domain: params.domain, key_content, key_tag, key_type })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn what_is_exported_can_be_imported() {
        let world = World::new().account("anna", "root").account("ben", "root");
        world.call("root", "enable_dnssec_for_domains", &[("domain", "anna.test")]).unwrap();
        let form = [("domain", "anna.test"), ("key_id", "1")];
        let told = world.data("root", "export_zone_key", &form);
        assert_eq!((&told["domain"], &told["key_type"]), (&"anna.test".into(), &"CSK".into()));
        let key = told["key_content"].as_str().unwrap();
        assert!(key.starts_with("Private-key-format: v1.2\nAlgorithm: 13 (ECDSAP256SHA256)\n"));
        let form = [("domain", "ben.test"), ("key_type", "ksk"), ("key_data", key)];
        let imported = world.data("root", "import_zone_key", &form);
        assert_eq!(imported["import_key_id"], 1);
        let told =
            world.data("root", "export_zone_key", &[("domain", "ben.test"), ("key_id", "1")]);
        assert_eq!((&told["key_content"], &told["key_type"]), (&key.into(), &"KSK".into()));
    }

    #[test]
    fn no_key_and_anothers_are_absent() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        let form = [("domain", "anna.test"), ("key_id", "1")];
        let refusal = world.refusal("root", "export_zone_key", &form);
        assert_eq!(refusal, "domain: the zone anna.test is not signed.");
        world.call("root", "enable_dnssec_for_domains", &form[..1]).unwrap();
        let other = [("domain", "anna.test"), ("key_id", "2")];
        let refusal = world.refusal("root", "export_zone_key", &other);
        assert_eq!(refusal, "key_id: the zone has no key 2.");
        assert_eq!(world.refusal("bob", "export_zone_key", &form), "There is no zone “anna.test”.");
    }
}

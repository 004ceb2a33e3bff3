//! `DNSSEC::export_zone_key`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, records::KeyKind};
use functions::domain::dns::signing;

/// Gives a key of a zone of the account with its private half, to be kept or used elsewhere.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
    /// The key's number, as `fetch_ds_records` tells it.
    pub key_id: u32,
}

/// What `export_zone_key` answers.
#[derive(Output)]
pub struct Reply {
    /// The zone.
    pub domain: DomainName,
    /// The private half as BIND's key files have it.
    pub key_content: String,
    /// The key's number.
    pub key_id: u32,
    /// Its tag, by which records name it.
    pub key_tag: u16,
    /// What it signs.
    pub key_type: KeyKind,
    /// That it is there.
    pub success: Flag,
}

/// See [`Params`].
pub struct ExportZoneKey;

impl Function for ExportZoneKey {
    const NAME: &'static str = "export_zone_key";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let key = signing::open_key(cx, &params.domain, params.key_id)?;
        Ok(Reply {
            domain: params.domain,
            key_content: key.private.reveal().to_owned(),
            key_id: key.id,
            key_tag: key.tag(),
            key_type: key.kind,
            success: Flag(true),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{Calls as _, World};

    #[test]
    fn ones_own_key_is_given() {
        let world = World::new().account("alice", "root").account("bob", "root");
        world.uapi("alice", "DNSSEC", "enable_dnssec", &[("domain", "alice.test")]).unwrap();
        let form = [("domain", "alice.test"), ("key_id", "1")];
        let told = world.uapi_data("alice", "DNSSEC", "export_zone_key", &form);
        assert!(told["key_content"].as_str().unwrap().contains("\nPrivateKey: "));
        assert_eq!((&told["key_type"], &told["key_id"]), (&"CSK".into(), &1.into()));
        let said = world.uapi_refusal("bob", "DNSSEC", "export_zone_key", &form);
        assert_eq!(said, "There is no zone “alice.test”.");
    }
}

//! `DNSSEC::export_zone_dnskey`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::dns::signing;

/// Gives the public half of a key of a zone of the account.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
    /// The key's number, as `fetch_ds_records` tells it.
    pub key_id: u32,
}

/// What `export_zone_dnskey` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// The public half as DNSKEY records have it, in Base64.
    pub dnskey: String,
    /// The key's number.
    pub key_id: u32,
    /// That it is there.
    pub success: Flag,
}

/// See [`Params`].
pub struct ExportZoneDnskey;

impl Function for ExportZoneDnskey {
    const NAME: &'static str = "export_zone_dnskey";
    const NEEDS: Needs = Needs::Features(&["dnssec"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let key = signing::key(cx, &params.domain, params.key_id)?;
        Ok(Reply { dnskey: key.public, key_id: key.id, success: Flag(true) })
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
        let told = world.uapi_data("alice", "DNSSEC", "export_zone_dnskey", &form);
        assert_eq!((told["dnskey"].as_str().unwrap().len(), &told["success"]), (88, &1.into()));
        let said = world.uapi_refusal("bob", "DNSSEC", "export_zone_dnskey", &form);
        assert_eq!(said, "There is no zone “alice.test”.");
    }
}

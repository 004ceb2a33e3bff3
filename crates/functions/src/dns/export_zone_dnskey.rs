//! `export_zone_dnskey`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result};

use crate::domain::dns::signing;

/// Gives the public half of a zone's key.
#[derive(Debug, Input)]
pub struct Params {
    /// The zone.
    pub domain: DomainName,
    /// The key's number, as `fetch_ds_records_for_domains` tells it.
    pub key_id: u32,
}

/// What `export_zone_dnskey` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// The public half as DNSKEY records have it, in Base64.
    pub dnskey: String,
    /// The key's number.
    pub key_id: u32,
}

/// See [`Params`].
pub struct ExportZoneDnskey;

impl Function for ExportZoneDnskey {
    const NAME: &'static str = "export_zone_dnskey";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let key = signing::key(cx, &params.domain, params.key_id)?;
        Ok(Reply { dnskey: key.public, key_id: key.id })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn the_public_half_is_told_and_nothing_of_another() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        world.call("root", "enable_dnssec_for_domains", &[("domain", "anna.test")]).unwrap();
        let form = [("domain", "anna.test"), ("key_id", "1")];
        let told = world.data("root", "export_zone_dnskey", &form);
        // 64 bytes: both coordinates of a point on the curve.
        assert_eq!((told["dnskey"].as_str().unwrap().len(), &told["key_id"]), (88, &1.into()));
        let none = [("domain", "anna.test"), ("key_id", "7")];
        assert!(world.refusal("root", "export_zone_dnskey", &none).starts_with("key_id: "));
        assert!(world.refusal("bob", "export_zone_dnskey", &form).starts_with("There is no zone"));
    }
}

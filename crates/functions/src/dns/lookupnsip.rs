//! `lookupnsip`

use api::{Acl, Cx, DomainName, Effect, Error, Function, Input, Needs, Output, Result};

use crate::domain::dns::lookup;

/// Gives a nameserver's IPv4 address.
#[derive(Debug, Input)]
pub struct Params {
    /// The nameserver.
    pub host: DomainName,
}

/// What `lookupnsip` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// The address.
    pub ip: String,
}

/// See [`Params`].
pub struct Lookupnsip;

impl Function for Lookupnsip {
    const NAME: &'static str = "lookupnsip";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::NsConfig]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let none = || Error::not_found(format!("host: “{}” has no IPv4 address.", params.host));
        Ok(Reply { ip: lookup::ipv4(cx, &params.host)?.ok_or_else(none)? })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn a_nameservers_address_is_told_to_those_who_may_ask() {
        let world = World::new().reseller("bob", &[Acl::NsConfig]).reseller("eve", &[Acl::EditDns]);
        let form = [("host", "ns1.host.test")];
        assert_eq!(world.data("bob", "lookupnsip", &form), json!({"ip": "192.0.2.53"}));
        assert!(world.call("eve", "lookupnsip", &form).is_err());
        let said = world.refusal("bob", "lookupnsip", &[("host", "none.test")]);
        assert_eq!(said, "host: “none.test” has no IPv4 address.");
    }
}

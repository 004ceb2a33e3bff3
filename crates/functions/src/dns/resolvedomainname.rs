//! `resolvedomainname`

use api::{Acl, Cx, DomainName, Effect, Error, Function, Input, Needs, Output, Result};

use crate::domain::dns::lookup;

/// Looks up a domain's IPv4 address.
#[derive(Debug, Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// What `resolvedomainname` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// The address.
    pub ip: String,
}

/// See [`Params`].
pub struct Resolvedomainname;

impl Function for Resolvedomainname {
    const NAME: &'static str = "resolvedomainname";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::NsConfig]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let none = || Error::not_found(format!("domain: “{}” has no IPv4 address.", params.domain));
        Ok(Reply { ip: lookup::ipv4(cx, &params.domain)?.ok_or_else(none)? })
    }
}

#[cfg(test)]
mod tests {
    use api::Kind;

    use crate::testing::World;

    #[test]
    fn own_and_other_names_are_looked_up() {
        let world = World::new().account("anna", "root");
        let ip =
            |domain| world.data("root", "resolvedomainname", &[("domain", domain)])["ip"].clone();
        assert_eq!(ip("www.anna.test"), "192.0.2.10");
        assert_eq!(ip("ns1.host.test"), "192.0.2.53");
    }

    #[test]
    fn a_name_without_an_address_and_silence_fail() {
        let world = World::new();
        let look =
            |domain| world.call("root", "resolvedomainname", &[("domain", domain)]).unwrap_err();
        assert_eq!(look("six.test").kind(), Kind::NotFound);
        assert_eq!(look("none.test").to_string(), "domain: “none.test” has no IPv4 address.");
        assert_eq!(look("silent.test").kind(), Kind::Unavailable);
    }
}

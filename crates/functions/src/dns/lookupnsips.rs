//! `lookupnsips`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result};

use crate::domain::dns::lookup;

/// Gives a nameserver's addresses of both kinds.
#[derive(Debug, Input)]
pub struct Params {
    /// The nameserver.
    pub host: DomainName,
}

/// What `lookupnsips` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// Its IPv4 address, if it has one.
    #[param(absent)]
    pub ipv4: Option<String>,
    /// Its IPv6 address, if it has one.
    #[param(absent)]
    pub ipv6: Option<String>,
}

/// See [`Params`].
pub struct Lookupnsips;

impl Function for Lookupnsips {
    const NAME: &'static str = "lookupnsips";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::NsConfig]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let found = lookup::addresses(cx, &params.host)?;
        let first = |four| found.iter().find(|ip| ip.is_ipv4() == four).map(ToString::to_string);
        Ok(Reply { ipv4: first(true), ipv6: first(false) })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn each_kind_is_told_where_it_is_there() {
        let world = World::new();
        for (host, told) in [
            ("ns1.host.test", json!({"ipv4": "192.0.2.53", "ipv6": "2001:db8::53"})),
            ("six.test", json!({"ipv6": "2001:db8::53"})),
            ("none.test", json!({})),
        ] {
            assert_eq!(world.data("root", "lookupnsips", &[("host", host)]), told);
        }
        assert!(world.call("root", "lookupnsips", &[("host", "silent.test")]).is_err());
    }
}

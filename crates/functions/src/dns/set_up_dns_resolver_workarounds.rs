//! `set_up_dns_resolver_workarounds`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};

use crate::domain::{
    change::{Change, OnFailure},
    dns::{program, servers},
};

/// Tries out what does not get through to the servers that look-ups ask, and goes around it from now
/// on.
#[derive(Debug, Input)]
pub struct Params {}

/// What `set_up_dns_resolver_workarounds` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// What look-ups do differently from now on.
    pub flags: Flags,
}

/// Settings in libunbound's words; each comes only where its fault was found.
#[derive(Debug, Output)]
pub struct Flags {
    /// `no`: nobody is asked over IPv6.
    #[param(name = "do-ip6", absent)]
    pub do_ip6: Option<String>,
    /// `no`: nobody is asked over UDP.
    #[param(name = "do-udp", absent)]
    pub do_udp: Option<String>,
    /// `512`: no longer answers over UDP are allowed for.
    #[param(name = "edns-buffer-size", absent)]
    pub edns_buffer_size: Option<String>,
}

/// See [`Params`].
pub struct SetUpDnsResolverWorkarounds;

impl Function for SetUpDnsResolverWorkarounds {
    const NAME: &'static str = "set_up_dns_resolver_workarounds";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        program::check_on(&*tx)?;
        let asked = servers::resolvers(&*tx)?;
        drop(tx);
        // Questions that nobody answers take a while, which is none to hold the store.
        let faults = cx.host.resolver.faults(&asked)?;
        let mut change = Change::begin(cx)?;
        servers::work_around(&mut change, faults)?;
        change.commit(OnFailure::Undo)?;
        let flag = |found: bool, value: &str| found.then(|| value.to_owned());
        let flags = Flags {
            do_ip6: flag(faults.ip6, "no"),
            do_udp: flag(faults.udp, "no"),
            edns_buffer_size: flag(faults.edns, "512"),
        };
        Ok(Reply { flags })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    fn set(world: &World, first: &str, second: &str) {
        let form = [("nameserver1", first), ("nameserver2", second)];
        world.call("root", "setresolvers", &form).unwrap();
    }

    #[test]
    fn what_does_not_get_through_is_gone_around() {
        let world = World::new();
        let try_out = || world.data("root", "set_up_dns_resolver_workarounds", &[]);
        assert_eq!(try_out(), json!({"flags": {}}));
        set(&world, "2001:db8::1", "203.0.113.53");
        let ask = || world.data("root", "resolvedomainname", &[("domain", "asked.test")]);
        let direct = world.call("root", "resolvedomainname", &[("domain", "asked.test")]);
        assert!(direct.is_err(), "only a server of IPv6 is asked, and it has no address of IPv4");
        assert_eq!(try_out(), json!({"flags": {"do-ip6": "no", "do-udp": "no"}}));
        assert_eq!(ask()["ip"], "203.0.113.53");
        set(&world, "192.0.2.1", "192.0.2.2");
        assert_eq!(try_out(), json!({"flags": {}}), "what was found before is forgotten");
    }

    #[test]
    fn it_is_roots_and_needs_the_dns_server() {
        let world = World::new().reseller("bob", &[Acl::NsConfig]);
        assert!(world.call("bob", "set_up_dns_resolver_workarounds", &[]).is_err());
        world.data("root", "set_nameserver", &[("nameserver", "Disabled")]);
        let said = world.refusal("root", "set_up_dns_resolver_workarounds", &[]);
        assert!(said.contains("switched off"), "{said}");
    }
}

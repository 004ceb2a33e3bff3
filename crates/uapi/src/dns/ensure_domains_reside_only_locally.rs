//! `DNS::ensure_domains_reside_only_locally`

use std::net::IpAddr;

use api::{Account, Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::dns::lookup;

/// Tells of domains whether all of their addresses are this server's: nothing where they are, else
/// where they are.
#[derive(Debug, Input)]
pub struct Params {
    /// The domains; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct EnsureDomainsResideOnlyLocally;

impl Function for EnsureDomainsResideOnlyLocally {
    const NAME: &'static str = "ensure_domains_reside_only_locally";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Option<String>>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
        let own = [&account.record().ip, &cx.host.settings.shared_ip];
        let own: Vec<IpAddr> = own.iter().filter_map(|ip| ip.parse().ok()).collect();
        Ok(params.domain.iter().map(|domain| elsewhere(cx, domain, &own)).collect())
    }
}

/// Where else a domain is.
fn elsewhere(cx: &Cx<'_>, domain: &DomainName, own: &[IpAddr]) -> Option<String> {
    let found = match lookup::addresses(cx, domain) {
        Ok(found) if found.is_empty() => return Some(format!("“{domain}” has no address.")),
        Ok(found) => found,
        Err(problem) => return Some(problem.to_string()),
    };
    let others = found.iter().filter(|ip| !own.contains(ip)).map(ToString::to_string);
    let others: Vec<String> = others.collect();
    let others = (!others.is_empty()).then(|| others.join(", "));
    others.map(|others| format!("“{domain}” resolves to {others}."))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn domains_here_elsewhere_and_nowhere_are_told_apart() {
        let world = World::new().account("alice", "root");
        let form = [
            ("domain", "alice.test"),
            ("domain-1", "ns1.host.test"),
            ("domain-2", "none.alice.test"),
            ("domain-3", "silent.test"),
        ];
        let told = world.uapi_data("alice", "DNS", "ensure_domains_reside_only_locally", &form);
        assert_eq!(
            told,
            json!([
                null,
                "“ns1.host.test” resolves to 192.0.2.53, 2001:db8::53.",
                "“none.alice.test” has no address.",
                "No nameserver answered.",
            ])
        );
    }
}

//! `DNS::lookup`

use api::{Cx, DomainName, Effect, Error, Function, Input, Needs, Result};
use functions::domain::dns::lookup;

/// Looks a name up in the DNS: its addresses and the hosts of its mail, each in a line of words.
#[derive(Input)]
pub struct Params {
    /// The whole name.
    pub domain: String,
}

/// See [`Params`].
pub struct Lookup;

impl Function for Lookup {
    const NAME: &'static str = "lookup";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let name: Result<DomainName, _> = params.domain.parse();
        lookup::lines(cx, &name.map_err(|rule| Error::param("domain", rule))?)
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls as _;

    #[test]
    fn own_zones_and_names_beyond_are_told_in_words() {
        let world = World::new().account("alice", "root");
        let told = world.uapi_data("alice", "DNS", "lookup", &[("domain", "alice.test")]);
        let lines =
            ["alice.test has address 192.0.2.10", "alice.test mail is handled by 0 alice.test."];
        assert_eq!(told, serde_json::json!(lines));
        let told = world.uapi_data("alice", "DNS", "lookup", &[("domain", "ns1.host.test")]);
        assert_eq!(told[1], "ns1.host.test has IPv6 address 2001:db8::53");
        assert_eq!(told[2], "ns1.host.test mail is handled by 5 mx.host.test.");
        let told = world.uapi_data("alice", "DNS", "lookup", &[("domain", "none.alice.test")]);
        assert_eq!(told, serde_json::json!([]));
    }

    #[test]
    fn where_nobody_answers_it_fails() {
        let world = World::new().account("alice", "root");
        let said = world.uapi_refusal("alice", "DNS", "lookup", &[("domain", "silent.test")]);
        assert!(said.contains("No nameserver answered"), "{said}");
        let said = world.uapi_refusal("alice", "DNS", "lookup", &[("domain", "a b")]);
        assert!(said.starts_with("domain: "), "{said}");
    }
}

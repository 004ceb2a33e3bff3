//! `DNS::has_local_authority`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::dns::authority::{self, Authority};

/// Tells whether this server answers for given domains with authority.
#[derive(Debug, Input)]
pub struct Params {
    /// The domains; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct HasLocalAuthority;

impl Function for HasLocalAuthority {
    const NAME: &'static str = "has_local_authority";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Authority>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        params.domain.into_iter().map(|domain| authority::of(cx, domain)).collect()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::{Calls as _, World};

    #[test]
    fn domains_here_and_elsewhere_are_told_apart() {
        let world = World::new().account("alice", "root");
        let form = [("domain", "www.alice.test"), ("domain-1", "other.test")];
        let told = world.uapi_data("alice", "DNS", "has_local_authority", &form);
        assert_eq!(
            (&told[0]["local_authority"], &told[0]["zone"]),
            (&json!(1), &json!("alice.test"))
        );
        assert_eq!((&told[1]["local_authority"], &told[1]["nameservers"]), (&json!(0), &json!([])));
        let form = [("domain", "a b")];
        let said = world.uapi_refusal("alice", "DNS", "has_local_authority", &form);
        assert!(said.starts_with("domain: "), "{said}");
    }
}

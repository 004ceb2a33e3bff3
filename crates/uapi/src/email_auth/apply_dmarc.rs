//! `EmailAuth::apply_dmarc`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, zone::Policy};
use functions::domain::mail::{domains, policies, signing::Done};

/// Publishes what becomes of mail that only claims to be from domains.
#[derive(Input)]
pub struct Params {
    /// The DMARC record, or `none`, `quarantine` or `reject`.
    pub policy: String,
    /// The domains; all of the account where none is named.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct ApplyDmarc;

impl Function for ApplyDmarc {
    const NAME: &'static str = "apply_dmarc";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Done>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let text = policies::mail(&params.policy)?;
        let set = |domain: &DomainName| policies::set(cx, domain, Policy::Mail, Some(&text));
        let wanted = domains::wanted(cx, params.domain)?;
        Ok(wanted.iter().map(|domain| Done::of(domain, set(domain))).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_policy_is_published() {
        let world = world();
        let form = [("policy", "reject")];
        let told = world.uapi_data("amy", "EmailAuth", "apply_dmarc", &form);
        assert_eq!((&told[0]["domain"], &told[0]["status"]), (&"amy.test".into(), &1.into()));
        let zone = world.machine.find_zone("amy.test").unwrap().unwrap();
        let line = zone.lines.iter().find(|line| line.name == "_dmarc").unwrap();
        assert_eq!(line.value, "\"v=DMARC1; p=reject;\"");
        let said = world.uapi_refusal("amy", "EmailAuth", "apply_dmarc", &[("policy", "maybe")]);
        assert!(said.starts_with("policy: "), "{said}");
        let form = [("policy", "none"), ("domain", "amy.test")];
        assert_eq!(world.uapi_data("bob", "EmailAuth", "apply_dmarc", &form)[0]["status"], 0);
    }
}

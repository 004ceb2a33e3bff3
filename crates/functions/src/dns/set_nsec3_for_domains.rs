//! `set_nsec3_for_domains`

use api::{Acl, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};

use crate::domain::dns::{enabling, signing::Denial};

/// Has signed zones prove by NSEC3 that a name is not there.
#[derive(Debug, Input)]
pub struct Params {
    /// The zones; `domain-1` and so on name more.
    #[param(family)]
    pub domain: Vec<DomainName>,
    /// How often names are hashed again, 0 to 500; more than 0 makes nothing safer.
    pub nsec3_iterations: i64,
    /// Whether an answer tells no more than it must, so that nobody can list the zone's names.
    pub nsec3_narrow: Flag,
    /// Whether zones below that are not signed are left out.
    pub nsec3_opt_out: Flag,
    /// What is added to names, in hexadecimal; `-` for nothing.
    pub nsec3_salt: String,
}

/// What `set_nsec3_for_domains` answers.
#[derive(Debug, Output)]
pub struct Reply {
    /// One item a zone, in the order asked.
    pub domains: Vec<Enabled>,
}

/// How it went with a zone.
#[derive(Debug, Output)]
pub struct Enabled {
    /// The zone.
    pub domain: DomainName,
    /// Whether it uses NSEC3 so.
    pub enabled: Flag,
    /// Why it does not.
    #[param(absent)]
    pub error: Option<String>,
}

/// See [`Params`].
pub struct SetNsec3ForDomains;

impl Function for SetNsec3ForDomains {
    const NAME: &'static str = "set_nsec3_for_domains";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditDns]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let Params { domain, nsec3_iterations, nsec3_narrow, nsec3_opt_out, nsec3_salt } = params;
        let salt = nsec3_salt.as_str();
        let denial = Denial::nsec3(nsec3_iterations, 0, salt, nsec3_narrow, nsec3_opt_out)?;
        let domains = domain.into_iter().map(|domain| {
            let error = enabling::set_denial(cx, &domain, &denial).err();
            let error = error.map(|problem| problem.to_string());
            Enabled { domain, enabled: error.is_none().into(), error }
        });
        Ok(Reply { domains: domains.collect() })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    const HOW: [(&str, &str); 5] = [
        ("domain", "anna.test"),
        ("nsec3_iterations", "0"),
        ("nsec3_narrow", "0"),
        ("nsec3_opt_out", "1"),
        ("nsec3_salt", "-"),
    ];

    #[test]
    fn a_signed_zone_uses_it_and_its_keys_stay() {
        let world = World::new().account("anna", "root");
        let form = [("domain", "anna.test"), ("use_nsec3", "0")];
        world.call("root", "enable_dnssec_for_domains", &form).unwrap();
        let keys =
            || world.machine.find_zone("anna.test").unwrap().unwrap().signing.clone().unwrap();
        let before = keys();
        let told = world.data("root", "set_nsec3_for_domains", &HOW);
        assert_eq!(told, json!({"domains": [{"domain": "anna.test", "enabled": 1}]}));
        let after = keys();
        assert_eq!(after.keys, before.keys);
        let denial = &after.denial;
        assert_eq!((denial.nsec3.0, denial.narrow.0, denial.opt_out.0), (true, false, true));
        let told = world.data("root", "unset_nsec3_for_domains", &HOW[..1]);
        assert_eq!(told, json!({"domains": [{"disabled": 1, "domain": "anna.test"}]}));
        assert_eq!(keys(), before);
    }

    #[test]
    fn what_cannot_be_is_told() {
        let world = World::new().account("anna", "root").reseller("bob", &[Acl::EditDns]);
        let told = world.data("root", "set_nsec3_for_domains", &HOW);
        let error = "domain: the zone anna.test is not signed.";
        assert_eq!(
            told["domains"][0],
            json!({"domain": "anna.test", "enabled": 0, "error": error})
        );
        let told = world.data("bob", "set_nsec3_for_domains", &HOW);
        assert_eq!(told["domains"][0]["error"], "There is no zone “anna.test”.");
        for (place, wrong) in [(1, "501"), (4, "zz")] {
            let mut form = HOW;
            form[place].1 = wrong;
            let refusal = world.refusal("root", "set_nsec3_for_domains", &form);
            assert!(refusal.starts_with(form[place].0), "{refusal}");
        }
    }
}

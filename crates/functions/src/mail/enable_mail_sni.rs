//! `enable_mail_sni`

use std::collections::BTreeMap;

use api::{Acl, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};

use crate::domain::tls::mail_sni;

/// Meant to show mail clients the certificate of the domain that they ask for: that is so, or it cannot be had.
#[derive(Input)]
pub struct Params {
    /// The domains.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `enable_mail_sni` answers.
#[derive(Output)]
pub struct Reply {
    /// Those for which it is not so, each with the reason.
    pub failed_domains: BTreeMap<String, String>,
    /// Always empty: nothing is changed.
    pub updated_domains: BTreeMap<String, Flag>,
}

/// See [`Params`].
pub struct EnableMailSni;

impl Function for EnableMailSni {
    const NAME: &'static str = "enable_mail_sni";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let is_on = mail_sni::is_on(cx.host)?;
        let standing = mail_sni::standing(is_on);
        let mut failed_domains = BTreeMap::new();
        for domain in &params.domain {
            let reason = match mail_sni::reach(cx, "domain", domain) {
                Ok(()) if is_on => continue,
                Ok(()) => standing.to_owned(),
                Err(problem) => problem.to_string(),
            };
            failed_domains.insert(domain.to_string(), reason);
        }
        cx.warn(standing);
        Ok(Reply { failed_domains, updated_domains: BTreeMap::new() })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn it_is_so_for_own_domains_and_strangers_are_named() {
        let world = World::new().reseller("carol", &[api::Acl::Ssl]);
        let mut world = world.account("anna", "root");
        let form = [("domain", "anna.test"), ("domain-1", "nowhere.test")];
        let answer = world.call("root", "enable_mail_sni", &form).unwrap();
        let failed = answer.data["failed_domains"].as_object().unwrap();
        assert_eq!(failed["nowhere.test"], "domain: there is no domain “nowhere.test”.");
        assert_eq!((failed.len(), answer.notes.warnings.len()), (1, 1));
        assert_eq!(answer.data["updated_domains"], serde_json::json!({}));
        world.show_own_certificate_to_mail_clients();
        let told = world.data("root", "enable_mail_sni", &[("domain", "anna.test")]);
        let said = told["failed_domains"]["anna.test"].as_str().unwrap();
        assert!(said.contains("the server's own certificate"), "{said}");
        let told = world.data("carol", "enable_mail_sni", &[("domain", "anna.test")]);
        let said = told["failed_domains"]["anna.test"].as_str().unwrap();
        assert!(said.starts_with("domain: there is no domain"), "{said}");
    }
}

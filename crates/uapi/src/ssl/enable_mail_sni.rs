//! `SSL::enable_mail_sni`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::tls::{self, mail_sni, names::DomainList};

/// Meant to show mail clients the certificate of the domain that they ask for: that is so, or it cannot be had.
#[derive(Input)]
pub struct Params {
    /// Domains of the account, joined by `|`.
    pub domains: DomainList,
}

/// What `enable_mail_sni` answers.
#[derive(Output)]
pub struct Reply {
    /// Those that are no domains of the account, each with the reason.
    pub failed_domains: BTreeMap<String, String>,
    /// The account's own, each with 1.
    pub updated_domains: BTreeMap<String, Flag>,
}

/// See [`Params`].
pub struct EnableMailSni;

impl Function for EnableMailSni {
    const NAME: &'static str = "enable_mail_sni";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = tls::own(cx)?;
        let tx = cx.host.store.read()?;
        let is_on = mail_sni::is_on(cx.host)?;
        let standing = mail_sni::standing(is_on);
        let mut reply = Reply { failed_domains: BTreeMap::new(), updated_domains: BTreeMap::new() };
        for domain in &params.domains.0 {
            let reason = match mail_sni::check(&*tx, &account, "domains", domain) {
                Ok(()) if is_on => {
                    reply.updated_domains.insert(domain.to_string(), Flag(true));
                    continue;
                }
                Ok(()) => standing.to_owned(),
                Err(problem) => problem.to_string(),
            };
            reply.failed_domains.insert(domain.to_string(), reason);
        }
        if is_on {
            cx.warn(standing);
        } else {
            cx.failed(standing);
        }
        Ok(reply)
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls as _;

    #[test]
    fn it_is_on_already_and_a_strangers_domain_is_told_apart() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("domains", "alice.test|bob.test")];
        let answer = world.uapi("alice", "SSL", "enable_mail_sni", &form).unwrap();
        assert_eq!(answer.data["updated_domains"], serde_json::json!({"alice.test": 1}));
        let failed = answer.data["failed_domains"].as_object().unwrap();
        assert_eq!(failed.keys().collect::<Vec<_>>(), ["bob.test"]);
        assert_eq!(answer.notes.warnings.len(), 1);
        assert!(answer.notes.errors.is_empty());
    }

    #[test]
    fn mail_servers_that_know_one_certificate_are_told_of() {
        let mut world = World::new().account("alice", "root");
        world.show_own_certificate_to_mail_clients();
        let form = [("domains", "alice.test|bob.test")];
        let answer = world.uapi("alice", "SSL", "enable_mail_sni", &form).unwrap();
        let failed = answer.data["failed_domains"].as_object().unwrap();
        assert_eq!(failed.keys().collect::<Vec<_>>(), ["alice.test", "bob.test"]);
        assert_eq!(failed["alice.test"], answer.notes.errors[0].as_str());
        assert_eq!(answer.data["updated_domains"], serde_json::json!({}));
        let said = |function, form| world.uapi_data("alice", "SSL", function, form);
        assert_eq!(said("is_mail_sni_supported", &[]), 0);
        assert_eq!(said("mail_sni_status", &[("domain", "alice.test")])["enabled"], 0);
    }

    #[test]
    fn what_is_no_domain_is_refused() {
        let world = World::new().account("alice", "root");
        let said = world.uapi_refusal("alice", "SSL", "enable_mail_sni", &[("domains", "a b..c")]);
        assert!(said.starts_with("domains: "), "{said}");
    }
}

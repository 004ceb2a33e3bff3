//! `SSL::disable_mail_sni`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::tls::{self, mail_sni, names::DomainList};

/// Meant to show mail clients one certificate for all domains: that cannot be switched.
#[derive(Input)]
pub struct Params {
    /// Domains of the account, joined by `|`.
    pub domains: DomainList,
}

/// What `disable_mail_sni` answers.
#[derive(Output)]
pub struct Reply {
    /// All of them, each with the reason.
    pub failed_domains: BTreeMap<String, String>,
    /// Always empty.
    pub updated_domains: BTreeMap<String, Flag>,
}

/// See [`Params`].
pub struct DisableMailSni;

impl Function for DisableMailSni {
    const NAME: &'static str = "disable_mail_sni";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = tls::own(cx)?;
        let tx = cx.host.store.read()?;
        let standing = mail_sni::standing(mail_sni::is_on(cx.host)?);
        let mut failed_domains = BTreeMap::new();
        for domain in &params.domains.0 {
            let own = mail_sni::check(&*tx, &account, "domains", domain);
            let reason = own.map_or_else(|problem| problem.to_string(), |()| standing.to_owned());
            failed_domains.insert(domain.to_string(), reason);
        }
        cx.failed(standing);
        Ok(Reply { failed_domains, updated_domains: BTreeMap::new() })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls as _;

    #[test]
    fn it_fails_and_changes_nothing() {
        let world = World::new().account("alice", "root");
        let form = [("domains", "alice.test|nowhere.test")];
        let answer = world.uapi("alice", "SSL", "disable_mail_sni", &form).unwrap();
        assert_eq!(answer.notes.errors.len(), 1);
        let failed = &answer.data["failed_domains"];
        assert_eq!(failed["alice.test"], answer.notes.errors[0].as_str());
        assert!(failed["nowhere.test"].as_str().unwrap().contains("no domain of this account"));
        assert_eq!(answer.data["updated_domains"].as_object().unwrap().len(), 0);
        let form = [("domain", "alice.test")];
        assert_eq!(world.uapi_data("alice", "SSL", "mail_sni_status", &form)["enabled"], 1);
    }
}

//! `SSL::mail_sni_status`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::tls::{self, mail_sni};

/// Tells whether mail clients that ask for a domain of the account are shown its certificate.
#[derive(Input)]
pub struct Params {
    /// The domain, which may begin with `mail.` or `www.`.
    pub domain: DomainName,
}

/// What `mail_sni_status` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether they are.
    pub enabled: Flag,
}

/// See [`Params`].
pub struct MailSniStatus;

impl Function for MailSniStatus {
    const NAME: &'static str = "mail_sni_status";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = tls::own(cx)?;
        mail_sni::check(&*cx.host.store.read()?, &account, "domain", &params.domain)?;
        Ok(Reply { enabled: Flag(mail_sni::is_on(cx.host)?) })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls as _;

    #[test]
    fn it_is_on_for_the_accounts_domains_and_no_others() {
        let world = World::new().account("alice", "root").account("bob", "root");
        for domain in ["alice.test", "mail.alice.test", "www.alice.test"] {
            let form = [("domain", domain)];
            assert_eq!(world.uapi_data("alice", "SSL", "mail_sni_status", &form)["enabled"], 1);
        }
        for domain in ["bob.test", "nowhere.test", "mail.bob.test"] {
            let said = world.uapi_refusal("alice", "SSL", "mail_sni_status", &[("domain", domain)]);
            assert!(said.starts_with("domain: ") && said.contains(domain), "{said}");
        }
        assert_eq!(world.uapi_data("alice", "SSL", "is_mail_sni_supported", &[]), 1);
    }
}

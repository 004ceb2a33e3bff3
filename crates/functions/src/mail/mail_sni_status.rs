//! `mail_sni_status`

use api::{Acl, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result};

use crate::domain::tls::mail_sni;

/// Tells whether mail clients that ask for a domain are shown its certificate.
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
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SslInfo, Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        mail_sni::reach(cx, "domain", &params.domain)?;
        Ok(Reply { enabled: Flag(mail_sni::is_on(cx.host)?) })
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn it_is_as_the_mail_servers_are_for_domains_that_the_caller_may_see() {
        let world = World::new().reseller("carol", &[api::Acl::SslInfo]);
        let mut world = world.account("anna", "root").account("bert", "carol");
        let status = |world: &World, caller: &str, domain: &str| {
            world.call(caller, "mail_sni_status", &[("domain", domain)])
        };
        for domain in ["anna.test", "mail.anna.test", "www.anna.test", "bert.test"] {
            assert_eq!(status(&world, "root", domain).unwrap().data["enabled"], 1, "{domain}");
        }
        assert_eq!(status(&world, "carol", "mail.bert.test").unwrap().data["enabled"], 1);
        for (caller, domain) in
            [("carol", "anna.test"), ("carol", "mail.anna.test"), ("root", "mail.nowhere.test")]
        {
            let said = status(&world, caller, domain).unwrap_err().to_string();
            assert!(said.starts_with("domain: there is no domain “"), "{said}");
        }
        world.show_own_certificate_to_mail_clients();
        assert_eq!(status(&world, "root", "anna.test").unwrap().data["enabled"], 0);
    }
}

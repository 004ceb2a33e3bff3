//! `SSL::get_cn_name`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word};
use functions::domain::tls::{
    self,
    service_names::{self, Method},
};

/// Finds the host name by which clients of a service are best called: one for which the certificate
/// that they are shown is good.
#[derive(Input)]
pub struct Params {
    /// A domain of the account, a mail address at one, or the account's name.
    pub domain: String,
    /// The service.
    pub service: Service,
    /// 1: looks at `mail.` before the domain only.
    #[param(default = 0)]
    pub add_mail_subdomain: Flag,
}

/// What `service` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Service {
    /// The account's interface.
    #[word("cpanel")]
    Cpanel,
    /// IMAP.
    #[word("imap")]
    Imap,
    /// POP3.
    #[word("pop3")]
    Pop3,
    /// SMTP.
    #[word("smtp")]
    Smtp,
}

/// What `get_cn_name` answers.
#[derive(Output)]
pub struct Reply {
    /// How the name was found; `none` where no certificate is good for one.
    pub cert_match_method: Method,
    /// Until when the certificate is good; 0 where there is none.
    pub cert_valid_not_after: UnixTime,
    /// Whether it is good now: within its dates, for the name, and signed by another.
    pub is_currently_valid: Flag,
    /// Whether its own key signed it.
    pub is_self_signed: Flag,
    /// Whether it is good for the name by a wildcard.
    pub is_wild_card: Flag,
    /// The name.
    pub ssldomain: String,
    /// Whether the certificate is good for the name.
    pub ssldomain_matches_cert: Flag,
}

/// See [`Params`].
pub struct GetCnName;

impl Function for GetCnName {
    const NAME: &'static str = "get_cn_name";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = tls::own(cx)?;
        let domain = service_names::domain(cx, &account, &params.domain)?;
        let best = match params.service {
            Service::Cpanel => service_names::of_server(cx.host)?,
            _ => service_names::of_mail(cx.host, &account, &domain, params.add_mail_subdomain.0)?,
        };
        let certificate = best.certificate.as_ref();
        let matches = best.method != Method::None;
        Ok(Reply {
            cert_match_method: best.method,
            cert_valid_not_after: certificate.map_or(UnixTime(0), |it| it.not_after),
            is_currently_valid: Flag(matches && best.is_valid(cx.now())),
            is_self_signed: Flag(certificate.is_some_and(|it| it.self_signed)),
            is_wild_card: Flag(matches && best.is_wildcard()),
            ssldomain: best.name,
            ssldomain_matches_cert: Flag(matches),
        })
    }
}

#[cfg(test)]
mod tests {
    use api::Value;
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    fn found(world: &World, form: &[(&str, &str)]) -> Value {
        world.uapi_data("alice", "SSL", "get_cn_name", form)
    }

    fn installed(domain: &str, names: &[&str]) -> World {
        let world = World::new().account("alice", "root");
        let signed = samples::signed(names);
        let form =
            [("domain", domain), ("cert", &signed.certificate), ("key", signed.key.as_str())];
        world.uapi("alice", "SSL", "install_ssl", &form).unwrap();
        world
    }

    #[test]
    fn the_certificate_of_the_domain_decides() {
        let world = installed("alice.test", &["alice.test", "*.alice.test"]);
        for domain in ["alice.test", "anna@alice.test", "alice"] {
            let told = found(&world, &[("domain", domain), ("service", "imap")]);
            assert_eq!(told["cert_match_method"], "exact");
            assert_eq!(told["ssldomain"], "alice.test");
            assert_eq!(
                (&told["is_wild_card"], &told["is_currently_valid"]),
                (&0.into(), &1.into())
            );
        }
        let form = [("domain", "alice.test"), ("service", "smtp"), ("add_mail_subdomain", "1")];
        let told = found(&world, &form);
        assert_eq!(told["cert_match_method"], "exact-wildcard");
        assert_eq!(
            (&told["ssldomain"], &told["is_wild_card"]),
            (&"mail.alice.test".into(), &1.into())
        );
        world.clock.advance(400 * 86_400);
        assert_eq!(found(&world, &form)["is_currently_valid"], 0);
    }

    #[test]
    fn other_names_on_it_are_the_next_choice() {
        let form = [("domain", "alice.test"), ("service", "pop3")];
        let mail =
            found(&installed("www.alice.test", &["www.alice.test", "mail.alice.test"]), &form);
        assert_eq!(
            (&mail["cert_match_method"], &mail["ssldomain"]),
            (&"mail-wildcard".into(), &"mail.alice.test".into())
        );
        let www = found(&installed("www.alice.test", &["www.alice.test"]), &form);
        assert_eq!(www["cert_match_method"], "www-wildcard");
    }

    #[test]
    fn without_one_it_is_the_servers_own() {
        let world = World::new().account("alice", "root");
        let form = [("domain", "alice.test"), ("service", "imap")];
        let told = found(&world, &form);
        assert_eq!(
            (&told["cert_match_method"], &told["ssldomain"]),
            (&"none".into(), &"alice.test".into())
        );
        assert_eq!(told["ssldomain_matches_cert"], 0);
        let own = samples::signed(&["host.example.test"]);
        world.machine.set_own_certificate(own.certificate);
        assert_eq!(found(&world, &form)["cert_match_method"], "hostname");
        let world = samples::with_installed(world);
        let form = [("domain", "alice.test"), ("service", "cpanel")];
        assert_eq!(found(&world, &form)["ssldomain"], "host.example.test");
        world.machine.set_own_certificate(samples::signed(&["*.example.test"]).certificate);
        assert_eq!(found(&world, &form)["cert_match_method"], "hostname-wildcard");
    }

    #[test]
    fn mail_servers_that_know_one_certificate_are_called_by_its_name() {
        let mut world = installed("alice.test", &["alice.test", "mail.alice.test"]);
        let form = [("domain", "alice.test"), ("service", "imap")];
        assert_eq!(found(&world, &form)["ssldomain"], "alice.test");
        world.machine.set_own_certificate(samples::signed(&["host.example.test"]).certificate);
        world.show_own_certificate_to_mail_clients();
        let told = found(&world, &form);
        assert_eq!(
            (&told["cert_match_method"], &told["ssldomain"]),
            (&"hostname".into(), &"host.example.test".into())
        );
    }

    #[test]
    fn a_strangers_domain_is_refused() {
        let world = World::new().account("alice", "root").account("bob", "root");
        for domain in ["bob.test", "bob", "x@bob.test"] {
            let form = [("domain", domain), ("service", "imap")];
            let said = world.uapi_refusal("alice", "SSL", "get_cn_name", &form);
            assert!(said.starts_with("domain: "), "{said}");
        }
    }
}

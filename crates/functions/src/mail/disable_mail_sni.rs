//! `disable_mail_sni`

use api::{Acl, Cx, DomainName, Effect, Error, Function, Input, Kind, Needs, Result};

use crate::domain::tls::mail_sni;

/// Meant to show mail clients one certificate for all domains, which cannot be switched: it always fails.
#[derive(Input)]
pub struct Params {
    /// The domains. They are not looked at.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct DisableMailSni;

impl Function for DisableMailSni {
    const NAME: &'static str = "disable_mail_sni";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let standing = mail_sni::standing(mail_sni::is_on(cx.host)?);
        Err(Error::new(Kind::Conflict, format!("Mail SNI is not switched. {standing}")))
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::World;

    #[test]
    fn it_fails_and_says_how_it_stands() {
        let mut world = World::new().account("anna", "root");
        for form in [&[][..], &[("domain", "anna.test")]] {
            let said = world.refusal("root", "disable_mail_sni", form);
            assert!(
                said.ends_with("always shown the certificate of the domain that they ask for."),
                "{said}"
            );
        }
        world.show_own_certificate_to_mail_clients();
        let said = world.refusal("root", "disable_mail_sni", &[]);
        assert!(said.ends_with("show all clients the server's own certificate."), "{said}");
        assert_eq!(world.data("root", "mail_sni_status", &[("domain", "anna.test")])["enabled"], 0);
    }
}

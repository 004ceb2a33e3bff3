//! `get_best_ssldomain_for_service`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime};

use crate::domain::tls::service_names::{self, Method, ServerService};

/// Finds the host name by which clients of a service of the server are best called: one for which the certificate
/// that they are shown is good.
#[derive(Input)]
pub struct Params {
    /// The service. They all show the server's own certificate.
    pub service: ServerService,
}

/// What `get_best_ssldomain_for_service` answers.
#[derive(Output)]
pub struct Reply {
    /// How the name was found; `none` where no certificate is good for one.
    pub cert_match_method: Method,
    /// Until when the certificate is good; 0 where there is none.
    pub cert_valid_not_after: UnixTime,
    /// Whether it is good now: within its dates, for the name, and signed by another.
    pub is_currently_valid: Flag,
    /// Whether its own key signed it, or it is not for the name.
    pub is_self_signed: Flag,
    /// Whether it is good for the name by a wildcard.
    pub is_wild_card: Flag,
    /// The name.
    pub ssldomain: String,
    /// Whether the certificate is good for the name.
    pub ssldomain_matches_cert: Flag,
}

/// See [`Params`].
pub struct GetBestSsldomainForService;

impl Function for GetBestSsldomainForService {
    const NAME: &'static str = "get_best_ssldomain_for_service";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SslInfo, Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let best = service_names::of_server(cx.host)?;
        let certificate = best.certificate.as_ref();
        let matches = best.method != Method::None;
        Ok(Reply {
            cert_match_method: best.method,
            cert_valid_not_after: certificate.map_or(UnixTime(0), |it| it.not_after),
            is_currently_valid: Flag(matches && best.is_valid(cx.now())),
            is_self_signed: Flag(!matches || certificate.is_some_and(|it| it.self_signed)),
            is_wild_card: Flag(matches && best.is_wildcard()),
            ssldomain: best.name,
            ssldomain_matches_cert: Flag(matches),
        })
    }
}

#[cfg(test)]
mod tests {
    use api::Value;

    use crate::{domain::tls::samples, testing::World};

    #[test]
    fn it_is_the_host_name_where_the_servers_certificate_is_good_for_it() {
        let world = World::new().reseller("bob", &[api::Acl::SslInfo]);
        let found = |service: &str| -> Value {
            world.data("bob", "get_best_ssldomain_for_service", &[("service", service)])
        };
        let told = found("whostmgr");
        assert_eq!(
            (&told["cert_match_method"], &told["ssldomain"], &told["is_self_signed"]),
            (&"none".into(), &"host.example.test".into(), &1.into())
        );
        let own = |name| samples::self_signed(&world.host, name).0;
        world.machine.set_own_certificate(own("host.example.test"));
        for service in ["whostmgr", "cpanel", "dovecot"] {
            let told = found(service);
            assert_eq!(
                (&told["cert_match_method"], &told["is_currently_valid"], &told["is_self_signed"]),
                (&"hostname".into(), &0.into(), &1.into())
            );
        }
        world.machine.set_own_certificate(own("*.example.test"));
        let told = found("exim");
        assert_eq!(
            (&told["cert_match_method"], &told["is_wild_card"]),
            (&"hostname-wildcard".into(), &1.into())
        );
        let form = [("service", "telnet")];
        let said = world.refusal("bob", "get_best_ssldomain_for_service", &form);
        assert!(said.starts_with("service: "), "{said}");
    }
}

//! `SSL::install_ssl`

use api::{Cx, DomainName, Effect, Function, Input, Multiline, Needs, Output, Result, SecretLines};
use functions::domain::tls::{self, installing, installing::Installation, offer::Params as Named};

/// Installs a certificate on a site of the account; visitors see it at once.
#[derive(Input)]
pub struct Params {
    /// The certificate, in PEM. What follows it there counts as bundle where there is none.
    pub cert: Multiline,
    /// The site, by one of its domains.
    pub domain: DomainName,
    /// The private key, in PEM.
    pub key: SecretLines,
    /// The certificates up to the authority, in PEM.
    pub cabundle: Option<Multiline>,
}

/// What `install_ssl` answers.
#[derive(Output)]
pub struct Reply {
    /// What was done: `install`.
    pub action: String,
    /// The id of the certificate.
    pub cert_id: String,
    /// The site.
    pub domain: String,
    /// Names that the certificate covers beside the site's.
    pub extra_certificate_domains: Vec<String>,
    /// What was done, in words.
    pub html: String,
    /// The site's address.
    pub ip: String,
    /// The id of the private key.
    pub key_id: String,
    /// What was done, in words.
    pub message: String,
    /// What was done, in words.
    pub statusmsg: String,
    /// The account.
    pub user: String,
    /// Names of the site that the certificate does not cover.
    pub warning_domains: Vec<String>,
    /// Names of the site that it covers.
    pub working_domains: Vec<String>,
}

/// See [`Params`].
pub struct InstallSsl;

impl Function for InstallSsl {
    const NAME: &'static str = "install_ssl";
    const NEEDS: Needs = Needs::Features(&["sslinstall"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = tls::own(cx)?;
        let named = Named { certificate: "cert", bundle: "cabundle" };
        let bundle = params.cabundle.as_ref().map_or("", |bundle| bundle.0.as_str());
        let texts = (params.cert.0.as_str(), params.key.as_secret(), bundle);
        let done = installing::install(cx, &account, &params.domain, named, texts)?;
        let Installation { site, certificate, key, coverage, message, ip } = done;
        Ok(Reply {
            action: "install".to_owned(),
            cert_id: certificate,
            domain: site.name.to_string(),
            extra_certificate_domains: coverage.extra,
            html: message.clone(),
            ip,
            key_id: key,
            message: message.clone(),
            statusmsg: message,
            user: account.to_string(),
            warning_domains: coverage.warning,
            working_domains: coverage.working,
        })
    }
}

#[cfg(test)]
mod tests {
    use api::Kind;
    use functions::{domain::apply, testing::World};

    use crate::{
        ssl::samples::{self, Signed},
        testing::Calls as _,
    };

    fn install(
        world: &World,
        user: &str,
        domain: &str,
        signed: &Signed,
    ) -> api::Result<api::Value> {
        let form = [
            ("domain", domain),
            ("cert", &signed.certificate),
            ("key", &signed.key),
            ("cabundle", &signed.bundle),
        ];
        world.uapi(user, "SSL", "install_ssl", &form).map(|answer| answer.data)
    }

    #[test]
    fn an_installed_certificate_is_shown_to_visitors_and_kept() {
        let world = World::new().account("alice", "root");
        let signed = samples::signed(&["alice.test", "www.alice.test", "other.test"]);
        let done = install(&world, "alice", "alice.test", &signed).unwrap();
        assert_eq!((&done["user"], &done["ip"]), (&"alice".into(), &"192.0.2.10".into()));
        assert_eq!(done["working_domains"].as_array().unwrap().len(), 2);
        assert_eq!(done["extra_certificate_domains"][0], "other.test");

        let shown = world.machine.tls_site(&"alice.test".parse().unwrap()).unwrap().unwrap();
        let identity = shown.identity.unwrap();
        assert_eq!(identity.chain, format!("{}{}", signed.certificate, signed.bundle));
        assert_eq!(identity.key.reveal(), signed.key);

        let certs = world.uapi_data("alice", "SSL", "list_certs", &[]);
        assert_eq!(
            (&certs[0]["id"], &certs[0]["domain_is_configured"]),
            (&done["cert_id"], &1.into())
        );
        let keys = world.uapi_data("alice", "SSL", "list_keys", &[]);
        assert_eq!(keys[0]["id"], done["key_id"]);
        assert!(apply::drift(&world.host).unwrap().is_empty());
    }

    #[test]
    fn another_name_of_the_site_shows_the_sites_certificate() {
        let world = World::new().account("alice", "root");
        let world = world.with_account("alice", |account| account.max_parked = api::Limit::of(2));
        let shown = |name: &str| {
            let site = world.machine.tls_site(&name.parse().unwrap()).unwrap();
            site.and_then(|site| site.identity).map(|identity| identity.chain)
        };
        world.api2("alice", "Park", "park", &[("domain", "first.test")]).unwrap();
        let signed = samples::signed(&["alice.test", "first.test"]);
        let done = install(&world, "alice", "first.test", &signed).unwrap();
        assert_eq!(done["domain"], "alice.test");
        world.api2("alice", "Park", "park", &[("domain", "second.test")]).unwrap();
        for name in ["first.test", "second.test"] {
            assert!(shown(name).is_some() && shown(name) == shown("alice.test"), "{name}");
        }
        assert!(apply::drift(&world.host).unwrap().is_empty());
        world.api2("alice", "Park", "unpark", &[("domain", "first.test")]).unwrap();
        assert!(shown("first.test").is_none() && shown("second.test").is_some());
        world.uapi("alice", "SSL", "delete_ssl", &[("domain", "second.test")]).unwrap();
        assert!(shown("alice.test").is_none() && shown("second.test").is_none());
        assert!(apply::drift(&world.host).unwrap().is_empty());
    }

    #[test]
    fn what_does_not_fit_together_is_refused_and_changes_nothing() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let right = samples::signed(&["alice.test"]);
        let other = samples::signed(&["alice.test"]);
        let mixed = Signed { key: other.key.clone(), ..right.clone() };
        let foreign = Signed { bundle: other.bundle.clone(), ..right.clone() };
        let elsewhere = samples::signed(&["bob.test"]);
        for (domain, signed, said) in [
            ("alice.test", &mixed, "key: it is not the key of the certificate."),
            ("alice.test", &foreign, "cabundle: none of its certificates signed"),
            ("alice.test", &elsewhere, "cert: it is for bob.test, and not for “alice.test”."),
            ("bob.test", &elsewhere, "domain: “bob.test” is no domain of this account."),
        ] {
            let problem = install(&world, "alice", domain, signed).unwrap_err().to_string();
            assert!(problem.starts_with(said), "{problem}");
        }
        world.clock.advance(2 * 365 * 86_400);
        let problem = install(&world, "alice", "alice.test", &right).unwrap_err();
        assert!(problem.to_string().starts_with("cert: its time is over"), "{problem}");
        assert_eq!(problem.kind(), Kind::BadParam);
        assert!(world.host.tls.list().unwrap().is_empty());
        assert_eq!(
            world.uapi_data("alice", "SSL", "list_certs", &[]),
            api::Value::Array(Vec::new())
        );
    }

    #[test]
    fn a_certificate_goes_with_its_site_and_with_its_account() {
        let world = World::new().account("alice", "root");
        install(&world, "alice", "alice.test", &samples::signed(&["alice.test"])).unwrap();
        let form = [("user", "alice"), ("newuser", "alicia")];
        world.call("root", "modifyacct", &form).unwrap();
        assert_eq!(
            world.uapi_data("alicia", "SSL", "installed_hosts", &[])[0]["servername"],
            "alice.test"
        );
        assert_eq!(world.uapi_data("alicia", "SSL", "list_keys", &[]).as_array().unwrap().len(), 1);
        world.call("root", "removeacct", &[("user", "alicia")]).unwrap();
        assert!(world.host.tls.list().unwrap().is_empty());
        let tx = world.host.store.read().unwrap();
        assert_eq!(tx.count::<api::records::TlsKey>(&[]).unwrap(), 0);
        assert_eq!(tx.count::<api::records::TlsName>(&[]).unwrap(), 0);
        assert_eq!(tx.count::<api::records::TlsHost>(&[]).unwrap(), 0);
        drop(tx);
        assert!(apply::drift(&world.host).unwrap().is_empty());
    }
}

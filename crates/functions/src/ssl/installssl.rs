//! `installssl`

use std::net::IpAddr;

use api::{
    Acl, Cx, DomainName, Effect, Error, Flag, Function, Input, Kind, Legacy, Multiline, Needs,
    Output, Result, SecretLines, Word,
};

use crate::domain::tls::{finding, installing, installing::Installation, offer::Params as Named};
use api::records::DomainRecord;

/// Installs a certificate on the site of a domain; visitors see it at once.
#[derive(Input)]
pub struct Params {
    /// The certificate, in PEM. What follows it there counts as bundle where there is none.
    #[param(alias = "cert")]
    pub crt: Multiline,
    /// The domain.
    pub domain: DomainName,
    /// The private key, in PEM.
    pub key: SecretLines,
    /// The certificates up to the authority, in PEM; where absent, those that the account has.
    pub cab: Option<Multiline>,
    /// The site's address; it must be the site's own where it is given.
    pub ip: Option<IpAddr>,
}

/// What `installssl` answers.
#[derive(Output)]
pub struct Reply {
    /// What was done.
    pub action: Action,
    /// The site's other names.
    pub aliases: Vec<String>,
    /// The domain.
    pub domain: String,
    /// Names that the certificate covers beside the site's.
    pub extra_certificate_domains: Vec<String>,
    /// What was done, in words.
    pub html: String,
    /// The site's address.
    pub ip: String,
    /// What was done, in words.
    pub message: String,
    /// The site.
    pub servername: String,
    /// Whether it is done: always 1.
    pub status: Flag,
    /// What was done, in words.
    pub statusmsg: String,
    /// The account.
    pub user: String,
    /// Names of the site that the certificate does not cover.
    pub warning_domains: Vec<String>,
    /// Names of the site that it covers.
    pub working_domains: Vec<String>,
}

/// What `action` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Action {
    /// A certificate was installed.
    #[word("install")]
    Install,
}

/// See [`Params`].
pub struct Installssl;

impl Function for Installssl {
    const NAME: &'static str = "installssl";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Ssl]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::STATE.keeping(&["domain"]);
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = owner(cx, &params.domain)?;
        if let Some(ip) = params.ip
            && finding::address(cx.host, &account)? != ip.to_string()
        {
            return Err(Error::param("ip", "it is not the address of the account's sites."));
        }
        let named = Named { certificate: "crt", bundle: "cab" };
        let bundle = params.cab.as_ref().map_or("", |bundle| bundle.0.as_str());
        let texts = (params.crt.0.as_str(), params.key.as_secret(), bundle);
        let done = installing::install(cx, &account, &params.domain, named, texts)?;
        let Installation { site, coverage, message, ip, .. } = done;
        cx.reason(message.clone());
        let names = coverage.working.iter().chain(&coverage.warning);
        Ok(Reply {
            action: Action::Install,
            aliases: names.filter(|name| *site.name.as_str() != ***name).cloned().collect(),
            domain: params.domain.to_string(),
            extra_certificate_domains: coverage.extra,
            html: message.clone(),
            ip,
            message: message.clone(),
            servername: site.name.to_string(),
            status: Flag(true),
            statusmsg: message,
            user: account.to_string(),
            warning_domains: coverage.warning,
            working_domains: coverage.working,
        })
    }
}

/// Whose a domain is, if the caller may act on that account.
fn owner(cx: &Cx<'_>, domain: &DomainName) -> Result<api::UserName> {
    let tx = cx.host.store.read()?;
    let bare = domain.as_str().strip_prefix("www.").unwrap_or(domain.as_str());
    let row: Option<DomainRecord> = tx.find(&[bare.into()])?;
    let unknown = || {
        Error::new(Kind::NotFound, format!("domain: there is no site of the domain “{domain}”."))
    };
    let row = row.ok_or_else(unknown)?;
    // A stranger's is as good as absent.
    cx.account(&*tx, &row.account).map(|account| account.name().clone()).map_err(|_| unknown())
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::{
        domain::{apply, tls::samples},
        testing::World,
    };

    fn world() -> World {
        let world = World::new().account("carol", "root").reseller("carol", &[Acl::Ssl]);
        world.account("alice", "carol").account("bob", "root")
    }

    #[test]
    fn a_reseller_installs_a_certificate_for_an_account() {
        let world = world();
        let (certificate, key) = samples::self_signed(&world.host, "alice.test");
        let form = [("domain", "alice.test"), ("crt", certificate.as_str()), ("key", key.as_str())];
        let answer = world.call("carol", "installssl", &form).unwrap();
        assert_eq!((&answer.data["user"], &answer.data["status"]), (&"alice".into(), &1.into()));
        assert_eq!(answer.data["aliases"][0], "www.alice.test");
        assert!(answer.notes.reason.unwrap().contains("is installed on the site “alice.test”"));
        let shown = world.machine.tls_site(&"alice.test".parse().unwrap()).unwrap().unwrap();
        assert_eq!(shown.identity.unwrap().chain, certificate);
        assert!(apply::drift(&world.host).unwrap().is_empty());

        let vhosts = world.data("carol", "fetch_ssl_vhosts", &[]);
        assert_eq!(vhosts["vhosts"][0]["servername"], "alice.test");
        assert_eq!(
            (&vhosts["vhosts"][0]["type"], &vhosts["vhosts"][0]["user"]),
            (&"main".into(), &"alice".into())
        );
        let parts = world.data("root", "fetch_vhost_ssl_components", &[]);
        assert_eq!(parts["components"][0]["key"], key.as_str());
        let id = parts["components"][0]["certificate_id"].as_str().unwrap();
        let info = world.data("carol", "fetchcrtinfo", &[("user", "alice"), ("id", id)]);
        assert_eq!(
            (&info["certificate"], &info["key"]),
            (&certificate.as_str().into(), &key.as_str().into())
        );
        let listed = world.data("carol", "listcrts", &[("user", "alice")]);
        assert_eq!(
            (&listed["crt"][0]["id"], &listed["crt"][0]["domain_owners"][0]),
            (&id.into(), &"alice".into())
        );
        let found =
            world.data("carol", "fetch_ssl_certificates_for_fqdns", &[("domains", "alice.test")]);
        assert_eq!(found["payload"][0]["users"][0], "alice");
        let found = world.data("carol", "fetchsslinfo", &[("domain", "alice.test")]);
        assert_eq!((&found["key"], &found["user"]), (&key.as_str().into(), &"alice".into()));
    }

    #[test]
    fn what_other_resellers_accounts_have_is_not_there() {
        let world = world();
        let (certificate, key) = samples::self_signed(&world.host, "bob.test");
        let form = [("domain", "bob.test"), ("crt", certificate.as_str()), ("key", key.as_str())];
        let said = world.refusal("carol", "installssl", &form);
        assert_eq!(said, "domain: there is no site of the domain “bob.test”.");
        world.call("root", "installssl", &form).unwrap();
        assert_eq!(
            world.data("carol", "fetch_ssl_vhosts", &[])["vhosts"].as_array().unwrap().len(),
            0
        );
        let parts = world.data("carol", "fetch_vhost_ssl_components", &[]);
        assert!(parts["components"].as_array().unwrap().is_empty());
        assert!(world.data("carol", "listcrts", &[])["crt"].as_array().unwrap().is_empty());
        let form = [("domains", "bob.test")];
        let found = world.data("carol", "fetch_ssl_certificates_for_fqdns", &form);
        assert!(found["payload"].as_array().unwrap().is_empty());
        let said = world.refusal("carol", "fetchsslinfo", &[("domain", "bob.test")]);
        assert_eq!(said, "No certificate for “bob.test” is stored.");
        assert!(
            world.refusal("carol", "listcrts", &[("user", "bob")]).contains("no account “bob”")
        );
        let id = world.data("root", "listcrts", &[])["crt"][0]["id"].clone();
        let form = [("user", "bob"), ("id", id.as_str().unwrap())];
        assert!(world.refusal("carol", "fetchcrtinfo", &form).contains("no account “bob”"));
    }

    #[test]
    fn what_does_not_fit_is_refused_by_its_name() {
        let world = world();
        let (certificate, _) = samples::self_signed(&world.host, "alice.test");
        let (_, key) = samples::self_signed(&world.host, "alice.test");
        let mut form =
            vec![("domain", "alice.test"), ("crt", certificate.as_str()), ("key", key.as_str())];
        let said = world.refusal("root", "installssl", &form);
        assert_eq!(said, "key: it is not the key of the certificate.");
        form.push(("ip", "192.0.2.99"));
        assert!(world.refusal("root", "installssl", &form).starts_with("ip: "));
        assert!(world.host.tls.list().unwrap().is_empty());
    }
}

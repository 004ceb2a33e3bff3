//! `SSL::installed_host`

use api::records::AccountRecord;
use api::{Cx, DomainName, Effect, Error, Flag, Function, Input, Needs, Output, Result};
use functions::domain::tls::{
    self, certificates,
    facts::{CertificateFacts, Texts},
    hosts,
};

/// Shows the certificate of a site that has an address of its own.
#[derive(Input)]
pub struct Params {
    /// The site; the main one where absent.
    pub domain: Option<DomainName>,
    /// 1: says what is wrong with it as visitors see it.
    #[param(default = 0)]
    pub verify_certificate: Flag,
}

/// What `installed_host` answers.
#[derive(Output)]
pub struct Reply {
    /// The certificate.
    pub certificate: Certificate,
    /// The site.
    pub host: String,
}

/// The certificate.
#[derive(Output)]
pub struct Certificate {
    /// Its id.
    pub id: String,
    /// What it says.
    #[param(part)]
    pub facts: CertificateFacts,
    /// The names on it.
    #[param(part)]
    pub texts: Texts,
    /// What is wrong with it as visitors see it; empty where nothing is.
    #[param(absent)]
    pub verify_error: Option<String>,
}

/// See [`Params`].
pub struct InstalledHost;

impl Function for InstalledHost {
    const NAME: &'static str = "installed_host";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = tls::own(cx)?;
        let tx = cx.host.store.read()?;
        let record: Option<AccountRecord> = tx.find(&[(&account).into()])?;
        let record = record.filter(|record| record.dedicated_ip.0).ok_or_else(|| {
            Error::not_found("The account has no address of its own; ask for installed_hosts.")
        })?;
        let domain = params.domain.unwrap_or(record.domain);
        let site = hosts::site(&*tx, &account, "domain", domain.as_str())?;
        let installed = hosts::find(&*tx, &site)?.ok_or_else(|| {
            Error::not_found(format!("domain: no certificate is installed on “{}”.", site.name))
        })?;
        let certificate = hosts::certificate(cx.host, &installed)?;
        let problem = || certificates::problem(cx.host, &certificate, &installed.bundle);
        Ok(Reply {
            certificate: Certificate {
                id: installed.certificate.clone(),
                facts: CertificateFacts::from(&certificate),
                texts: Texts::from(&certificate),
                verify_error: params.verify_certificate.0.then(problem),
            },
            host: site.name.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn only_who_has_an_address_of_their_own_is_answered() {
        let world = samples::with_installed(World::new().account("alice", "root"));
        let said = world.uapi_refusal("alice", "SSL", "installed_host", &[]);
        assert!(said.contains("no address of its own"), "{said}");
        let world = world.with_account("alice", |account| account.dedicated_ip = true.into());
        let found = world.uapi_data("alice", "SSL", "installed_host", &[]);
        assert_eq!(found["host"], "alice.test");
        assert!(found["certificate"].get("verify_error").is_none());
        let form = [("verify_certificate", "1")];
        let found = world.uapi_data("alice", "SSL", "installed_host", &form);
        assert_eq!(found["certificate"]["verify_error"], "DEPTH_ZERO_SELF_SIGNED_CERT");
    }
}

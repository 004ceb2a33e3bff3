//! `fetch_ssl_certificates_for_fqdns`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result};

use crate::domain::tls::{certificates, facts::CertificateItem, finding, names::Names, overview};

/// Lists the certificates for some domains among what the accounts have that the caller may see, with keys
/// and bundles.
#[derive(Input)]
pub struct Params {
    /// The domains, parted by commas.
    pub domains: Names,
}

/// What `fetch_ssl_certificates_for_fqdns` answers.
#[derive(Output)]
pub struct Reply {
    /// The certificates.
    pub payload: Vec<Payload>,
}

/// A certificate.
#[derive(Output)]
pub struct Payload {
    /// What it says.
    #[param(part)]
    pub item: CertificateItem,
    /// The certificates up to its authority, in PEM; null where none are known.
    pub cab: Option<String>,
    /// It in PEM.
    pub crt: String,
    /// Its private key in PEM.
    pub key: String,
    /// The account whose certificate it is.
    pub users: Vec<String>,
    /// What is wrong with it as visitors see it; empty where nothing is.
    pub verify_error: String,
}

/// See [`Params`].
pub struct FetchSslCertificatesForFqdns;

impl Function for FetchSslCertificatesForFqdns {
    const NAME: &'static str = "fetch_ssl_certificates_for_fqdns";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SslInfo, Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let mut payload = Vec::new();
        let mut accounts = Vec::new();
        for name in &params.domains.0 {
            accounts.extend(overview::naming(cx, name)?);
        }
        accounts.sort();
        accounts.dedup();
        for account in accounts {
            for (row, found) in finding::for_names(cx.host, &account, &params.domains)? {
                let bundle = found.bundle.as_deref().unwrap_or_default();
                payload.push(Payload {
                    item: CertificateItem::of(&row, &found.certificate),
                    verify_error: certificates::problem(cx.host, &found.certificate, bundle),
                    cab: found.bundle,
                    crt: found.certificate.pem,
                    key: found.key.reveal().to_owned(),
                    users: vec![account.to_string()],
                });
            }
        }
        Ok(Reply { payload })
    }
}

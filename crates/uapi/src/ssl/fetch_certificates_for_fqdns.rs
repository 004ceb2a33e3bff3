//! `SSL::fetch_certificates_for_fqdns`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::tls::{
    self, certificates,
    facts::{CertificateItem, Texts},
    finding, hosts,
    names::Names,
};

/// Lists the account's certificates for some domains, with keys and bundles.
#[derive(Input)]
pub struct Params {
    /// The domains, parted by commas.
    pub domains: Names,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// What it says.
    #[param(part)]
    pub item: CertificateItem,
    /// The names on it.
    #[param(part)]
    pub texts: Texts,
    /// The certificates up to its authority, in PEM.
    pub cab: String,
    /// It in PEM.
    pub crt: String,
    /// Whether one of the account's sites uses it.
    pub domain_is_configured: Flag,
    /// Its private key in PEM.
    pub key: String,
    /// Its serial number in hexadecimal.
    pub serial: String,
    /// What is wrong with it as visitors see it; empty where nothing is.
    pub verify_error: String,
}

/// See [`Params`].
pub struct FetchCertificatesForFqdns;

impl Function for FetchCertificatesForFqdns {
    const NAME: &'static str = "fetch_certificates_for_fqdns";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let rows = finding::for_names(cx.host, &account, &params.domains)?;
        let installed = hosts::installed(&*cx.host.store.read()?, &account)?;
        let item = |(row, found): (api::records::TlsCertificate, finding::WithKey)| {
            let cab = found.bundle.unwrap_or_default();
            Item {
                item: CertificateItem::of(&row, &found.certificate),
                texts: Texts::from(&found.certificate),
                verify_error: certificates::problem(cx.host, &found.certificate, &cab),
                cab,
                domain_is_configured: installed
                    .iter()
                    .any(|site| site.certificate == row.id)
                    .into(),
                key: found.key.reveal().to_owned(),
                serial: found.certificate.serial,
                crt: found.certificate.pem,
            }
        };
        Ok(rows.into_iter().map(item).collect())
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn certificates_come_with_all_that_an_installation_needs() {
        let world = samples::with_certificate(World::new().account("alice", "root"));
        let list = |domains: &str| {
            let form = [("domains", domains)];
            world.uapi_data("alice", "SSL", "fetch_certificates_for_fqdns", &form)
        };
        let found = list("www.alice.test,alice.test");
        assert_eq!(found.as_array().unwrap().len(), 1);
        assert_eq!(found[0]["verify_error"], "DEPTH_ZERO_SELF_SIGNED_CERT");
        assert!(found[0]["key"].as_str().unwrap().contains("PRIVATE KEY"));
        assert_eq!(list("other.test"), api::Value::Array(Vec::new()));
    }
}

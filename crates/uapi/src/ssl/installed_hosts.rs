//! `SSL::installed_hosts`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use api::{
    Error,
    records::{AccountRecord, TlsHost},
};
use functions::domain::{
    domains::Domains,
    tls::{
        self,
        facts::{CertificateFacts, Texts},
        hosts, mail_sni,
    },
};

/// Lists the account's sites that have a certificate.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The certificate.
    pub certificate: Certificate,
    /// It in PEM.
    pub certificate_text: String,
    /// The site's folder.
    pub docroot: String,
    /// The domains that the certificate covers.
    pub domains: Vec<String>,
    /// The site's names.
    pub fqdns: Vec<String>,
    /// The site's address.
    pub ip: String,
    /// Whether visitors who name no site see it: where the account has an address of its own.
    pub is_primary_on_ip: Flag,
    /// Whether mail programs would be shown it: always 1, as with every site.
    pub mail_sni_status: Flag,
    /// Whether visitors must name the site to see it: where the address is shared.
    pub needs_sni: Flag,
    /// The site.
    pub servername: String,
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
    /// Who signed it automatically; empty where nobody did.
    pub auto_ssl_provider: String,
    /// The same for people; empty where nobody did.
    pub auto_ssl_provider_display_name: String,
    /// Whether it was signed automatically.
    pub is_autossl: Flag,
}

/// See [`Params`].
pub struct InstalledHosts;

impl Function for InstalledHosts {
    const NAME: &'static str = "installed_hosts";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let tx = cx.host.store.read()?;
        let record: Option<AccountRecord> = tx.find(&[(&account).into()])?;
        let record = record.ok_or_else(|| Error::internal("the account is gone"))?;
        let domains = Domains::of(&*tx, &account)?;
        let rows = hosts::installed(&*tx, &account)?;
        rows.iter().map(|row| item(cx, &record, &domains, row)).collect()
    }
}

fn item(cx: &Cx<'_>, record: &AccountRecord, domains: &Domains, row: &TlsHost) -> Result<Item> {
    let certificate = hosts::certificate(cx.host, row)?;
    let site = domains.get("domain", &row.domain)?;
    Ok(Item {
        certificate_text: certificate.pem.clone(),
        docroot: format!("{}/{}", record.home, site.document_root),
        domains: certificate.names.clone(),
        fqdns: hosts::names(domains, site),
        ip: record.ip.clone(),
        is_primary_on_ip: record.dedicated_ip,
        mail_sni_status: Flag(mail_sni::is_on(cx.host)?),
        needs_sni: Flag(!record.dedicated_ip.0),
        servername: row.domain.to_string(),
        certificate: Certificate {
            id: row.certificate.clone(),
            facts: CertificateFacts::from(&certificate),
            texts: Texts::from(&certificate),
            auto_ssl_provider: String::new(),
            auto_ssl_provider_display_name: String::new(),
            is_autossl: Flag(false),
        },
    })
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::{ssl::samples, testing::Calls as _};

    #[test]
    fn each_site_with_a_certificate_is_listed_with_it() {
        let world = World::new().account("alice", "root").account("bob", "root");
        assert_eq!(
            world.uapi_data("alice", "SSL", "installed_hosts", &[]),
            api::Value::Array(Vec::new())
        );
        let world = samples::with_installed(world);
        let listed = world.uapi_data("alice", "SSL", "installed_hosts", &[]);
        assert_eq!(listed.as_array().unwrap().len(), 1);
        assert_eq!(listed[0]["docroot"], "/home/alice/public_html");
        assert_eq!(
            (&listed[0]["needs_sni"], &listed[0]["is_primary_on_ip"]),
            (&1.into(), &0.into())
        );
        assert_eq!(listed[0]["fqdns"][1], "www.alice.test");
        assert_eq!(listed[0]["certificate"]["is_autossl"], 0);
        assert_eq!(
            world.uapi_data("bob", "SSL", "installed_hosts", &[]),
            api::Value::Array(Vec::new())
        );
    }
}

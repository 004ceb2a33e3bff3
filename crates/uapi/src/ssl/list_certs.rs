//! `SSL::list_certs`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::tls::{
    self, certificates,
    facts::{CertificateItem, Texts},
    hosts, items,
};

/// Lists the account's certificates.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// What it says.
    #[param(part)]
    pub item: CertificateItem,
    /// The names on it.
    #[param(part)]
    pub texts: Texts,
    /// Its serial number in hexadecimal.
    pub serial: String,
    /// Whether one of the account's sites uses it.
    pub domain_is_configured: Flag,
}

/// See [`Params`].
pub struct ListCerts;

impl Function for ListCerts {
    const NAME: &'static str = "list_certs";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let tx = cx.host.store.read()?;
        let rows: Vec<api::records::TlsCertificate> = items::all(&*tx, &account)?;
        let installed = hosts::installed(&*tx, &account)?;
        let item = |row: &api::records::TlsCertificate| {
            let certificate = certificates::read(cx.host, row)?;
            Ok(Item {
                item: CertificateItem::of(row, &certificate),
                texts: Texts::from(&certificate),
                serial: certificate.serial,
                domain_is_configured: installed
                    .iter()
                    .any(|site| site.certificate == row.id)
                    .into(),
            })
        };
        rows.iter().map(item).collect()
    }
}

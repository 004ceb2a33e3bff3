//! `SSL::find_certificates_for_key`

use api::records::{TlsCertificate, TlsKey, is};
use api::{Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::tls::{
    self, certificates,
    facts::{CertificateItem, Texts},
    items::Which,
};

/// Lists the certificates of a private key.
#[derive(Input)]
pub struct Params {
    /// Which one.
    #[param(merge)]
    pub which: Which,
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
}

/// See [`Params`].
pub struct FindCertificatesForKey;

impl Function for FindCertificatesForKey {
    const NAME: &'static str = "find_certificates_for_key";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let tx = cx.host.store.read()?;
        let key: TlsKey = params.which.find(&*tx, &account)?;
        let of_key = vec![is("account", &account), is("public", &key.public)];
        let rows: Vec<TlsCertificate> = tx.matching(of_key)?;
        let item = |row: &TlsCertificate| {
            let certificate = certificates::read(cx.host, row)?;
            let (item, texts) = (CertificateItem::of(row, &certificate), Texts::from(&certificate));
            Ok(Item { item, texts })
        };
        rows.iter().map(item).collect()
    }
}

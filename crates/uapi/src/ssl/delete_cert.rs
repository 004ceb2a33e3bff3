//! `SSL::delete_cert`

use api::{Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::{
    change::{Change, OnFailure},
    tls::{
        self, certificates,
        facts::{CertificateItem, Texts},
        items::Which,
    },
};

/// Removes a certificate from the account's; sites that use it go on.
#[derive(Input)]
pub struct Params {
    /// Which one.
    #[param(merge)]
    pub which: Which,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// What it said.
    #[param(part)]
    pub item: CertificateItem,
    /// The names on it.
    #[param(part)]
    pub texts: Texts,
    /// Its serial number in hexadecimal.
    pub serial: String,
}

/// See [`Params`].
pub struct DeleteCert;

impl Function for DeleteCert {
    const NAME: &'static str = "delete_cert";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let mut change = Change::begin(cx)?;
        let row = certificates::remove(&mut change, &account, &params.which)?;
        let certificate = certificates::read(cx.host, &row)?;
        change.commit(OnFailure::Undo)?;
        let (item, texts) = (CertificateItem::of(&row, &certificate), Texts::from(&certificate));
        Ok(vec![Item { item, texts, serial: certificate.serial }])
    }
}

//! `SSL::find_csrs_for_key`

use api::records::{TlsKey, TlsRequest, is};
use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{self, facts::RequestItem, items::Which};

/// Lists the certificate signing requests that were made with a private key.
#[derive(Input)]
pub struct Params {
    /// Which one.
    #[param(merge)]
    pub which: Which,
}

/// See [`Params`].
pub struct FindCsrsForKey;

impl Function for FindCsrsForKey {
    const NAME: &'static str = "find_csrs_for_key";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<RequestItem>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let tx = cx.host.store.read()?;
        let key: TlsKey = params.which.find(&*tx, &account)?;
        let of_key = vec![is("account", &account), is("public", &key.public)];
        let rows: Vec<TlsRequest> = tx.matching(of_key)?;
        rows.iter().map(|row| RequestItem::of(cx.host, row)).collect()
    }
}

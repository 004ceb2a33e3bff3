//! `SSL::delete_csr`

use api::records::TlsRequest;
use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{self, facts::RequestItem, items::Which, making};

/// Removes a certificate signing request from the account's.
#[derive(Input)]
pub struct Params {
    /// Which one.
    #[param(merge)]
    pub which: Which,
}

/// See [`Params`].
pub struct DeleteCsr;

impl Function for DeleteCsr {
    const NAME: &'static str = "delete_csr";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<RequestItem>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let row: TlsRequest = making::remove(cx, &tls::own(cx)?, &params.which)?;
        Ok(vec![RequestItem::of(cx.host, &row)?])
    }
}

//! `SSL::delete_key`

use api::records::TlsKey;
use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{self, facts::KeyFacts, items::Which, making};

/// Removes a private key from the account's; sites that use it go on.
#[derive(Input)]
pub struct Params {
    /// Which one.
    #[param(merge)]
    pub which: Which,
}

/// See [`Params`].
pub struct DeleteKey;

impl Function for DeleteKey {
    const NAME: &'static str = "delete_key";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<KeyFacts>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let key: TlsKey = making::remove(cx, &tls::own(cx)?, &params.which)?;
        Ok(vec![KeyFacts::of(cx.host, &key)?])
    }
}

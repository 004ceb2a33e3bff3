//! `SSL::set_csr_friendly_name`

use api::records::TlsRequest;
use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{self, items::Which, making};

/// Gives a stored signing request another name.
#[derive(Input)]
pub struct Params {
    /// Which one.
    #[param(merge)]
    pub which: Which,
    /// Its new name.
    pub new_friendly_name: String,
}

/// See [`Params`].
pub struct SetCsrFriendlyName;

impl Function for SetCsrFriendlyName {
    const NAME: &'static str = "set_csr_friendly_name";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        making::rename::<TlsRequest>(cx, &tls::own(cx)?, &params.which, &params.new_friendly_name)
    }
}

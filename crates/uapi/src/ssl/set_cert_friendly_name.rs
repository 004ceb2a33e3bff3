//! `SSL::set_cert_friendly_name`

use api::records::TlsCertificate;
use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{self, items::Which, making};

/// Gives a stored certificate another name.
#[derive(Input)]
pub struct Params {
    /// Its present name.
    pub friendly_name: String,
    /// Its new name.
    pub new_friendly_name: String,
}

/// See [`Params`].
pub struct SetCertFriendlyName;

impl Function for SetCertFriendlyName {
    const NAME: &'static str = "set_cert_friendly_name";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let which = Which { id: None, friendly_name: Some(params.friendly_name) };
        making::rename::<TlsCertificate>(cx, &tls::own(cx)?, &which, &params.new_friendly_name)
    }
}

//! `SSL::set_default_key_type`

use api::records::TlsPreference;
use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    tls::{self, keys::KeyType},
};

/// Says of which type the account's new keys are where nobody says which.
#[derive(Input)]
pub struct Params {
    /// The type; `system` leaves it to the server.
    #[param(name = "type")]
    pub kind: KeyType,
}

/// See [`Params`].
pub struct SetDefaultKeyType;

impl Function for SetDefaultKeyType {
    const NAME: &'static str = "set_default_key_type";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let account = tls::own(cx)?;
        let mut change = Change::begin(cx)?;
        let key_type = params.kind.as_str().to_owned();
        change.save(&TlsPreference { account, key_type })?;
        change.commit(OnFailure::Undo)
    }
}

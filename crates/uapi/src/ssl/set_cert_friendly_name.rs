//! `SSL::set_cert_friendly_name`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Renames a stored certificate's label.
#[derive(Input)]
pub struct Params {
    /// The friendly name: current label.
    pub friendly_name: String,
    /// The new friendly name.
    pub new_friendly_name: String,
}

/// See [`Params`].
pub struct SetCertFriendlyName;

impl Function for SetCertFriendlyName {
    const NAME: &'static str = "set_cert_friendly_name";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

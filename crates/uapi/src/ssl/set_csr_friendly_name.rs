//! `SSL::set_csr_friendly_name`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Renames a stored request's label.
#[derive(Input)]
pub struct Params {
    /// The friendly name: this or id.
    pub friendly_name: Option<String>,
    /// The ID: this or `friendly_name`.
    pub id: Option<String>,
    /// The new friendly name.
    pub new_friendly_name: String,
}

/// See [`Params`].
pub struct SetCsrFriendlyName;

impl Function for SetCsrFriendlyName {
    const NAME: &'static str = "set_csr_friendly_name";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

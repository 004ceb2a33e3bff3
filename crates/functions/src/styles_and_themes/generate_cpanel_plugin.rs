//! `generate_cpanel_plugin`

use api::{Cx, Effect, Function, Input, Needs, Result, Url, Value, reply};

/// Makes an installable cPanel plug-in archive from given link details.
#[derive(Input)]
pub struct Params {
    /// The ID: guess: unique identifier.
    pub id: Option<String>,
    /// The name: guess: display name.
    pub name: Option<String>,
    /// The group ID.
    pub group_id: Option<String>,
    /// The order.
    pub order: Option<i64>,
    /// The URI.
    pub uri: Option<Url>,
    /// The icon: guess: Base64 image.
    pub icon: Option<String>,
}

/// See [`Params`].
pub struct GenerateCpanelPlugin;

impl Function for GenerateCpanelPlugin {
    const NAME: &'static str = "generate_cpanel_plugin";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Value;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

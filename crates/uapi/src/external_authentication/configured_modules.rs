//! `ExternalAuthentication::configured_modules`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `ExternalAuthentication::configured_modules`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The color.
    pub color: String,
    /// The display name.
    pub display_name: String,
    /// The documentation URL.
    pub documentation_url: String,
    /// The icon.
    pub icon: String,
    /// The icon type.
    pub icon_type: String,
    /// The label.
    pub label: String,
    /// The link.
    pub link: String,
    /// The provider name.
    pub provider_name: String,
    /// The textcolor.
    pub textcolor: String,
}

/// See [`Params`].
pub struct ConfiguredModules;

impl Function for ConfiguredModules {
    const NAME: &'static str = "configured_modules";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

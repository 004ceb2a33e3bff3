//! `PassengerApps::register_application`

use std::collections::BTreeMap;

use api::{
    Cx, DomainName, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, Value, Word,
    reply,
};

/// `PassengerApps::register_application`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The name.
    pub name: String,
    /// The path.
    pub path: FilePath,
    /// The base URI.
    #[param(default = "/")]
    pub base_uri: String,
    /// The deployment mode.
    #[param(default = DeploymentMode::Production)]
    pub deployment_mode: DeploymentMode,
    /// The enabled flag: 0 or 1.
    #[param(default = 1)]
    pub enabled: Flag,
    /// The envvar name: list.
    pub envvar_name: Option<String>,
    /// The envvar value: list.
    pub envvar_value: Option<String>,
}

/// What `deployment_mode` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum DeploymentMode {
    /// `production`.
    #[word("production")]
    Production,
    /// `development`.
    #[word("development")]
    Development,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The base URI.
    pub base_uri: String,
    /// The deployment mode.
    pub deployment_mode: DeploymentMode,
    /// The domain.
    pub domain: String,
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The envvars.
    pub envvars: BTreeMap<String, Value>,
    /// The name.
    pub name: String,
    /// The path.
    pub path: String,
}

/// See [`Params`].
pub struct RegisterApplication;

impl Function for RegisterApplication {
    const NAME: &'static str = "register_application";
    const NEEDS: Needs = Needs::Features(&["passengerapps"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `PassengerApps::list_applications`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Value, Word, reply};

/// `PassengerApps::list_applications`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The base URI.
    pub base_uri: String,
    /// The deployment mode.
    pub deployment_mode: DeploymentMode,
    /// The deps.
    pub deps: Deps,
    /// The domain.
    pub domain: String,
    /// The enabled.
    pub enabled: Value,
    /// The envvars.
    pub envvars: BTreeMap<String, Value>,
    /// The name.
    pub name: String,
    /// The nodejs.
    pub nodejs: String,
    /// The path.
    pub path: String,
    /// The python.
    pub python: String,
    /// The ruby.
    pub ruby: String,
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

/// The deps.
#[derive(Output)]
pub struct Deps {
    /// The gem.
    pub gem: String,
    /// The npm.
    pub npm: String,
    /// The pip.
    pub pip: String,
}

/// See [`Params`].
pub struct ListApplications;

impl Function for ListApplications {
    const NAME: &'static str = "list_applications";
    const NEEDS: Needs = Needs::Features(&["passengerapps"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `SiteQuality::create_project`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Value, reply};

/// `SiteQuality::create_project`.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
    /// The URL.
    pub url: String,
    /// The standard alerting flag: 0 or 1.
    pub standard_alerting: Option<Flag>,
    /// The system type.
    #[param(default = "Website")]
    pub system_type: String,
}

/// What `create_project` answers.
#[derive(Output)]
pub struct Reply {
    /// The ID.
    pub id: i64,
    /// The identifier.
    pub identifier: String,
    /// The location.
    pub location: String,
    /// The name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The systems.
    pub systems: Vec<System>,
}

/// The role.
#[derive(Output)]
pub struct Role {
    /// The ID.
    pub id: i64,
    /// The name.
    pub name: String,
}

/// One item of `systems`.
#[derive(Output)]
pub struct System {
    /// The name.
    pub name: String,
    /// The description.
    pub description: Option<String>,
    /// The domain.
    pub domain: String,
    /// The ID.
    pub id: i64,
    /// The interval.
    pub interval: String,
    /// The limits.
    pub limits: Limits,
    /// The system type.
    pub system_type: SystemType,
}

/// The limits.
#[derive(Output)]
pub struct Limits {
    /// The maximum crawl depth.
    #[param(name = "maximumCrawlDepth")]
    pub maximum_crawl_depth: i64,
}

/// The system type.
#[derive(Output)]
pub struct SystemType {
    /// The name.
    pub name: String,
    /// The ID.
    pub id: Value,
    /// The fixed components flag: 0 or 1.
    #[param(name = "fixedComponents")]
    pub fixed_components: Flag,
}

/// See [`Params`].
pub struct CreateProject;

impl Function for CreateProject {
    const NAME: &'static str = "create_project";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

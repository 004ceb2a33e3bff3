//! `VersionControl::retrieve`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// `VersionControl::retrieve`.
#[derive(Input)]
pub struct Params {
    /// The fields.
    #[param(default = "*")]
    pub fields: String,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The available branches.
    pub available_branches: Vec<String>,
    /// The branch.
    pub branch: Option<String>,
    /// The clone URLs.
    pub clone_urls: CloneUrls,
    /// The deployable flag: 0 or 1.
    pub deployable: Flag,
    /// The last deployment.
    pub last_deployment: LastDeployment,
    /// The last update.
    pub last_update: LastUpdate,
    /// The name.
    pub name: String,
    /// The repository root.
    pub repository_root: String,
    /// The source repository.
    pub source_repository: SourceRepository,
    /// The tasks.
    pub tasks: Vec<Task>,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// The clone URLs.
#[derive(Output)]
pub struct CloneUrls {
    /// The read only.
    pub read_only: Vec<String>,
    /// The read write.
    pub read_write: Vec<String>,
}

/// The last deployment.
#[derive(Output)]
pub struct LastDeployment {
    /// Deployment date, as a Unix time.
    pub deployment_date: UnixTime,
    /// The repository state.
    pub repository_state: RepositoryState,
}

/// The repository state.
#[derive(Output)]
pub struct RepositoryState {
    /// The author.
    pub author: String,
    /// Date, as a Unix time.
    pub date: UnixTime,
    /// The identifier.
    pub identifier: String,
    /// The message.
    pub message: String,
}

/// The last update.
#[derive(Output)]
pub struct LastUpdate {
    /// The author.
    pub author: String,
    /// Date, as a Unix time.
    pub date: UnixTime,
    /// The identifier.
    pub identifier: String,
    /// The message.
    pub message: String,
}

/// The source repository.
#[derive(Output)]
pub struct SourceRepository {
    /// The remote name.
    pub remote_name: String,
    /// The URL.
    pub url: String,
}

/// One item of `tasks`.
#[derive(Output)]
pub struct Task {
    /// The action.
    pub action: Action,
    /// The args.
    pub args: Args,
    /// The ID.
    pub id: String,
    /// The sse URL.
    pub sse_url: String,
    /// The subsystem.
    pub subsystem: Subsystem,
}

/// What `action` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Action {
    /// `create`.
    #[word("create")]
    Create,
    /// `deploy`.
    #[word("deploy")]
    Deploy,
}

/// The args.
#[derive(Output)]
pub struct Args {
    /// The log file.
    pub log_file: String,
    /// The repository root.
    pub repository_root: String,
}

/// What `subsystem` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Subsystem {
    /// `VersionControl`.
    #[word("VersionControl")]
    VersionControl,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `git`.
    #[word("git")]
    Git,
}

/// See [`Params`].
pub struct Retrieve;

impl Function for Retrieve {
    const NAME: &'static str = "retrieve";
    const NEEDS: Needs = Needs::Features(&["version_control"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `VersionControlDeployment::create`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result, reply};

/// `VersionControlDeployment::create`.
#[derive(Input)]
pub struct Params {
    /// The repository root.
    pub repository_root: FilePath,
}

/// What `create` answers.
#[derive(Output)]
pub struct Reply {
    /// The deploy ID.
    pub deploy_id: String,
    /// The log path.
    pub log_path: String,
    /// The repository root.
    pub repository_root: String,
    /// The sse URL.
    pub sse_url: String,
    /// The task ID.
    pub task_id: String,
    /// The timestamps.
    pub timestamps: Timestamps,
}

/// The timestamps.
#[derive(Output)]
pub struct Timestamps {
    /// The queued.
    pub queued: String,
}

/// See [`Params`].
pub struct Create;

impl Function for Create {
    const NAME: &'static str = "create";
    const NEEDS: Needs = Needs::Features(&["version_control"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

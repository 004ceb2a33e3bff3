//! `VersionControlDeployment::retrieve`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, reply};

/// `VersionControlDeployment::retrieve`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The deploy ID.
    pub deploy_id: i64,
    /// The log path.
    pub log_path: String,
    /// The repository root.
    pub repository_root: String,
    /// The repository state.
    pub repository_state: RepositoryState,
    /// The sse URL.
    pub sse_url: String,
    /// The task ID.
    pub task_id: String,
    /// The timestamps.
    pub timestamps: Timestamps,
}

/// The repository state.
#[derive(Output)]
pub struct RepositoryState {
    /// The author.
    pub author: String,
    /// The branch.
    pub branch: String,
    /// Date, as a Unix time.
    pub date: UnixTime,
    /// The identifier.
    pub identifier: String,
    /// The message.
    pub message: String,
}

/// The timestamps.
#[derive(Output)]
pub struct Timestamps {
    /// The active.
    pub active: String,
    /// The canceled.
    pub canceled: String,
    /// The failed.
    pub failed: String,
    /// The queued.
    pub queued: String,
    /// The succeeded.
    pub succeeded: String,
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

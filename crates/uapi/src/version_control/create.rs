//! `VersionControl::create`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result, Word, reply};

/// `VersionControl::create`.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
    /// The repository root.
    pub repository_root: FilePath,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The source repository.
    pub source_repository: Option<String>,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `git`.
    #[word("git")]
    Git,
}

/// What `create` answers.
#[derive(Output)]
pub struct Reply {
    /// The available branches.
    pub available_branches: Vec<String>,
    /// The branch.
    pub branch: Option<String>,
    /// The clone URLs.
    pub clone_urls: CloneUrls,
    /// The last update.
    pub last_update: String,
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
    pub kind: String,
}

/// The clone URLs.
#[derive(Output)]
pub struct CloneUrls {
    /// The read only.
    pub read_only: Vec<String>,
    /// The read write.
    pub read_write: Vec<String>,
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

//! `PassengerApps::ensure_deps`

use api::{Cx, Effect, FilePath, Function, Input, Needs, Output, Result, Word, reply};

/// `PassengerApps::ensure_deps`.
#[derive(Input)]
pub struct Params {
    /// The application path.
    pub app_path: FilePath,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `gem`.
    #[word("gem")]
    Gem,
    /// `npm`.
    #[word("npm")]
    Npm,
    /// `pip`.
    #[word("pip")]
    Pip,
}

/// What `ensure_deps` answers.
#[derive(Output)]
pub struct Reply {
    /// The sse URL.
    pub sse_url: String,
    /// The task ID.
    pub task_id: String,
}

/// See [`Params`].
pub struct EnsureDeps;

impl Function for EnsureDeps {
    const NAME: &'static str = "ensure_deps";
    const NEEDS: Needs = Needs::Features(&["passengerapps"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `WordPressRestore::any_running`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `WordPressRestore::any_running`.
#[derive(Input)]
pub struct Params;

/// What `any_running` answers.
#[derive(Output)]
pub struct Reply {
    /// The items.
    pub items: Items,
}

/// The items.
#[derive(Output)]
pub struct Items {
    /// The any running flag: 0 or 1.
    pub any_running: Flag,
    /// The sites.
    pub sites: Vec<Site>,
}

/// One item of `sites`.
#[derive(Output)]
pub struct Site {
    /// The ID.
    pub id: Option<String>,
    /// The site.
    pub site: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `restore`.
    #[word("restore")]
    Restore,
}

/// See [`Params`].
pub struct AnyRunning;

impl Function for AnyRunning {
    const NAME: &'static str = "any_running";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `Mime::list_hotlinks`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `Mime::list_hotlinks`.
#[derive(Input)]
pub struct Params;

/// What `list_hotlinks` answers.
#[derive(Output)]
pub struct Reply {
    /// The allow null flag: 0 or 1.
    pub allow_null: Flag,
    /// The extensions.
    pub extensions: String,
    /// The redirect URL.
    pub redirect_url: String,
    /// The state.
    pub state: State,
    /// The URLs.
    pub urls: Vec<String>,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum State {
    /// `enabled`.
    #[word("enabled")]
    Enabled,
    /// `disabled`.
    #[word("disabled")]
    Disabled,
}

/// See [`Params`].
pub struct ListHotlinks;

impl Function for ListHotlinks {
    const NAME: &'static str = "list_hotlinks";
    const NEEDS: Needs = Needs::Features(&["hotlink"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `Tokens::list`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, reply};

/// List the API tokens of the account.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The name.
    pub name: String,
    /// Create time, as a Unix time.
    pub create_time: UnixTime,
    /// Expires at, as a Unix time.
    pub expires_at: Option<UnixTime>,
    /// Whether it has full access.
    pub has_full_access: Flag,
    /// The features.
    pub features: Vec<String>,
    /// The readonly flag: 0 or 1.
    #[param(absent)]
    pub readonly: Option<Flag>,
}

/// See [`Params`].
pub struct List;

impl Function for List {
    const NAME: &'static str = "list";
    const NEEDS: Needs = Needs::Features(&["apitokens"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

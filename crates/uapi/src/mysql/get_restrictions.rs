//! `Mysql::get_restrictions`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Shows name length limits and the prefix.
#[derive(Input)]
pub struct Params;

/// What `get_restrictions` answers.
#[derive(Output)]
pub struct Reply {
    /// The max database name length.
    pub max_database_name_length: i64,
    /// The max username length.
    pub max_username_length: i64,
    /// The prefix.
    pub prefix: Option<String>,
}

/// See [`Params`].
pub struct GetRestrictions;

impl Function for GetRestrictions {
    const NAME: &'static str = "get_restrictions";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

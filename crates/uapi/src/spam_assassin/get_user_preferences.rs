//! `SpamAssassin::get_user_preferences`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// .
#[derive(Input)]
pub struct Params;

/// What `get_user_preferences` answers.
#[derive(Output)]
pub struct Reply {
    /// The blacklist from.
    pub blacklist_from: Vec<String>,
    /// The required score.
    pub required_score: Vec<f64>,
    /// The score.
    pub score: Vec<String>,
    /// The whitelist from.
    pub whitelist_from: Vec<String>,
}

/// See [`Params`].
pub struct GetUserPreferences;

impl Function for GetUserPreferences {
    const NAME: &'static str = "get_user_preferences";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

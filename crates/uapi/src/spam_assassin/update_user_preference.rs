//! `SpamAssassin::update_user_preference`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The preference.
    pub preference: String,
    /// The value.
    pub value: Option<String>,
}

/// What `update_user_preference` answers.
#[derive(Output)]
pub struct Reply {
    /// The additional properties.
    #[param(name = "additionalProperties")]
    pub additional_properties: Vec<String>,
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
pub struct UpdateUserPreference;

impl Function for UpdateUserPreference {
    const NAME: &'static str = "update_user_preference";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

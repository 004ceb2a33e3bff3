//! `TeamRoles::list_feature_descriptions`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `TeamRoles::list_feature_descriptions`.
#[derive(Input)]
pub struct Params;

/// What `list_feature_descriptions` answers.
#[derive(Output)]
pub struct Reply {
    /// The features.
    pub features: Vec<String>,
    /// The ID.
    pub id: String,
    /// The title.
    pub title: String,
}

/// See [`Params`].
pub struct ListFeatureDescriptions;

impl Function for ListFeatureDescriptions {
    const NAME: &'static str = "list_feature_descriptions";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `ImageManager::get_dimensions`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `ImageManager::get_dimensions`.
#[derive(Input)]
pub struct Params {
    /// The image file.
    pub image_file: String,
}

/// What `get_dimensions` answers.
#[derive(Output)]
pub struct Reply {
    /// The height.
    pub height: i64,
    /// The width.
    pub width: i64,
}

/// See [`Params`].
pub struct GetDimensions;

impl Function for GetDimensions {
    const NAME: &'static str = "get_dimensions";
    const NEEDS: Needs = Needs::Features(&["cpanelpro_images"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `ImageManager::convert_file`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `ImageManager::convert_file`.
#[derive(Input)]
pub struct Params {
    /// The image file.
    pub image_file: String,
    /// The type.
    #[param(name = "type")]
    pub kind: String,
}

/// What `convert_file` answers.
#[derive(Output)]
pub struct Reply {
    /// The converted file.
    pub converted_file: String,
}

/// See [`Params`].
pub struct ConvertFile;

impl Function for ConvertFile {
    const NAME: &'static str = "convert_file";
    const NEEDS: Needs = Needs::Features(&["cpanelpro_images"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `ImageManager::resize_image`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `ImageManager::resize_image`.
#[derive(Input)]
pub struct Params {
    /// The height.
    pub height: i64,
    /// The image file.
    pub image_file: String,
    /// The width.
    pub width: i64,
    /// The save original as.
    pub save_original_as: Option<String>,
}

/// See [`Params`].
pub struct ResizeImage;

impl Function for ResizeImage {
    const NAME: &'static str = "resize_image";
    const NEEDS: Needs = Needs::Features(&["cpanelpro_images"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `ImageManager::create_thumbnails`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `ImageManager::create_thumbnails`.
#[derive(Input)]
pub struct Params {
    /// The directory.
    pub dir: String,
    /// The height percentage.
    pub height_percentage: i64,
    /// The width percentage.
    pub width_percentage: i64,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The failed flag: 0 or 1.
    pub failed: Flag,
    /// The file.
    pub file: String,
    /// The reason.
    pub reason: String,
    /// The thumbnail file.
    pub thumbnail_file: String,
}

/// See [`Params`].
pub struct CreateThumbnails;

impl Function for CreateThumbnails {
    const NAME: &'static str = "create_thumbnails";
    const NEEDS: Needs = Needs::Features(&["cpanelpro_images"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

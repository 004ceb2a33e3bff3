//! `ea4_save_profile`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Write a custom `EasyApache` 4 profile.
#[derive(Input)]
pub struct Params {
    /// File name with .json ending.
    pub filename: String,
    /// The name: display name.
    pub name: String,
    /// The package: a package. One or several.
    #[param(family)]
    pub pkg: Vec<String>,
    /// The description.
    #[param(default = "")]
    pub desc: String,
    /// 1: replace an existing file.
    #[param(default = 0)]
    pub overwrite: Flag,
    /// The tag: a tag. One or several.
    #[param(family)]
    pub tag: Vec<String>,
    /// The version.
    #[param(default = "0")]
    pub version: String,
}

/// What `ea4_save_profile` answers.
#[derive(Output)]
pub struct Reply {
    /// The already exists flag: 0 or 1.
    #[param(absent)]
    pub already_exists: Option<Flag>,
    /// The path.
    #[param(absent)]
    pub path: Option<String>,
}

/// See [`Params`].
pub struct Ea4SaveProfile;

impl Function for Ea4SaveProfile {
    const NAME: &'static str = "ea4_save_profile";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

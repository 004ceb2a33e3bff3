//! `Fileman::save_file_content`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Multiline, Needs, Output, Result, reply};

/// Write a file in a charset.
#[derive(Input)]
pub struct Params {
    /// The file.
    pub file: String,
    /// Default the home directory.
    pub dir: Option<FilePath>,
    /// Default empty: makes a blank file.
    pub content: Option<Multiline>,
    /// The from charset.
    #[param(default = "UTF-8")]
    pub from_charset: String,
    /// The to charset.
    #[param(default = "UTF-8")]
    pub to_charset: String,
    /// 1 saves in the default charset where `to_charset` will not do; 0 fails.
    #[param(default = 1)]
    pub fallback: Flag,
}

/// What `save_file_content` answers.
#[derive(Output)]
pub struct Reply {
    /// The path.
    pub path: String,
    /// The from charset.
    pub from_charset: String,
    /// The to charset.
    pub to_charset: String,
}

/// See [`Params`].
pub struct SaveFileContent;

impl Function for SaveFileContent {
    const NAME: &'static str = "save_file_content";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

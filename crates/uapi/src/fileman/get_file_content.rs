//! `Fileman::get_file_content`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, Value, reply};

/// Read a file, converted to a charset.
#[derive(Input)]
pub struct Params {
    /// The directory.
    pub dir: FilePath,
    /// The file.
    pub file: String,
    /// The from charset: `_DETECT_` detects it.
    #[param(default = "_DETECT_")]
    pub from_charset: String,
    /// `_LOCALE_` is that of the session locale; JSON answers need utf-8 or US-ASCII.
    #[param(default = "_LOCALE_")]
    pub to_charset: String,
    /// The update HTML document encoding flag: 0 or 1.
    #[param(default = 1)]
    pub update_html_document_encoding: Flag,
}

/// What `get_file_content` answers.
#[derive(Output)]
pub struct Reply {
    /// The content.
    pub content: String,
    /// The directory.
    pub dir: String,
    /// The filename.
    pub filename: String,
    /// The path.
    pub path: String,
    /// The from char.
    pub from_char: String,
    /// The to char.
    pub to_char: String,
    /// The from charset.
    #[param(absent)]
    pub from_charset: Option<Value>,
    /// The to charset.
    #[param(absent)]
    pub to_charset: Option<Value>,
}

/// See [`Params`].
pub struct GetFileContent;

impl Function for GetFileContent {
    const NAME: &'static str = "get_file_content";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `Fileman::transcode`

use api::{Cx, Effect, Flag, Function, Input, Multiline, Needs, Output, Result, reply};

/// Convert text between charsets.
#[derive(Input)]
pub struct Params {
    /// The content.
    pub content: Multiline,
    /// The from charset.
    pub from_charset: Option<String>,
    /// The to charset.
    pub to_charset: Option<String>,
    /// 1 drops what will not convert.
    pub discard_illegal: Option<Flag>,
    /// 1 replaces what will not convert; 0 fails.
    pub transliterate: Option<Flag>,
}

/// What `transcode` answers.
#[derive(Output)]
pub struct Reply {
    /// The charset.
    pub charset: String,
    /// The content.
    pub content: String,
}

/// See [`Params`].
pub struct Transcode;

impl Function for Transcode {
    const NAME: &'static str = "transcode";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

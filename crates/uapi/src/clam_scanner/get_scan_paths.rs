//! `ClamScanner::get_scan_paths`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// `ClamScanner::get_scan_paths`.
#[derive(Input)]
pub struct Params;

/// What `get_scan_paths` answers.
#[derive(Output)]
pub struct Reply {
    /// The ID.
    pub id: Id,
    /// The message.
    pub message: String,
}

/// What `id` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Id {
    /// `home`.
    #[word("home")]
    Home,
    /// `mail`.
    #[word("mail")]
    Mail,
    /// `public_html`.
    #[word("public_html")]
    PublicHtml,
    /// `public_ftp`.
    #[word("public_ftp")]
    PublicFtp,
}

/// See [`Params`].
pub struct GetScanPaths;

impl Function for GetScanPaths {
    const NAME: &'static str = "get_scan_paths";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

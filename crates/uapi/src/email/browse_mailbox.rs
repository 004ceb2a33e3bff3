//! `Email::browse_mailbox`

use api::{
    Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply,
};

/// Lists folders and files inside the mail directory.
#[derive(Input)]
pub struct Params {
    /// The account: only this mailbox.
    pub account: Option<EmailAddress>,
    /// Only this folder; "default" or "mail" means all.
    pub dir: Option<String>,
    /// Showdotfiles: include hidden items.
    #[param(default = 0)]
    pub showdotfiles: Flag,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The depth.
    pub depth: i64,
    /// The file.
    pub file: String,
    /// The fullpath.
    pub fullpath: String,
    /// The isleaf flag: 0 or 1.
    pub isleaf: Flag,
    /// The ismailbox flag: 0 or 1.
    pub ismailbox: Flag,
    /// Mtime, as a Unix time.
    pub mtime: UnixTime,
    /// The path.
    pub path: String,
    /// The relpath.
    pub relpath: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `dir`.
    #[word("dir")]
    Dir,
    /// `file`.
    #[word("file")]
    File,
}

/// See [`Params`].
pub struct BrowseMailbox;

impl Function for BrowseMailbox {
    const NAME: &'static str = "browse_mailbox";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

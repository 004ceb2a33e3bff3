//! `DirectoryPrivacy::is_directory_protected`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `DirectoryPrivacy::is_directory_protected`.
#[derive(Input)]
pub struct Params {
    /// The directory.
    pub dir: FilePath,
}

/// What `is_directory_protected` answers.
#[derive(Output)]
pub struct Reply {
    /// The auth name.
    pub auth_name: String,
    /// The auth type.
    pub auth_type: AuthType,
    /// The passwd file.
    pub passwd_file: String,
    /// The protected flag: 0 or 1.
    pub protected: Flag,
}

/// What `auth_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum AuthType {
    /// `Basic`.
    #[word("Basic")]
    Basic,
    /// `None`.
    #[word("None")]
    None,
}

/// See [`Params`].
pub struct IsDirectoryProtected;

impl Function for IsDirectoryProtected {
    const NAME: &'static str = "is_directory_protected";
    const NEEDS: Needs = Needs::Features(&["webprotect"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `DirectoryPrivacy::configure_directory_protection`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `DirectoryPrivacy::configure_directory_protection`.
#[derive(Input)]
pub struct Params {
    /// The authname.
    pub authname: String,
    /// The directory.
    pub dir: FilePath,
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
}

/// What `configure_directory_protection` answers.
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
pub struct ConfigureDirectoryProtection;

impl Function for ConfigureDirectoryProtection {
    const NAME: &'static str = "configure_directory_protection";
    const NEEDS: Needs = Needs::Features(&["webprotect"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `DirectoryPrivacy::list_directories`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `DirectoryPrivacy::list_directories`.
#[derive(Input)]
pub struct Params {
    /// The directory.
    pub dir: FilePath,
}

/// What `list_directories` answers.
#[derive(Output)]
pub struct Reply {
    /// The children.
    pub children: Vec<Children>,
    /// The current.
    pub current: Current,
    /// The home.
    pub home: Home,
    /// The parent.
    pub parent: Parent,
}

/// One item of `children`.
#[derive(Output)]
pub struct Children {
    /// The path.
    pub path: String,
    /// The state.
    pub state: State,
}

/// The state.
#[derive(Output)]
pub struct State {
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

/// The current.
#[derive(Output)]
pub struct Current {
    /// The path.
    pub path: String,
    /// The state.
    pub state: State,
}

/// The home.
#[derive(Output)]
pub struct Home {
    /// The path.
    pub path: String,
    /// The state.
    pub state: State,
}

/// The parent.
#[derive(Output)]
pub struct Parent {
    /// The path.
    pub path: String,
    /// The state.
    pub state: State,
}

/// See [`Params`].
pub struct ListDirectories;

impl Function for ListDirectories {
    const NAME: &'static str = "list_directories";
    const NEEDS: Needs = Needs::Features(&["webprotect"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `Restore::directory_listing`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `Restore::directory_listing`.
#[derive(Input)]
pub struct Params {
    /// The path.
    pub path: String,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The conflict flag: 0 or 1.
    pub conflict: Flag,
    /// The exists flag: 0 or 1.
    pub exists: Flag,
    /// The name.
    pub name: String,
    /// The on disk type.
    #[param(name = "onDiskType")]
    pub on_disk_type: OnDiskType,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `onDiskType` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum OnDiskType {
    /// `dir`.
    #[word("dir")]
    Dir,
    /// `file`.
    #[word("file")]
    File,
    /// `symlink`.
    #[word("symlink")]
    Symlink,
    /// `unknown`.
    #[word("unknown")]
    Unknown,
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
    /// `symlink`.
    #[word("symlink")]
    Symlink,
    /// `unknown`.
    #[word("unknown")]
    Unknown,
}

/// See [`Params`].
pub struct DirectoryListing;

impl Function for DirectoryListing {
    const NAME: &'static str = "directory_listing";
    const NEEDS: Needs = Needs::Features(&["filerestoration"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

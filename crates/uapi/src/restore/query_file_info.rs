//! `Restore::query_file_info`

use api::{
    Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, UnixTime, Value, Word,
    reply,
};

/// `Restore::query_file_info`.
#[derive(Input)]
pub struct Params {
    /// The path.
    pub path: FilePath,
    /// The exists flag: 0 or 1.
    #[param(default = 0)]
    pub exists: Flag,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The backup date.
    #[param(name = "backupDate")]
    pub backup_date: String,
    /// The backup ID.
    #[param(name = "backupID")]
    pub backup_id: Value,
    /// The backup type.
    #[param(name = "backupType")]
    pub backup_type: BackupType,
    /// The exists flag: 0 or 1.
    pub exists: Flag,
    /// The file size.
    #[param(name = "fileSize")]
    pub file_size: i64,
    /// Mtime, as a Unix time.
    pub mtime: UnixTime,
    /// The path.
    pub path: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `backupType` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum BackupType {
    /// `compressed`.
    #[word("compressed")]
    Compressed,
    /// `incremental`.
    #[word("incremental")]
    Incremental,
    /// `uncompressed`.
    #[word("uncompressed")]
    Uncompressed,
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
pub struct QueryFileInfo;

impl Function for QueryFileInfo {
    const NAME: &'static str = "query_file_info";
    const NEEDS: Needs = Needs::Features(&["filerestoration"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

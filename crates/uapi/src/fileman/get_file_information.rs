//! `Fileman::get_file_information`

use api::{
    Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply,
};

/// Give the stat data of one file or directory.
#[derive(Input)]
pub struct Params {
    /// The path.
    pub path: FilePath,
    /// 1 adds isleaf.
    #[param(default = 0)]
    pub check_for_leaf_directories: Flag,
    /// 1 adds the MIME keys.
    #[param(default = 0)]
    pub include_mime: Flag,
    /// 1 adds read and write.
    #[param(default = 0)]
    pub include_permissions: Flag,
    /// The show hidden flag: 0 or 1.
    #[param(default = 0)]
    pub show_hidden: Flag,
}

/// What `get_file_information` answers.
#[derive(Output)]
pub struct Reply {
    /// The file.
    pub file: String,
    /// The path.
    pub path: String,
    /// The fullpath.
    pub fullpath: String,
    /// The absdir.
    pub absdir: String,
    /// The exists flag: 0 or 1.
    pub exists: Flag,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The size.
    pub size: i64,
    /// The humansize.
    pub humansize: String,
    /// The mode.
    pub mode: String,
    /// The nicemode.
    pub nicemode: i64,
    /// The user ID.
    pub uid: i64,
    /// The gid.
    pub gid: i64,
    /// Ctime, as a Unix time.
    pub ctime: UnixTime,
    /// Mtime, as a Unix time.
    pub mtime: UnixTime,
    /// The isleaf flag: 0 or 1.
    #[param(absent)]
    pub isleaf: Option<Flag>,
    /// The mimename.
    #[param(absent)]
    pub mimename: Option<String>,
    /// The mimetype.
    #[param(absent)]
    pub mimetype: Option<String>,
    /// The rawmimename.
    #[param(absent)]
    pub rawmimename: Option<String>,
    /// The rawmimetype.
    #[param(absent)]
    pub rawmimetype: Option<String>,
    /// The read flag: 0 or 1.
    #[param(absent)]
    pub read: Option<Flag>,
    /// The write flag: 0 or 1.
    #[param(absent)]
    pub write: Option<Flag>,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `file`.
    #[word("file")]
    File,
    /// `dir`.
    #[word("dir")]
    Dir,
    /// `char`.
    #[word("char")]
    Char,
    /// `block`.
    #[word("block")]
    Block,
    /// `fifo`.
    #[word("fifo")]
    Fifo,
    /// `link`.
    #[word("link")]
    Link,
    /// `socket`.
    #[word("socket")]
    Socket,
}

/// See [`Params`].
pub struct GetFileInformation;

impl Function for GetFileInformation {
    const NAME: &'static str = "get_file_information";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

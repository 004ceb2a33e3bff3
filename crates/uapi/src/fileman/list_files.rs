//! `Fileman::list_files`

use api::{
    Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply,
};

/// List a directory, directories and files apart.
#[derive(Input)]
pub struct Params {
    /// The directory.
    pub dir: FilePath,
    /// 1 adds isleaf.
    #[param(default = 0)]
    pub check_for_leaf_directories: Flag,
    /// Include mime: Forced to 1 by `mime_types` or `raw_mime_types`.
    #[param(default = 0)]
    pub include_mime: Flag,
    /// 1 adds read and write.
    #[param(default = 0)]
    pub include_permissions: Flag,
    /// The show hidden flag: 0 or 1.
    #[param(default = 0)]
    pub show_hidden: Flag,
    /// Pipe-separated: file, dir, char, block, fifo, link, socket; default all.
    pub types: Option<String>,
    /// The mime types.
    pub mime_types: Option<String>,
    /// The raw mime types.
    pub raw_mime_types: Option<String>,
    /// The only these files: Comma-separated names.
    pub only_these_files: Option<String>,
    /// Limit to list: By the text, 1 gives only entries that begin with the prefix filepath-; most
    /// likely it means names given as parameters `filepath-*`.
    pub limit_to_list: Option<Flag>,
}

/// What `list_files` answers.
#[derive(Output)]
pub struct Reply {
    /// The dirs.
    pub dirs: Vec<Dir>,
    /// The files.
    pub files: Vec<File>,
}

/// One item of `dirs`.
#[derive(Output)]
pub struct Dir {
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
    /// The isparent flag: 0 or 1.
    #[param(absent)]
    pub isparent: Option<Flag>,
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

/// One item of `files`.
#[derive(Output)]
pub struct File {
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
    /// The isparent flag: 0 or 1.
    #[param(absent)]
    pub isparent: Option<Flag>,
}

/// See [`Params`].
pub struct ListFiles;

impl Function for ListFiles {
    const NAME: &'static str = "list_files";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

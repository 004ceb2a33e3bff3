//! `Fileman::upload_files`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, Value, reply};

/// Upload files into a directory (multipart POST).
#[derive(Input)]
pub struct Params {
    /// Multipart body parts (file-0, file-1, ...); stored under the filename attribute of the part,
    /// not the field name. Query parameters named `file-*` are thrown away. One or several.
    #[param(family)]
    pub file: Vec<String>,
    /// Relative to the home; default the home; made where missing.
    pub dir: Option<FilePath>,
    /// 0 fails a file that exists.
    #[param(default = 0)]
    pub overwrite: Flag,
    /// Octal; three digits, a leading 0 allowed.
    #[param(default = "0644")]
    pub permissions: String,
    /// 1 adds diskinfo.
    #[param(default = 0)]
    pub get_disk_info: Flag,
}

/// What `upload_files` answers.
#[derive(Output)]
pub struct Reply {
    /// The succeeded.
    pub succeeded: i64,
    /// The failed.
    pub failed: i64,
    /// The warned.
    pub warned: i64,
    /// The uploads.
    pub uploads: Vec<Upload>,
    /// The diskinfo.
    #[param(absent)]
    pub diskinfo: Option<Diskinfo>,
}

/// One item of `uploads`.
#[derive(Output)]
pub struct Upload {
    /// The file.
    pub file: String,
    /// The status flag: 0 or 1.
    pub status: Flag,
    /// The reason.
    pub reason: String,
    /// The size.
    pub size: Option<i64>,
    /// The warnings.
    pub warnings: Vec<String>,
}

/// The diskinfo.
#[derive(Output)]
pub struct Diskinfo {
    /// The spaceused.
    pub spaceused: String,
    /// The spacelimit.
    pub spacelimit: String,
    /// The spaceremain.
    pub spaceremain: String,
    /// The filesused.
    pub filesused: Value,
    /// The fileslimit.
    pub fileslimit: Value,
    /// The filesremain.
    pub filesremain: Value,
    /// The file upload max bytes.
    pub file_upload_max_bytes: String,
    /// The file upload must leave bytes.
    pub file_upload_must_leave_bytes: String,
    /// The file upload remain.
    pub file_upload_remain: String,
    /// The spaceused humansize.
    pub spaceused_humansize: String,
    /// The spacelimit humansize.
    pub spacelimit_humansize: String,
    /// The spaceremain humansize.
    pub spaceremain_humansize: String,
    /// The filesused humansize.
    pub filesused_humansize: String,
    /// The fileslimit humansize.
    pub fileslimit_humansize: String,
    /// The filesremain humansize.
    pub filesremain_humansize: String,
    /// The file upload max bytes humansize.
    pub file_upload_max_bytes_humansize: String,
    /// The file upload must leave bytes humansize.
    pub file_upload_must_leave_bytes_humansize: String,
    /// The file upload remain humansize.
    pub file_upload_remain_humansize: String,
}

/// See [`Params`].
pub struct UploadFiles;

impl Function for UploadFiles {
    const NAME: &'static str = "upload_files";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

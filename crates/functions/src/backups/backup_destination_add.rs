//! `backup_destination_add`

use api::{
    Cx, Effect, FilePath, Flag, Function, Input, Needs, Output, Result, Secret, Word, reply,
};

/// Add a backup destination.
#[derive(Input)]
pub struct Params {
    /// Name of the destination.
    pub name: String,
    /// Decides which of the others apply.
    #[param(name = "type")]
    pub kind: Type,
    /// 1: disabled.
    pub disabled: Flag,
    /// The application key: needed for Backblaze.
    pub application_key: Option<Secret>,
    /// The application key ID: needed for Backblaze.
    pub application_key_id: Option<String>,
    /// Needed for SFTP, Rsync.
    pub authtype: Option<Authtype>,
    /// Needed for `AmazonS3`, `S3Compatible`.
    pub aws_access_key_id: Option<String>,
    /// Needed for `AmazonS3`, `S3Compatible`.
    pub bucket: Option<String>,
    /// The bucket ID: needed for Backblaze.
    pub bucket_id: Option<String>,
    /// The bucket name: needed for Backblaze.
    pub bucket_name: Option<String>,
    /// The client ID: needed for `GoogleDrive`.
    pub client_id: Option<String>,
    /// The client secret: needed for `GoogleDrive`.
    pub client_secret: Option<Secret>,
    /// Needed for Custom, FTP, SFTP, Rsync, WebDAV, `S3Compatible`.
    pub host: Option<String>,
    /// Password or secret key; needed for `AmazonS3`, Custom, FTP, SFTP, Rsync, WebDAV,
    /// `S3Compatible`; with key authentication privatekey instead.
    pub password: Option<Secret>,
    /// The script: needed for Custom.
    pub script: Option<FilePath>,
    /// Needed for Custom, FTP, SFTP, Rsync, WebDAV.
    pub username: Option<String>,
    /// For `AmazonS3`, `GoogleDrive`, `S3Compatible`.
    #[param(default = "")]
    pub folder: String,
    /// Mount: for Local.
    #[param(default = 0)]
    pub mount: Flag,
    /// No mount fail: for Local; text says 1 fails the backup when the mount fails, against the
    /// name.
    #[param(default = 0)]
    pub no_mount_fail: Flag,
    /// 1: skipped by regular backups.
    #[param(default = 0)]
    pub only_used_for_logs: Flag,
    /// Passive: for FTP; default 1 in `backup_destination_set`.
    #[param(default = 0)]
    pub passive: Flag,
    /// Of the private key; for SFTP, Rsync.
    pub passphrase: Option<Secret>,
    /// Needed for Local; also for Backblaze, Custom, FTP, SFTP, Rsync, WebDAV.
    pub path: Option<FilePath>,
    /// 1 to 65535; default: the usual port of the type; for FTP, SFTP, Rsync, WebDAV.
    pub port: Option<i64>,
    /// Path of the key file when authtype is key; for SFTP, Rsync.
    pub privatekey: Option<FilePath>,
    /// SSL: for WebDAV; default 1 in `backup_destination_set`.
    #[param(default = 0)]
    pub ssl: Flag,
    /// Seconds; not for Local; default depends on type (30, Backblaze sample 180).
    pub timeout: Option<i64>,
    /// The upload system backup flag: 0 or 1.
    #[param(default = 0)]
    pub upload_system_backup: Flag,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `Custom`.
    #[word("Custom")]
    Custom,
    /// `FTP`.
    #[word("FTP")]
    Ftp,
    /// `Local`.
    #[word("Local")]
    Local,
    /// `SFTP`.
    #[word("SFTP")]
    Sftp,
    /// `WebDAV`.
    #[word("WebDAV")]
    WebDav,
    /// `AmazonS3`.
    #[word("AmazonS3")]
    AmazonS3,
    /// `Rsync`.
    #[word("Rsync")]
    Rsync,
    /// `GoogleDrive`.
    #[word("GoogleDrive")]
    GoogleDrive,
    /// `S3Compatible`.
    #[word("S3Compatible")]
    S3Compatible,
    /// `Backblaze`.
    #[word("Backblaze")]
    Backblaze,
}

/// What `authtype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Authtype {
    /// `password`.
    #[word("password")]
    Password,
    /// `key`.
    #[word("key")]
    Key,
}

/// What `backup_destination_add` answers.
#[derive(Output)]
pub struct Reply {
    /// The ID.
    pub id: String,
}

/// See [`Params`].
pub struct BackupDestinationAdd;

impl Function for BackupDestinationAdd {
    const NAME: &'static str = "backup_destination_add";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

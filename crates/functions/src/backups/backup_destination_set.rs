//! `backup_destination_set`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Result, Secret, Word, reply};

/// Change the settings of a backup destination.
#[derive(Input)]
pub struct Params {
    /// The ID.
    pub id: String,
    /// The disable reason.
    pub disable_reason: Option<String>,
    /// Disabled: absent: unchanged.
    pub disabled: Option<Flag>,
    /// The name: absent: unchanged.
    pub name: Option<String>,
    /// The type: absent: unchanged.
    #[param(name = "type")]
    pub kind: Option<Type>,
    /// Upload system backup: absent: unchanged; an old sample sends off.
    pub upload_system_backup: Option<Flag>,
    /// Only used for logs: absent: unchanged.
    #[param(default = 0)]
    pub only_used_for_logs: Flag,
    /// The application key: Backblaze: needed.
    pub application_key: Option<Secret>,
    /// The application key ID: Backblaze: needed.
    pub application_key_id: Option<String>,
    /// The authtype: Rsync, SFTP: needed.
    pub authtype: Option<Authtype>,
    /// The AWS access key ID: `AmazonS3`, `S3Compatible`: needed.
    pub aws_access_key_id: Option<String>,
    /// The bucket: `AmazonS3`, `S3Compatible`: needed.
    pub bucket: Option<String>,
    /// The bucket ID: Backblaze: needed.
    pub bucket_id: Option<String>,
    /// The bucket name: Backblaze: needed.
    pub bucket_name: Option<String>,
    /// The client ID: `GoogleDrive`: needed.
    pub client_id: Option<String>,
    /// The client secret: `GoogleDrive`: needed.
    pub client_secret: Option<Secret>,
    /// The folder: `AmazonS3`, `GoogleDrive`, `S3Compatible`.
    #[param(default = "")]
    pub folder: FilePath,
    /// Custom, FTP, Rsync, `S3Compatible`, SFTP, WebDAV: needed.
    pub host: Option<String>,
    /// Mount: Local.
    #[param(default = 0)]
    pub mount: Flag,
    /// No mount fail: Local.
    #[param(default = 0)]
    pub no_mount_fail: Flag,
    /// Passive: FTP.
    #[param(default = 1)]
    pub passive: Flag,
    /// Rsync, SFTP with authtype key.
    pub passphrase: Option<Secret>,
    /// `AmazonS3`, Custom, FTP, `S3Compatible`, WebDAV: needed; Rsync, SFTP with authtype password.
    pub password: Option<Secret>,
    /// Custom, FTP, Local, Rsync, SFTP, WebDAV: needed; Backblaze.
    pub path: Option<FilePath>,
    /// FTP 21, Rsync 22; SFTP and WebDAV are stated as 21 too.
    pub port: Option<i64>,
    /// Rsync, SFTP with authtype key.
    pub privatekey: Option<FilePath>,
    /// The script: Custom: needed.
    pub script: Option<FilePath>,
    /// SSL: WebDAV.
    #[param(default = 1)]
    pub ssl: Flag,
    /// 30 to 300 seconds; not Local; `AmazonS3`, `S3Compatible`: needed.
    #[param(default = 30)]
    pub timeout: i64,
    /// Custom, FTP, Rsync, SFTP, WebDAV: needed.
    pub username: Option<String>,
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

/// See [`Params`].
pub struct BackupDestinationSet;

impl Function for BackupDestinationSet {
    const NAME: &'static str = "backup_destination_set";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `backup_destination_get`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Give the settings of one backup destination.
#[derive(Input)]
pub struct Params {
    /// The ID.
    pub id: String,
}

/// What `backup_destination_get` answers.
#[derive(Output)]
pub struct Reply {
    /// The ID.
    pub id: String,
    /// The name.
    pub name: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The disabled flag: 0 or 1.
    pub disabled: Flag,
    /// The disable reason.
    #[param(absent)]
    pub disable_reason: Option<String>,
    /// The upload system backup flag: 0 or 1.
    #[param(absent)]
    pub upload_system_backup: Option<Flag>,
    /// The application key.
    #[param(absent)]
    pub application_key: Option<String>,
    /// The application key ID.
    #[param(absent)]
    pub application_key_id: Option<String>,
    /// The authtype.
    #[param(absent)]
    pub authtype: Option<Authtype>,
    /// The AWS access key ID.
    #[param(absent)]
    pub aws_access_key_id: Option<String>,
    /// The bucket.
    #[param(absent)]
    pub bucket: Option<String>,
    /// The bucket ID.
    #[param(absent)]
    pub bucket_id: Option<String>,
    /// The bucket name.
    #[param(absent)]
    pub bucket_name: Option<String>,
    /// The client ID.
    #[param(absent)]
    pub client_id: Option<String>,
    /// The client secret.
    #[param(absent)]
    pub client_secret: Option<String>,
    /// The folder.
    #[param(absent)]
    pub folder: Option<String>,
    /// The host.
    #[param(absent)]
    pub host: Option<String>,
    /// The mount flag: 0 or 1.
    #[param(absent)]
    pub mount: Option<Flag>,
    /// The no mount fail flag: 0 or 1.
    #[param(absent)]
    pub no_mount_fail: Option<Flag>,
    /// The passive flag: 0 or 1.
    #[param(absent)]
    pub passive: Option<Flag>,
    /// The path.
    #[param(absent)]
    pub path: Option<String>,
    /// The port.
    #[param(absent)]
    pub port: Option<i64>,
    /// The privatekey.
    #[param(absent)]
    pub privatekey: Option<String>,
    /// The script.
    #[param(absent)]
    pub script: Option<String>,
    /// The SSL flag: 0 or 1.
    #[param(absent)]
    pub ssl: Option<Flag>,
    /// The timeout.
    #[param(absent)]
    pub timeout: Option<i64>,
    /// The username.
    #[param(absent)]
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
pub struct BackupDestinationGet;

impl Function for BackupDestinationGet {
    const NAME: &'static str = "backup_destination_get";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

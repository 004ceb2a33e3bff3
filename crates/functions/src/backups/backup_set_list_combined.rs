//! `backup_set_list_combined`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// List local and remote backups of the accounts.
#[derive(Input)]
pub struct Params;

/// What `backup_set_list_combined` answers.
#[derive(Output)]
pub struct Reply {
    /// The backup set.
    pub backup_set: BTreeMap<String, Vec<BackupSet>>,
    /// The destination legend.
    pub destination_legend: BTreeMap<String, DestinationLegend>,
}

/// One item of `backup_set`.
#[derive(Output)]
pub struct BackupSet {
    /// The when.
    pub when: String,
    /// The where.
    #[param(name = "where")]
    pub where_: Where,
}

/// What `where` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Where {
    /// `local`.
    #[word("local")]
    Local,
    /// `remote`.
    #[word("remote")]
    Remote,
}

/// One item of `destination_legend`.
#[derive(Output)]
pub struct DestinationLegend {
    /// The name.
    pub name: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `AmazonS3`.
    #[word("AmazonS3")]
    AmazonS3,
    /// `Backblaze`.
    #[word("Backblaze")]
    Backblaze,
    /// `Custom`.
    #[word("Custom")]
    Custom,
    /// `FTP`.
    #[word("FTP")]
    Ftp,
    /// `GoogleDrive`.
    #[word("GoogleDrive")]
    GoogleDrive,
    /// `Local`.
    #[word("Local")]
    Local,
    /// `Rsync`.
    #[word("Rsync")]
    Rsync,
    /// `S3Compatible`.
    #[word("S3Compatible")]
    S3Compatible,
    /// `SFTP`.
    #[word("SFTP")]
    Sftp,
    /// `WebDAV`.
    #[word("WebDAV")]
    WebDav,
}

/// See [`Params`].
pub struct BackupSetListCombined;

impl Function for BackupSetListCombined {
    const NAME: &'static str = "backup_set_list_combined";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

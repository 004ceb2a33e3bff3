//! `Backup::fullbackup_to_ftp`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result, Secret, Word, reply};

/// `Backup::fullbackup_to_ftp`.
#[derive(Input)]
pub struct Params {
    /// The host.
    pub host: String,
    /// The password.
    pub password: Secret,
    /// The username.
    pub username: String,
    /// The directory.
    pub directory: Option<String>,
    /// The email.
    pub email: Option<EmailAddress>,
    /// The homedir.
    #[param(default = Homedir::Include)]
    pub homedir: Homedir,
    /// The port.
    #[param(default = 21)]
    pub port: i64,
    /// The variant.
    #[param(default = Variant::Active)]
    pub variant: Variant,
}

/// What `homedir` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Homedir {
    /// `include`.
    #[word("include")]
    Include,
    /// `skip`.
    #[word("skip")]
    Skip,
}

/// What `variant` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Variant {
    /// `active`.
    #[word("active")]
    Active,
    /// `passive`.
    #[word("passive")]
    Passive,
}

/// What `fullbackup_to_ftp` answers.
#[derive(Output)]
pub struct Reply {
    /// The process ID.
    pub pid: String,
}

/// See [`Params`].
pub struct FullbackupToFtp;

impl Function for FullbackupToFtp {
    const NAME: &'static str = "fullbackup_to_ftp";
    const NEEDS: Needs = Needs::Features(&["backup"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

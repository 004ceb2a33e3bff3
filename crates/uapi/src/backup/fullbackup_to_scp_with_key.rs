//! `Backup::fullbackup_to_scp_with_key`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result, Secret, Word, reply};

/// `Backup::fullbackup_to_scp_with_key`.
#[derive(Input)]
pub struct Params {
    /// The host.
    pub host: String,
    /// The key name.
    pub key_name: String,
    /// The key passphrase.
    pub key_passphrase: Secret,
    /// The directory.
    pub directory: Option<String>,
    /// The email.
    pub email: Option<EmailAddress>,
    /// The homedir.
    #[param(default = Homedir::Include)]
    pub homedir: Homedir,
    /// The port.
    #[param(default = 22)]
    pub port: i64,
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

/// What `fullbackup_to_scp_with_key` answers.
#[derive(Output)]
pub struct Reply {
    /// The process ID.
    pub pid: String,
}

/// See [`Params`].
pub struct FullbackupToScpWithKey;

impl Function for FullbackupToScpWithKey {
    const NAME: &'static str = "fullbackup_to_scp_with_key";
    const NEEDS: Needs = Needs::Features(&["backup"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `Backup::fullbackup_to_scp_with_password`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result, Secret, Word, reply};

/// `Backup::fullbackup_to_scp_with_password`.
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

/// What `fullbackup_to_scp_with_password` answers.
#[derive(Output)]
pub struct Reply {
    /// The process ID.
    pub pid: String,
}

/// See [`Params`].
pub struct FullbackupToScpWithPassword;

impl Function for FullbackupToScpWithPassword {
    const NAME: &'static str = "fullbackup_to_scp_with_password";
    const NEEDS: Needs = Needs::Features(&["backup"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

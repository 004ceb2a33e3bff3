//! `Backup::fullbackup_to_homedir`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result, Word, reply};

/// `Backup::fullbackup_to_homedir`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: Option<EmailAddress>,
    /// The homedir.
    #[param(default = Homedir::Include)]
    pub homedir: Homedir,
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

/// What `fullbackup_to_homedir` answers.
#[derive(Output)]
pub struct Reply {
    /// The process ID.
    pub pid: String,
}

/// See [`Params`].
pub struct FullbackupToHomedir;

impl Function for FullbackupToHomedir {
    const NAME: &'static str = "fullbackup_to_homedir";
    const NEEDS: Needs = Needs::Features(&["backup"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

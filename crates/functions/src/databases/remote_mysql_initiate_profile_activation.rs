//! `remote_mysql_initiate_profile_activation`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Start a background job that makes a profile the active one.
#[derive(Input)]
pub struct Params {
    /// The name: profile name.
    pub name: String,
}

/// What `remote_mysql_initiate_profile_activation` answers.
#[derive(Output)]
pub struct Reply {
    /// The activation job started.
    pub activation_job_started: i64,
}

/// See [`Params`].
pub struct RemoteMysqlInitiateProfileActivation;

impl Function for RemoteMysqlInitiateProfileActivation {
    const NAME: &'static str = "remote_mysql_initiate_profile_activation";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

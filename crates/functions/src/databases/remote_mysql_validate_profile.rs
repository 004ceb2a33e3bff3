//! `remote_mysql_validate_profile`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Test the connection of a remote MySQL profile.
#[derive(Input)]
pub struct Params {
    /// The name: profile name.
    pub name: String,
}

/// What `remote_mysql_validate_profile` answers.
#[derive(Output)]
pub struct Reply {
    /// The profile validated.
    pub profile_validated: String,
}

/// See [`Params`].
pub struct RemoteMysqlValidateProfile;

impl Function for RemoteMysqlValidateProfile {
    const NAME: &'static str = "remote_mysql_validate_profile";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

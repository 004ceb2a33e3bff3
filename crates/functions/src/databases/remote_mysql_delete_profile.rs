//! `remote_mysql_delete_profile`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Delete a remote MySQL profile.
#[derive(Input)]
pub struct Params {
    /// The name: profile name.
    pub name: String,
}

/// What `remote_mysql_delete_profile` answers.
#[derive(Output)]
pub struct Reply {
    /// The profile deleted.
    pub profile_deleted: String,
    /// The profile details.
    pub profile_details: ProfileDetails,
}

/// The profile details.
#[derive(Output)]
pub struct ProfileDetails {
    /// The active flag: 0 or 1.
    pub active: Flag,
    /// The MySQL host.
    pub mysql_host: String,
    /// The MySQL password.
    pub mysql_pass: String,
    /// The MySQL port.
    pub mysql_port: i64,
    /// The MySQL user.
    pub mysql_user: String,
    /// The setup via.
    pub setup_via: String,
}

/// See [`Params`].
pub struct RemoteMysqlDeleteProfile;

impl Function for RemoteMysqlDeleteProfile {
    const NAME: &'static str = "remote_mysql_delete_profile";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

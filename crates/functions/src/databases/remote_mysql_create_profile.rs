//! `remote_mysql_create_profile`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Secret, reply};

/// Save a connection profile for a remote MySQL server.
#[derive(Input)]
pub struct Params {
    /// IP address or hostname.
    pub mysql_host: String,
    /// The MySQL password.
    pub mysql_pass: Secret,
    /// The MySQL port: 1 to 65535.
    pub mysql_port: i64,
    /// The MySQL user.
    pub mysql_user: String,
    /// The name: profile name.
    pub name: String,
    /// 1: profile is a cloud deployment.
    #[param(default = 0)]
    pub cpcloud: Flag,
    /// Description, at most 255 characters.
    #[param(default = "User provided MySQL credentials")]
    pub setup_via: String,
}

/// What `remote_mysql_create_profile` answers.
#[derive(Output)]
pub struct Reply {
    /// The profile details.
    pub profile_details: ProfileDetails,
    /// The profile saved.
    pub profile_saved: String,
}

/// The profile details.
#[derive(Output)]
pub struct ProfileDetails {
    /// The active flag: 0 or 1.
    pub active: Flag,
    /// The cpcloud flag: 0 or 1.
    pub cpcloud: Flag,
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
pub struct RemoteMysqlCreateProfile;

impl Function for RemoteMysqlCreateProfile {
    const NAME: &'static str = "remote_mysql_create_profile";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

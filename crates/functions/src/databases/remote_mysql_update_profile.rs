//! `remote_mysql_update_profile`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Secret, reply};

/// Change settings of a remote MySQL profile.
#[derive(Input)]
pub struct Params {
    /// The name: profile name.
    pub name: String,
    /// IP address or hostname.
    pub mysql_host: Option<String>,
    /// The MySQL password.
    pub mysql_pass: Option<Secret>,
    /// The MySQL port: 1 to 65535.
    pub mysql_port: Option<i64>,
    /// The MySQL user.
    pub mysql_user: Option<String>,
    /// At most 255 characters.
    pub setup_via: Option<String>,
}

/// What `remote_mysql_update_profile` answers.
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
pub struct RemoteMysqlUpdateProfile;

impl Function for RemoteMysqlUpdateProfile {
    const NAME: &'static str = "remote_mysql_update_profile";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

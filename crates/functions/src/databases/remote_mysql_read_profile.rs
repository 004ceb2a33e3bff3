//! `remote_mysql_read_profile`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Show one remote MySQL profile.
#[derive(Input)]
pub struct Params {
    /// The name: profile name.
    pub name: String,
}

/// What `remote_mysql_read_profile` answers.
#[derive(Output)]
pub struct Reply {
    /// The profile details.
    pub profile_details: ProfileDetails,
    /// The profile name.
    pub profile_name: String,
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
pub struct RemoteMysqlReadProfile;

impl Function for RemoteMysqlReadProfile {
    const NAME: &'static str = "remote_mysql_read_profile";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

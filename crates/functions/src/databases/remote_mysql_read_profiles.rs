//! `remote_mysql_read_profiles`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Show all remote MySQL profiles.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The active flag: 0 or 1.
    pub active: Flag,
    /// Whether it is localhost profile.
    pub is_localhost_profile: Flag,
    /// The MySQL host.
    pub mysql_host: String,
    /// The MySQL password.
    pub mysql_pass: String,
    /// The MySQL port.
    pub mysql_port: i64,
    /// The MySQL user.
    pub mysql_user: String,
    /// The MySQL version is supported flag: 0 or 1.
    pub mysql_version_is_supported: Flag,
    /// The setup via.
    pub setup_via: String,
}

/// See [`Params`].
pub struct RemoteMysqlReadProfiles;

impl Function for RemoteMysqlReadProfiles {
    const NAME: &'static str = "remote_mysql_read_profiles";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `remote_mysql_create_profile_via_ssh`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Secret, Word, reply};

/// Create a remote MySQL profile by logging in over SSH.
#[derive(Input)]
pub struct Params {
    /// IP address or hostname.
    pub host: String,
    /// The name: profile name.
    pub name: String,
    /// SSH port, 1 to 65535.
    pub port: i64,
    /// The user: SSH user.
    pub user: String,
    /// 1: profile is a cloud deployment.
    #[param(default = 0)]
    pub cpcloud: Flag,
    /// This or `sshkey_name` is needed.
    pub password: Option<Secret>,
    /// Needed when user is not root.
    pub root_escalation_method: Option<RootEscalationMethod>,
    /// Needed when `root_escalation_method` is su.
    pub root_password: Option<Secret>,
    /// This or password is needed.
    pub sshkey_name: Option<String>,
    /// Needed when the key has a passphrase.
    pub sshkey_passphrase: Option<Secret>,
}

/// What `root_escalation_method` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum RootEscalationMethod {
    /// `sudo`.
    #[word("sudo")]
    Sudo,
    /// `su`.
    #[word("su")]
    Su,
}

/// What `remote_mysql_create_profile_via_ssh` answers.
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
pub struct RemoteMysqlCreateProfileViaSsh;

impl Function for RemoteMysqlCreateProfileViaSsh {
    const NAME: &'static str = "remote_mysql_create_profile_via_ssh";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

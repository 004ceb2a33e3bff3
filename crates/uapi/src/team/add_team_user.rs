//! `Team::add_team_user`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Result, Secret, UnixTime, reply};

/// `Team::add_team_user`.
#[derive(Input)]
pub struct Params {
    /// The email1.
    pub email1: String,
    /// The user.
    pub user: String,
    /// The activation email.
    pub activation_email: Option<i64>,
    /// The email2.
    pub email2: Option<String>,
    /// The expire date.
    pub expire_date: Option<String>,
    /// The expire reason.
    pub expire_reason: Option<String>,
    /// The notes.
    pub notes: Option<String>,
    /// The password.
    pub password: Option<Secret>,
    /// The roles.
    pub roles: Option<String>,
    /// The services email enabled flag: 0 or 1.
    #[param(name = "services.email.enabled", default = 0)]
    pub services_email_enabled: Flag,
    /// The services email quota.
    #[param(name = "services.email.quota")]
    pub services_email_quota: Option<String>,
    /// The services FTP enabled flag: 0 or 1.
    #[param(name = "services.ftp.enabled", default = 0)]
    pub services_ftp_enabled: Flag,
    /// The services FTP homedir.
    #[param(name = "services.ftp.homedir")]
    pub services_ftp_homedir: Option<FilePath>,
    /// The services webdisk enabled flag: 0 or 1.
    #[param(name = "services.webdisk.enabled", default = 0)]
    pub services_webdisk_enabled: Flag,
    /// The services webdisk enabledigest flag: 0 or 1.
    #[param(name = "services.webdisk.enabledigest", default = 0)]
    pub services_webdisk_enabledigest: Flag,
    /// The services webdisk homedir.
    #[param(name = "services.webdisk.homedir")]
    pub services_webdisk_homedir: Option<FilePath>,
    /// The services webdisk perms.
    #[param(name = "services.webdisk.perms", default = "rw")]
    pub services_webdisk_perms: String,
    /// The services webdisk private flag: 0 or 1.
    #[param(name = "services.webdisk.private", default = 0)]
    pub services_webdisk_private: Flag,
}

/// See [`Params`].
pub struct AddTeamUser;

impl Function for AddTeamUser {
    const NAME: &'static str = "add_team_user";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = UnixTime;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

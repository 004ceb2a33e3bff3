//! `Team::edit_team_user`

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Result, Secret, reply};

/// `Team::edit_team_user`.
#[derive(Input)]
pub struct Params {
    /// The user.
    pub user: String,
    /// The add role.
    pub add_role: Option<String>,
    /// The email1.
    pub email1: Option<String>,
    /// The email2.
    pub email2: Option<String>,
    /// The expire reason.
    pub expire_reason: Option<String>,
    /// The notes.
    pub notes: Option<String>,
    /// The password.
    pub password: Option<Secret>,
    /// The remove role.
    pub remove_role: Option<String>,
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
    /// The set expire.
    pub set_expire: Option<String>,
    /// The set role.
    pub set_role: Option<String>,
}

/// See [`Params`].
pub struct EditTeamUser;

impl Function for EditTeamUser {
    const NAME: &'static str = "edit_team_user";
    const NEEDS: Needs = Needs::Features(&["team_manager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

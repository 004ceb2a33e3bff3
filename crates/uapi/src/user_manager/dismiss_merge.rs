//! `UserManager::dismiss_merge`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, UserName, reply};

/// Stop offering to link service accounts of a name.
#[derive(Input)]
pub struct Params {
    /// Local part, at most 64 characters: letters, digits, dot, hyphen, underscore.
    pub username: UserName,
    /// A domain of the account.
    pub domain: DomainName,
    /// The services email dismiss flag: 0 or 1.
    #[param(name = "services.email.dismiss", default = 0)]
    pub services_email_dismiss: Flag,
    /// The services FTP dismiss flag: 0 or 1.
    #[param(name = "services.ftp.dismiss", default = 0)]
    pub services_ftp_dismiss: Flag,
    /// The services webdisk dismiss flag: 0 or 1.
    #[param(name = "services.webdisk.dismiss", default = 0)]
    pub services_webdisk_dismiss: Flag,
}

/// See [`Params`].
pub struct DismissMerge;

impl Function for DismissMerge {
    const NAME: &'static str = "dismiss_merge";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

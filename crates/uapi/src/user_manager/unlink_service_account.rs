//! `UserManager::unlink_service_account`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, UserName, Word, reply};

/// Unlink a service account from its subaccount.
#[derive(Input)]
pub struct Params {
    /// Local part, at most 64 characters: letters, digits, dot, hyphen, underscore.
    pub username: UserName,
    /// A domain of the account.
    pub domain: DomainName,
    /// The service.
    pub service: Service,
    /// 1 also stops offering to link it again.
    #[param(default = 0)]
    pub dismiss: Flag,
}

/// What `service` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Service {
    /// `email`.
    #[word("email")]
    Email,
    /// `ftp`.
    #[word("ftp")]
    Ftp,
    /// `webdisk`.
    #[word("webdisk")]
    Webdisk,
}

/// See [`Params`].
pub struct UnlinkServiceAccount;

impl Function for UnlinkServiceAccount {
    const NAME: &'static str = "unlink_service_account";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

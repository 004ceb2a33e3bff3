//! `Email::add_pop`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, Secret, reply};

/// Creates a mailbox.
#[derive(Input)]
pub struct Params {
    /// Local part, or a full address; "cpanel" is not allowed.
    pub email: String,
    /// The password.
    pub password: Secret,
    /// Main domain by default.
    pub domain: Option<DomainName>,
    /// Instead of password, never both; crypt-style hash.
    pub password_hash: Option<Secret>,
    /// Megabytes; 0 or "unlimited" for no limit; system default where absent; capped by the allowed
    /// maximum.
    pub quota: Option<String>,
    /// Send welcome email: mail client settings to the new box.
    #[param(default = 0)]
    pub send_welcome_email: Flag,
    /// Skip update database: leave the account cache stale.
    #[param(default = 0)]
    pub skip_update_db: Flag,
}

/// See [`Params`].
pub struct AddPop;

impl Function for AddPop {
    const NAME: &'static str = "add_pop";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

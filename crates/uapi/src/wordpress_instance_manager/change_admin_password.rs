//! `WordPressInstanceManager::change_admin_password`

use api::{Cx, Effect, Function, Input, Needs, Result, Secret, reply};

/// `WordPressInstanceManager::change_admin_password`.
#[derive(Input)]
pub struct Params {
    /// The ID.
    pub id: String,
    /// The password.
    pub password: Secret,
}

/// See [`Params`].
pub struct ChangeAdminPassword;

impl Function for ChangeAdminPassword {
    const NAME: &'static str = "change_admin_password";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

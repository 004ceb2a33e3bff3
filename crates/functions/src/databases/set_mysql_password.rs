//! `set_mysql_password`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, Secret, UserName, reply};

/// Set a MySQL user's password.
#[derive(Input)]
pub struct Params {
    /// The password.
    pub password: Secret,
    /// The user: database user.
    pub user: String,
    /// The cPanel user: owning account.
    pub cpuser: Option<UserName>,
}

/// See [`Params`].
pub struct SetMysqlPassword;

impl Function for SetMysqlPassword {
    const NAME: &'static str = "set_mysql_password";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Passwd]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

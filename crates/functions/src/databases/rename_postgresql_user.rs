//! `rename_postgresql_user`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, Secret, UserName, reply};

/// Rename a PostgreSQL user and set a new password.
#[derive(Input)]
pub struct Params {
    /// With the account prefix where prefixing is on.
    pub newname: String,
    /// The oldname.
    pub oldname: String,
    /// The password.
    pub password: Secret,
    /// The cPanel user: owner.
    pub cpuser: Option<UserName>,
}

/// See [`Params`].
pub struct RenamePostgresqlUser;

impl Function for RenamePostgresqlUser {
    const NAME: &'static str = "rename_postgresql_user";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditAccount]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

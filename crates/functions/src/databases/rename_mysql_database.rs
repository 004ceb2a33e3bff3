//! `rename_mysql_database`

use api::{Acl, Cx, Effect, Function, Input, Needs, Result, UserName, reply};

/// Rename a MySQL database by copying it.
#[derive(Input)]
pub struct Params {
    /// With the account prefix where prefixing is on; limit 64 characters, an underscore counts as
    /// two.
    pub newname: String,
    /// The oldname.
    pub oldname: String,
    /// The cPanel user: owner.
    pub cpuser: Option<UserName>,
}

/// See [`Params`].
pub struct RenameMysqlDatabase;

impl Function for RenameMysqlDatabase {
    const NAME: &'static str = "rename_mysql_database";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditAccount]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

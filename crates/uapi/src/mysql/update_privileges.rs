//! `Mysql::update_privileges`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Refreshes the grants of all databases and users.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct UpdatePrivileges;

impl Function for UpdatePrivileges {
    const NAME: &'static str = "update_privileges";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

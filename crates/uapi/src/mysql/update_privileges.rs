//! `Mysql::update_privileges`

use api::{Cx, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::grants;

/// Has the MySQL server take over once more what the users of the account's databases may do.
#[derive(Debug, Input)]
pub struct Params;

/// See [`Params`].
pub struct UpdatePrivileges;

impl Function for UpdatePrivileges {
    const NAME: &'static str = "update_privileges";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, _: Params) -> Result<()> {
        const ENGINE: Engine = Engine::Mysql;
        grants::refresh(cx, &cx.caller.user, ENGINE)
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::{Calls as _, databases};

    #[test]
    fn what_the_server_lost_comes_back() {
        let world = databases::scene("Mysql");
        let user = "alice_u".parse().unwrap();
        world.host.databases.withdraw_user(Engine::Mysql, &user).unwrap();
        assert!(databases::login(&world, Engine::Mysql, "alice_u").is_none());
        world.uapi("alice", "Mysql", "update_privileges", &[]).unwrap();
        assert_eq!(databases::login(&world, Engine::Mysql, "alice_u").unwrap().grants.len(), 1);
    }
}

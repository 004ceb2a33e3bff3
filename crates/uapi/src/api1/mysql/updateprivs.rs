//! `Mysql::updateprivs` of cPanel API 1

use api::{Cx, Effect, Engine, Function, Input, Needs, Result};
use functions::domain::databases::grants;

/// Has the MySQL server take over once more what the users of the account's databases may do.
#[derive(Debug, Input)]
pub struct Params;

/// See [`Params`].
pub struct UpdatePrivs;

impl Function for UpdatePrivs {
    const NAME: &'static str = "updateprivs";
    const NEEDS: Needs = Needs::Features(&["mysql"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = &'static str;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        const ENGINE: Engine = Engine::Mysql;
        grants::refresh(cx, &cx.caller.user, ENGINE)?;
        Ok("")
    }
}

#[cfg(test)]
mod tests {
    use api::Engine;

    use crate::testing::databases::{self, api1};

    #[test]
    fn what_the_server_lost_comes_back() {
        let world = databases::scene("Mysql");
        let user = "alice_u".parse().unwrap();
        world.host.databases.withdraw_user(Engine::Mysql, &user).unwrap();
        api1(&world, "alice", "updateprivs", &[]).unwrap();
        assert!(databases::login(&world, Engine::Mysql, "alice_u").is_some());
    }
}

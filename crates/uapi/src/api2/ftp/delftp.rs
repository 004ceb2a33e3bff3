//! `Ftp::delftp` of cPanel API 2

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};

use crate::{
    api2::outcome::{self, Outcome},
    ftp::delete_ftp::{self as twin, DeleteFtp},
};

/// Removes an FTP account.
#[derive(Input)]
pub struct Params {
    /// The FTP account, with its domain or without.
    pub user: String,
    /// 1 removes its folder too.
    #[param(default = 0)]
    pub destroy: Flag,
}

/// See [`Params`].
pub struct Delftp;

impl Function for Delftp {
    const NAME: &'static str = "delftp";
    const NEEDS: Needs = DeleteFtp::NEEDS;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Outcome>> {
        let Params { user, destroy } = params;
        let twin = twin::Params { user, destroy, domain: None };
        DeleteFtp::run(cx, twin)?;
        Ok(outcome::done("OK"))
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;
    use serde_json::json;

    use crate::testing::Calls;

    #[test]
    fn the_login_goes() {
        let world = World::new().account("alice", "root");
        let form = [("user", "shop"), ("pass", "Quarry-lamp-7-vivid"), ("quota", "0")];
        world.api2("alice", "Ftp", "addftp", &form).unwrap();
        let form = [("user", "shop"), ("destroy", "1")];
        let answer = world.api2("alice", "Ftp", "delftp", &form).unwrap();
        assert_eq!(answer.data, json!([{"result": 1, "reason": "OK"}]));
        assert!(world.machine.ftp(&"alice".parse().unwrap()).unwrap().is_none());
        assert!(world.api2("alice", "Ftp", "delftp", &form).is_err());
    }
}

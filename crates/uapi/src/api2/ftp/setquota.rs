//! `Ftp::setquota` of cPanel API 2

use api::{Cx, Effect, Flag, Function, Input, Needs, Result};

use crate::{
    api2::outcome::{self, Outcome},
    ftp::set_quota::{self as twin, SetQuota},
};

/// Sets the quota of an FTP account.
#[derive(Input)]
pub struct Params {
    /// The FTP account, with its domain or without.
    pub user: String,
    /// Megabytes; 0 is unlimited.
    #[param(default = 0)]
    pub quota: i64,
}

/// See [`Params`].
pub struct Setquota;

impl Function for Setquota {
    const NAME: &'static str = "setquota";
    const NEEDS: Needs = SetQuota::NEEDS;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Outcome>> {
        let Params { user, quota } = params;
        let twin = twin::Params { user, domain: None, kill: Flag(false), quota };
        SetQuota::run(cx, twin)?;
        Ok(outcome::done("OK"))
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;
    use serde_json::json;

    use crate::testing::Calls;

    #[test]
    fn the_quota_is_another() {
        let world = World::new().account("alice", "root");
        let form = [("user", "shop"), ("pass", "Quarry-lamp-7-vivid"), ("quota", "0")];
        world.api2("alice", "Ftp", "addftp", &form).unwrap();
        let form = [("user", "shop"), ("quota", "25")];
        let answer = world.api2("alice", "Ftp", "setquota", &form).unwrap();
        assert_eq!(answer.data, json!([{"result": 1, "reason": "OK"}]));
        let data = world.uapi_data("alice", "Ftp", "get_quota", &[("account", "shop")]);
        assert_eq!(data, "25");
    }
}

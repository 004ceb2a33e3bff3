//! `Ftp::passwd` of cPanel API 2

use api::{Cx, Effect, Function, Input, Needs, Result, Secret};

use crate::{
    api2::outcome::{self, Outcome},
    ftp::passwd::{self as twin, Passwd as Twin},
};

/// Changes the password of an FTP account.
#[derive(Input)]
pub struct Params {
    /// The FTP account, with its domain or without.
    pub user: String,
    /// The new password.
    pub pass: Secret,
}

/// See [`Params`].
pub struct Passwd;

impl Function for Passwd {
    const NAME: &'static str = "passwd";
    const NEEDS: Needs = Twin::NEEDS;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Outcome>> {
        let twin = twin::Params { pass: params.pass, user: params.user, domain: None };
        Twin::run(cx, twin)?;
        Ok(outcome::done("OK"))
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;
    use serde_json::json;

    use crate::testing::Calls;

    #[test]
    fn the_password_is_another() {
        let world = World::new().account("alice", "root");
        let form = [("user", "shop"), ("pass", "Quarry-lamp-7-vivid"), ("quota", "0")];
        world.api2("alice", "Ftp", "addftp", &form).unwrap();
        let form = [("user", "shop"), ("pass", "Tundra-otter-9-mellow")];
        let answer = world.api2("alice", "Ftp", "passwd", &form).unwrap();
        assert_eq!(answer.data, json!([{"result": 1, "reason": "OK"}]));
        let form = [("user", "x"), ("pass", "Tundra-otter-9-mellow")];
        let said = world.api2("alice", "Ftp", "passwd", &form).unwrap_err().to_string();
        assert_eq!(said, "user: there is no FTP account “x@alice.test”.");
    }
}

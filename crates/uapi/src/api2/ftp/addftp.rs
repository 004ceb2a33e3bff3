//! `Ftp::addftp` of cPanel API 2

use api::{Cx, Effect, FilePath, Flag, Function, Input, Needs, Result, Secret};

use crate::{
    api2::outcome::{self, Outcome},
    ftp::add_ftp::{self as twin, AddFtp},
};

/// Makes an FTP account.
#[derive(Input)]
pub struct Params {
    /// The FTP account, with its domain or without.
    pub user: String,
    /// Its password.
    pub pass: Secret,
    /// Megabytes; 0 is unlimited.
    #[param(default = 0)]
    pub quota: i64,
    /// Its folder, below the home; one named after it where absent.
    pub homedir: Option<FilePath>,
}

/// See [`Params`].
pub struct Addftp;

impl Function for Addftp {
    const NAME: &'static str = "addftp";
    const NEEDS: Needs = AddFtp::NEEDS;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Outcome>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Outcome>> {
        let Params { user, pass, quota, homedir } = params;
        let (domain, pass_hash, disallowdot) = (None, None, Flag(false));
        let twin =
            twin::Params { user, disallowdot, domain, homedir, pass: Some(pass), pass_hash, quota };
        AddFtp::run(cx, twin)?;
        Ok(outcome::done("OK"))
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;
    use serde_json::json;

    use crate::testing::Calls;

    #[test]
    fn a_login_is_made_once() {
        let world = World::new().account("alice", "root");
        let form = [("user", "shop"), ("pass", "Quarry-lamp-7-vivid"), ("quota", "0")];
        let answer = world.api2("alice", "Ftp", "addftp", &form).unwrap();
        assert_eq!(answer.data, json!([{"result": 1, "reason": "OK"}]));
        let said = world.api2("alice", "Ftp", "addftp", &form).unwrap_err().to_string();
        assert_eq!(said, "user: there is an FTP account “shop@alice.test” already.");
    }
}

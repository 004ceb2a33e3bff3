//! `Ftp::kill_session`

use api::{Account, Cx, Effect, Function, Input, Needs, Result};
use functions::domain::ftp::Named;

/// Ends FTP sessions.
#[derive(Input)]
pub struct Params {
    /// FTP user; "all" ends every session of the account.
    #[param(default = "all")]
    pub login: String,
}

/// See [`Params`].
pub struct KillSession;

impl Function for KillSession {
    const NAME: &'static str = "kill_session";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let login = match params.login.as_str() {
            "" | "all" => None,
            own if *account.name() == *own => Some(own.to_owned()),
            text => {
                let named = Named::read(&*tx, &account, "login", text, None)?;
                Some(named.find(&*tx, account.name(), "login")?.login())
            }
        };
        drop(tx);
        cx.host.ftp.end_sessions(&account, login.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls;

    const PASS: &str = "Quarry-lamp-7-vivid";

    fn world() -> World {
        let world = World::new().account("alice", "root");
        let form = [("user", "shop"), ("pass", PASS), ("homedir", "public_html/shop")];
        world.uapi("alice", "Ftp", "add_ftp", &form).unwrap();
        world
    }

    #[test]
    fn only_the_accounts_own_are_ended() {
        let world = world().account("bob", "root");
        for login in ["all", "shop", "shop@alice.test", "alice"] {
            world.uapi("alice", "Ftp", "kill_session", &[("login", login)]).unwrap();
        }
        let said =
            world.uapi_refusal("bob", "Ftp", "kill_session", &[("login", "shop@alice.test")]);
        assert_eq!(said, "domain: “alice.test” is no domain of this account.");
        let said = world.uapi_refusal("alice", "Ftp", "kill_session", &[("login", "x")]);
        assert_eq!(said, "login: there is no FTP account “x@alice.test”.");
    }
}

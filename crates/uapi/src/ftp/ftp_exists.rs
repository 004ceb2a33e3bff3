//! `Ftp::ftp_exists`

use api::{Account, Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::ftp::Named;

/// Tells whether an FTP account exists.
#[derive(Input)]
pub struct Params {
    /// The FTP account, with its domain or without.
    pub user: String,
    /// Main domain by default.
    pub domain: Option<DomainName>,
}

/// See [`Params`].
pub struct FtpExists;

impl Function for FtpExists {
    const NAME: &'static str = "ftp_exists";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let domain = params.domain.as_ref();
        let named = Named::read(&*tx, &account, "user", &params.user, domain)?;
        named.find(&*tx, account.name(), "user").map(|_| ())
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
    fn one_is_there_and_another_not() {
        let world = world();
        world.uapi("alice", "Ftp", "ftp_exists", &[("user", "SHOP")]).unwrap();
        let said = world.uapi_refusal("alice", "Ftp", "ftp_exists", &[("user", "other")]);
        assert_eq!(said, "user: there is no FTP account “other@alice.test”.");
    }
}

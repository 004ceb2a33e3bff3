//! `Ftp::get_quota`

use api::{Account, Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::ftp::Named;

/// Shows an FTP account's quota.
#[derive(Input)]
pub struct Params {
    /// The FTP account, with its domain or without.
    pub account: String,
    /// Main domain by default.
    pub domain: Option<DomainName>,
}

/// See [`Params`].
pub struct GetQuota;

impl Function for GetQuota {
    const NAME: &'static str = "get_quota";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = String;

    fn run(cx: &Cx<'_>, params: Params) -> Result<String> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        if *account.name() == *params.account && params.domain.is_none() {
            return Ok(account.record().quota.to_string());
        }
        let domain = params.domain.as_ref();
        let named = Named::read(&*tx, &account, "account", &params.account, domain)?;
        Ok(named.find(&*tx, account.name(), "account")?.quota.to_string())
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
    fn a_quota_is_megabytes_or_none() {
        let world = world();
        let quota =
            |account: &str| world.uapi_data("alice", "Ftp", "get_quota", &[("account", account)]);
        assert_eq!(quota("shop"), "unlimited");
        let form = [("user", "shop"), ("quota", "12")];
        world.uapi("alice", "Ftp", "set_quota", &form).unwrap();
        assert_eq!(quota("shop@alice.test"), "12");
        assert_eq!(quota("alice"), "unlimited");
        let said = world.uapi_refusal("alice", "Ftp", "get_quota", &[("account", "x")]);
        assert_eq!(said, "account: there is no FTP account “x@alice.test”.");
    }
}

//! `Ftp::list_ftp`

use api::{Account, Cx, Effect, Function, Input, Needs, Output, Result};
use functions::domain::ftp::{
    folders,
    listing::{self, Kind, Kinds},
};

/// Lists FTP accounts.
#[derive(Input)]
pub struct Params {
    /// Types anonymous, logaccess, main, sub, joined by `|`; all where absent.
    pub include_acct_types: Option<String>,
    /// Types anonymous, logaccess, main, sub, joined by `|`; none where absent.
    pub skip_acct_types: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The folder that it sees.
    pub homedir: String,
    /// What kind it is.
    #[param(name = "type")]
    pub kind: Kind,
    /// The login.
    pub user: String,
}

/// See [`Params`].
pub struct ListFtp;

impl Function for ListFtp {
    const NAME: &'static str = "list_ftp";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Vec<Item>> {
        list(cx, params.include_acct_types.as_deref(), params.skip_acct_types.as_deref())
    }
}

/// The rows.
pub fn list(cx: &Cx<'_>, include: Option<&str>, skip: Option<&str>) -> Result<Vec<Item>> {
    let kinds = Kinds::read(include, skip)?;
    let tx = cx.host.store.read()?;
    let account = Account::of_caller(&*tx, cx.caller)?;
    let entries = listing::entries(&*tx, &account, &kinds)?;
    let item = |entry: listing::Entry| Item {
        homedir: folders::absolute(&account, &entry.folder),
        kind: entry.kind,
        user: entry.login,
    };
    Ok(entries.into_iter().map(item).collect())
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
    fn the_accounts_own_stands_first_and_anybodys_last() {
        use serde_json::json;

        let world = world();
        world.uapi("alice", "Ftp", "set_anonymous_ftp", &[("set", "1")]).unwrap();
        let shop = "/home/alice/public_html/shop";
        let public = "/home/alice/public_ftp";
        assert_eq!(
            world.uapi_data("alice", "Ftp", "list_ftp", &[]),
            json!([
                {"user": "alice", "homedir": "/home/alice", "type": "main"},
                {"user": "shop@alice.test", "homedir": shop, "type": "sub"},
                {"user": "anonymous", "homedir": public, "type": "anonymous"},
                {"user": "ftp", "homedir": public, "type": "anonymous"},
            ])
        );
        let form = [("skip_acct_types", "anonymous|main")];
        let data = world.uapi_data("alice", "Ftp", "list_ftp", &form);
        assert_eq!(data.as_array().unwrap().len(), 1);
        let said = world.uapi_refusal("alice", "Ftp", "list_ftp", &[("include_acct_types", "x")]);
        assert!(said.starts_with("include_acct_types: "), "{said}");
    }

    #[test]
    fn logins_follow_their_account_and_its_domains() {
        let world = world();
        let form = [("user", "alice"), ("newuser", "anna"), ("DNS", "anna.test")];
        world.call("root", "modifyacct", &form).unwrap();
        let form = [("include_acct_types", "sub")];
        let data = world.uapi_data("anna", "Ftp", "list_ftp", &form);
        assert_eq!(data[0]["user"], "shop@anna.test");
        assert_eq!(data[0]["homedir"], "/home/anna/public_html/shop");
        assert!(functions::domain::apply::drift(&world.host).unwrap().is_empty());
        let anna = "anna".parse().unwrap();
        let locked = || world.machine.ftp(&anna).unwrap().unwrap().locked;
        world.call("root", "suspendacct", &[("user", "anna")]).unwrap();
        assert!(locked());
        world.call("root", "unsuspendacct", &[("user", "anna")]).unwrap();
        assert!(!locked());
        let form = [("user", "anna"), ("leave-ftp-accts-enabled", "1")];
        world.call("root", "suspendacct", &form).unwrap();
        assert!(!locked());
        world.call("root", "removeacct", &[("user", "anna")]).unwrap();
        assert!(world.machine.ftp(&anna).unwrap().is_none());
        let world = world.account("anna", "root");
        let data = world.uapi_data("anna", "Ftp", "list_ftp", &[]);
        assert_eq!(data.as_array().unwrap().len(), 1);
    }

    #[test]
    fn an_account_without_the_feature_has_no_list() {
        let world = world();
        let form = [("user", "alice"), ("features", r#"{"ftpaccts":0}"#)];
        world.call("root", "add_override_features_for_user", &form).unwrap();
        assert!(world.uapi("alice", "Ftp", "list_ftp", &[]).is_err());
    }
}

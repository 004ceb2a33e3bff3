//! `Ftp::add_ftp`

use api::{
    Cx, DomainName, Effect, Error, FilePath, Flag, Function, Input, Needs, Result, Secret,
    records::FtpLogin,
};
use functions::domain::ftp::{
    Named, folders,
    logins::{self, Given},
};

/// Creates an FTP account.
#[derive(Input)]
pub struct Params {
    /// The FTP account, with its domain or without.
    pub user: String,
    /// 1 strips dots from the name.
    #[param(default = 1)]
    pub disallowdot: Flag,
    /// One of the account's own; main domain by default.
    pub domain: Option<DomainName>,
    /// Relative to the home directory; a folder named after the account where absent.
    pub homedir: Option<FilePath>,
    /// This or `pass_hash`, never both.
    pub pass: Option<Secret>,
    /// The password hash: crypt-style hash.
    pub pass_hash: Option<Secret>,
    /// Megabytes; 0 is unlimited.
    #[param(default = 0)]
    pub quota: i64,
}

/// See [`Params`].
pub struct AddFtp;

impl Function for AddFtp {
    const NAME: &'static str = "add_ftp";
    const NEEDS: Needs = Needs::Features(&["ftpaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let given = match (&params.pass, &params.pass_hash) {
            (Some(pass), None) => Given::Plain(pass),
            (None, Some(hash)) => Given::Hash(hash),
            (Some(_), Some(_)) => {
                return Err(Error::param("pass_hash", "give either pass or pass_hash, not both."));
            }
            (None, None) => return Err(Error::param("pass", "is required.")),
        };
        let quota = logins::quota("quota", params.quota)?;
        let user = name(&params);
        let domain = params.domain.as_ref();
        let read = |tx: &dyn api::records::Tx, account: &api::Account| {
            let Named { name, domain } = Named::read(tx, account, "user", &user, domain)?;
            let home = match &params.homedir {
                Some(path) => folders::read(account, "homedir", path)?,
                None => name.clone(),
            };
            let account = account.name().clone();
            Ok(FtpLogin { name, domain, account, home, password: String::new(), quota })
        };
        logins::create(cx, read, &given)
    }
}

/// The name as it is meant: without dots before the `@`, where they are not wanted.
fn name(params: &Params) -> String {
    if !params.disallowdot.0 {
        return params.user.clone();
    }
    match params.user.split_once('@') {
        Some((name, domain)) => format!("{}@{domain}", name.replace('.', "")),
        None => params.user.replace('.', ""),
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;
    use serde_json::json;

    use crate::testing::Calls;

    const PASS: &str = "Quarry-lamp-7-vivid";

    #[test]
    fn a_login_is_kept_and_on_the_machine_with_its_folder() {
        let world = World::new().account("alice", "root");
        let form = [("user", "web.master"), ("pass", PASS), ("quota", "20")];
        assert!(world.uapi_data("alice", "Ftp", "add_ftp", &form).is_null());
        let form = [("user", "shop@alice.test"), ("pass", PASS), ("homedir", "/home/alice/a/b/")];
        world.uapi("alice", "Ftp", "add_ftp", &form).unwrap();
        let alice = "alice".parse().unwrap();
        let state = world.machine.ftp(&alice).unwrap().unwrap();
        let logins: Vec<_> =
            state.logins.iter().map(|one| (one.login.as_str(), one.home.as_str())).collect();
        assert_eq!(logins, [("shop@alice.test", "a/b"), ("webmaster@alice.test", "webmaster")]);
        assert!(!state.locked && state.logins[1].password.starts_with("$y$"));
        assert_eq!(state.logins[1].quota, api::Limit::of(20));
        assert!(functions::domain::apply::drift(&world.host).unwrap().is_empty());
        let form = [("user", "shop"), ("domain", "alice.test")];
        world.uapi("alice", "Ftp", "ftp_exists", &form).unwrap();
        let hash = "$6$saltsalt$abcdefghijklmnopqrstuvwxyz";
        let form = [("user", "old"), ("pass_hash", hash), ("disallowdot", "0")];
        world.uapi("alice", "Ftp", "add_ftp", &form).unwrap();
        let state = world.machine.ftp(&alice).unwrap().unwrap();
        assert!(state.logins.iter().any(|one| one.password == hash));
    }

    #[test]
    fn what_is_wrong_is_named_and_nothing_changes() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("user", "shop"), ("pass", PASS)];
        world.uapi("alice", "Ftp", "add_ftp", &form).unwrap();
        for (form, said) in [
            (&[("user", "shop"), ("pass", PASS)][..], "user: there is an FTP account “shop@alice"),
            (&[("user", "a b"), ("pass", PASS)], "user: must have 1 to 64 letters"),
            (&[("user", "x@bob.test"), ("pass", PASS)], "domain: “bob.test” is no domain of this"),
            (&[("user", "x"), ("domain", "no.test"), ("pass", PASS)], "domain: “no.test” is no"),
            (&[("user", "x"), ("pass", "short")], "password: must have"),
            (&[("user", "x")], "pass: is required."),
            (&[("user", "x"), ("pass_hash", "plain")], "pass_hash: must be a password as crypt"),
            (&[("user", "x"), ("pass", PASS), ("pass_hash", "$6$")], "pass_hash: give either"),
            (&[("user", "x"), ("pass", PASS), ("quota", "-1")], "quota: must be a number from 0"),
            (&[("user", "x"), ("pass", PASS), ("homedir", "../b")], "homedir: “../b” climbs"),
        ] {
            let refusal = world.uapi_refusal("alice", "Ftp", "add_ftp", form);
            assert!(refusal.starts_with(said), "{refusal}");
        }
        let list = world.uapi_data("alice", "Ftp", "list_ftp", &[("include_acct_types", "sub")]);
        assert_eq!(list.as_array().unwrap().len(), 1, "{list}");
        assert_eq!(
            world.uapi_data("bob", "Ftp", "list_ftp", &[("skip_acct_types", "main")]),
            json!([])
        );
    }

    #[test]
    fn an_account_has_no_more_than_its_limit() {
        let world = World::new()
            .account("alice", "root")
            .with_account("alice", |account| account.max_ftp = api::Limit::of(1));
        world.uapi("alice", "Ftp", "add_ftp", &[("user", "a"), ("pass", PASS)]).unwrap();
        let form = [("user", "b"), ("pass", PASS)];
        let said = world.uapi_refusal("alice", "Ftp", "add_ftp", &form);
        assert_eq!(said, "user: the account may have 1 FTP accounts, and has them.");
    }
}

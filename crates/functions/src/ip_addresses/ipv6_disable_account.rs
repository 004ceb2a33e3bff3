//! `ipv6_disable_account`

use api::{Cx, Effect, Error, Function, Input, Needs, Output, Result};

use crate::domain::{
    accounts::rights,
    addresses::six,
    change::{Change, OnFailure},
};

/// Take the IPv6 address away from accounts.
#[derive(Input)]
pub struct Params {
    /// Account names, comma list.
    pub user: String,
}

/// What `ipv6_disable_account` answers.
#[derive(Output)]
pub struct Reply {
    /// How many accounts failed, where some did.
    #[param(absent)]
    pub fail_cnt: Option<i64>,
    /// Which and why.
    #[param(absent)]
    pub failures: Option<Vec<Failure>>,
}

/// One item of `failures`.
#[derive(Output)]
pub struct Failure {
    /// The account.
    pub name: String,
    /// Why it failed.
    pub reason: String,
}

/// See [`Params`].
pub struct Ipv6DisableAccount;

impl Function for Ipv6DisableAccount {
    const NAME: &'static str = "ipv6_disable_account";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let mut change = Change::begin(cx)?;
        let mut failures = Vec::new();
        for name in six::named(&params.user)? {
            let given = name.parse().map_err(|problem: String| Error::param("user", problem));
            let account = given.and_then(|name| rights::account(cx, change.tx(), &name));
            let taken = account.and_then(|account| six::disable(cx, &mut change, account.name()));
            if let Err(problem) = taken {
                failures.push(Failure { name, reason: problem.to_string() });
            }
        }
        change.commit(OnFailure::Undo)?;
        let fail_cnt = i64::try_from(failures.len()).ok().filter(|count| *count > 0);
        Ok(Reply { fail_cnt, failures: fail_cnt.map(|_| failures) })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn the_address_goes_and_the_next_is_another() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("name", "web"), ("range", "2001:db8::/126")];
        world.call("root", "ipv6_range_add", &form).unwrap();
        let enable = || {
            let form = [("user", "alice"), ("range", "web")];
            world.data("root", "ipv6_enable_account", &form)["ipv6"]["alice"].clone()
        };
        let has_six = || {
            let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
            zone.lines.iter().any(|line| line.kind == "AAAA")
        };
        let mut given = Vec::new();
        for _ in 0..4 {
            given.push(enable());
            assert!(has_six());
            let data = world.data("root", "ipv6_disable_account", &[("user", "alice")]);
            assert_eq!(data, json!({}));
            assert!(!has_six());
        }
        let digits = |text: &serde_json::Value| text.as_str().unwrap().chars().last().unwrap();
        assert_eq!(given.iter().map(digits).collect::<String>(), "1231");
        let data = world.data("root", "ipv6_disable_account", &[("user", "bob, alice")]);
        assert_eq!(data["fail_cnt"], 2);
        assert_eq!(data["failures"][0]["reason"], "The account “bob” has no IPv6 address.");
    }
}

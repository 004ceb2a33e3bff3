//! `ipv6_enable_account`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result};

use crate::domain::{
    accounts::rights,
    addresses::six,
    change::{Change, OnFailure},
};

/// Give accounts an IPv6 address from a range.
#[derive(Input)]
pub struct Params {
    /// Range name; SHARED gives the server's shared address.
    pub range: String,
    /// Account names, comma list.
    pub user: String,
}

/// What `ipv6_enable_account` answers.
#[derive(Output)]
pub struct Reply {
    /// How many accounts failed, where some did.
    #[param(absent)]
    pub fail_cnt: Option<i64>,
    /// Why, by account.
    #[param(absent)]
    pub failures: Option<BTreeMap<String, String>>,
    /// The addresses with all their digits, by account.
    pub ipv6: BTreeMap<String, String>,
}

/// See [`Params`].
pub struct Ipv6EnableAccount;

impl Function for Ipv6EnableAccount {
    const NAME: &'static str = "ipv6_enable_account";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let mut change = Change::begin(cx)?;
        if params.range == six::SHARED {
            six::shared(cx.host).ok_or_else(six::no_shared)?;
        } else {
            six::range(change.tx(), "range", &params.range)?;
        }
        let (mut ipv6, mut failures) = (BTreeMap::new(), BTreeMap::new());
        for name in six::named(&params.user)? {
            let given = name.parse().map_err(|problem: String| api::Error::param("user", problem));
            let account = given.and_then(|name| rights::account(cx, change.tx(), &name));
            let given =
                account.and_then(|account| six::enable(cx, &mut change, &account, &params.range));
            match given {
                Ok(ip) => ipv6.insert(name, six::in_full(ip)),
                Err(problem) => failures.insert(name, problem.to_string()),
            };
        }
        change.commit(OnFailure::Undo)?;
        let fail_cnt = i64::try_from(failures.len()).ok().filter(|count| *count > 0);
        Ok(Reply { fail_cnt, failures: fail_cnt.map(|_| failures), ipv6 })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::World;

    fn values(world: &World, zone: &str) -> Vec<(String, String)> {
        let zone = world.machine.find_zone(zone).unwrap().unwrap();
        let lines = zone.lines.iter().filter(|line| line.kind == "AAAA");
        lines.map(|line| (line.name.clone(), line.value.clone())).collect()
    }

    #[test]
    fn accounts_have_the_address_in_their_zones_and_on_the_machine() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("name", "web"), ("range", "2001:db8::/64")];
        world.call("root", "ipv6_range_add", &form).unwrap();
        let form = [("user", "alice,nobody"), ("range", "web")];
        let data = world.data("root", "ipv6_enable_account", &form);
        assert_eq!(
            data,
            json!({
                "fail_cnt": 1, "failures": {"nobody": "There is no account “nobody”."},
                "ipv6": {"alice": "2001:0db8:0000:0000:0000:0000:0000:0001"},
            })
        );
        let names = values(&world, "alice.test");
        assert!(names.contains(&(String::new(), "2001:db8::1".to_owned())), "{names:?}");
        assert!(values(&world, "bob.test").is_empty());
        let ip: std::net::IpAddr = "2001:db8::1".parse().unwrap();
        let there = |world: &World| {
            world.host.addresses.list().unwrap().iter().any(|one| one.address.ip == ip)
        };
        assert!(there(&world) && crate::domain::apply::drift(&world.host).unwrap().is_empty());
        let again =
            world.data("root", "ipv6_enable_account", &[("user", "alice"), ("range", "web")]);
        assert_eq!(
            again["failures"]["alice"],
            "The account “alice” has the IPv6 address 2001:db8::1."
        );
        world.call("root", "modifyacct", &[("user", "alice"), ("newuser", "anna")]).unwrap();
        world.call("root", "removeacct", &[("user", "anna")]).unwrap();
        assert!(!there(&world) && crate::domain::apply::drift(&world.host).unwrap().is_empty());
    }

    #[test]
    fn a_range_must_be_there_and_open_and_have_addresses() {
        let world = World::new().account("alice", "root").account("bob", "root");
        for (name, range, enabled) in
            [("kept", "2001:db8::/64", "0"), ("small", "2001:db8:1::/127", "1")]
        {
            let form = [("name", name), ("range", range), ("enabled", enabled)];
            world.call("root", "ipv6_range_add", &form).unwrap();
        }
        let ask = |user: &str, range: &str| {
            world.call("root", "ipv6_enable_account", &[("user", user), ("range", range)])
        };
        assert!(ask("alice", "x").unwrap_err().to_string().starts_with("range: there is no"));
        let said = ask("alice", "SHARED").unwrap_err().to_string();
        assert_eq!(said, "range: the server has no shared IPv6 address; name a range.");
        let data = ask("alice", "kept").unwrap().data;
        assert_eq!(data["failures"]["alice"], "range: “kept” is reserved.");
        let data = ask("alice,bob", "small").unwrap().data;
        assert_eq!(data["failures"], json!({"bob": "range: “small” has no free address."}));
    }
}

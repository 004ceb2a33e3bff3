//! `getresellerips`

use api::{Acl, Cx, Effect, Error, Flag, Function, Input, Needs, Output, Result, UserName};

use crate::domain::resellers::{self, addresses};

/// Lists the addresses that a reseller may put accounts on.
#[derive(Debug, Input)]
pub struct Params {
    /// The reseller. Where it is absent, root is meant, so that resellers must name themselves.
    pub user: Option<UserName>,
}

/// The addresses.
#[derive(Debug, Output)]
pub struct Reply {
    /// 1: the reseller is not held to addresses of their own.
    pub all: Flag,
    /// The IPv4 addresses; of one who is held to their own, those that were given.
    pub ip: Vec<String>,
}

/// See [`Params`].
pub struct Getresellerips;

impl Function for Getresellerips {
    const NAME: &'static str = "getresellerips";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::BasicSystemInfo]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let user = params.user.unwrap_or_else(UserName::root);
        if user.is_root() {
            if !cx.caller.is_rootlike() {
                return Err(Error::denied("user: name yourself; root's addresses are root's."));
            }
            return Ok(Reply { all: Flag(true), ip: addresses::of_server(cx.host, &*tx)? });
        }
        resellers::find(cx, &*tx, &user)?;
        if addresses::of(&*tx, &user)?.is_held.0 {
            return Ok(Reply { all: Flag(false), ip: addresses::given(&*tx, &user)? });
        }
        Ok(Reply { all: Flag(true), ip: addresses::usable(cx.host, &*tx, &user)? })
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn each_reseller_gets_their_own_and_root_all() {
        let world = World::new()
            .reseller("carol", &[Acl::BasicSystemInfo])
            .reseller("dave", &[Acl::BasicSystemInfo]);
        let ips = |world: &World, by: &str, user: &str| {
            world.data(by, "getresellerips", &[("user", user)])
        };
        assert_eq!(ips(&world, "carol", "carol"), json!({"all": 1, "ip": ["192.0.2.10"]}));
        let world = world.addresses("192.0.2.30").addresses("192.0.2.4/30");
        let form = [("user", "carol"), ("delegate", "1"), ("ips", "192.0.2.30, 192.0.2.4")];
        world.call("root", "setresellerips", &form).unwrap();
        assert_eq!(
            ips(&world, "root", "carol"),
            json!({"all": 0, "ip": ["192.0.2.4", "192.0.2.30"]})
        );
        let open = ["192.0.2.5", "192.0.2.6", "192.0.2.7", "192.0.2.10"];
        assert_eq!(ips(&world, "dave", "dave"), json!({"all": 1, "ip": open}));
        let form = [("username", "alice"), ("ip", "y"), ("customip", "192.0.2.7")];
        world.call("root", "createacct", &form).unwrap();
        let all = [&["192.0.2.4"], &open[..], &["192.0.2.30"]].concat();
        let all = json!({"all": 1, "ip": all});
        assert_eq!(world.data("root", "getresellerips", &[]), all);
    }

    #[test]
    fn a_reseller_must_name_themselves() {
        let world = World::new().reseller("carol", &[Acl::BasicSystemInfo]).reseller("dave", &[]);
        let said = world.refusal("carol", "getresellerips", &[]);
        assert!(said.starts_with("user: name yourself"), "{said}");
        let said = world.refusal("carol", "getresellerips", &[("user", "dave")]);
        assert_eq!(said, "There is no reseller “dave”.");
        assert!(world.call("dave", "getresellerips", &[("user", "dave")]).is_err());
    }
}

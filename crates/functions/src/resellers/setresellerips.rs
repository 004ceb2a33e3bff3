//! `setresellerips`

use api::{Cx, Effect, Flag, Function, Input, Legacy, Needs, Output, Result, UserName};

use crate::domain::{
    addresses as pool,
    change::{Change, OnFailure},
    resellers::{self, addresses},
};

/// Sets the addresses that a reseller may give to accounts besides the shared one, in place of those
/// there were. An account that is to have an address of its own gets the first of them that is free.
#[derive(Debug, Input)]
pub struct Params {
    /// The reseller.
    pub user: UserName,
    /// 1: the reseller may use these and their own shared address only.
    #[param(default = 0)]
    pub delegate: Flag,
    /// IPv4 addresses parted by commas; none where it is absent.
    pub ips: Option<String>,
}

/// The addresses.
#[derive(Debug, Output)]
pub struct Reply {
    /// 1, where the reseller is not held to these.
    #[param(absent)]
    pub all: Option<Flag>,
    /// The addresses.
    pub ip: Vec<String>,
}

/// See [`Params`].
pub struct Setresellerips;

impl Function for Setresellerips {
    const NAME: &'static str = "setresellerips";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let ips = addresses::parse("ips", params.ips.as_deref().unwrap_or_default())?;
        let mut change = Change::begin(cx)?;
        let reseller = resellers::find(cx, change.tx(), &params.user)?;
        for ip in &ips {
            pool::check(cx.host, change.tx(), "ips", *ip)?;
        }
        addresses::set(&mut change, &reseller.name, params.delegate.0, &ips)?;
        change.commit(OnFailure::Undo)?;
        let all = (!params.delegate.0).then_some(Flag(true));
        Ok(Reply { all, ip: ips.iter().map(ToString::to_string).collect() })
    }
}

#[cfg(test)]
mod tests {
    use api::{Acl, Kind};
    use serde_json::json;

    use crate::testing::World;

    fn world() -> World {
        World::new().account("carol", "root").addresses("192.0.2.28/30").reseller(
            "carol",
            &[Acl::CreateAcct, Acl::EditAccount, Acl::AddPkgIp, Acl::AllowUnlimitedDiskPkgs],
        )
    }

    #[test]
    fn accounts_get_what_is_free_of_them() {
        let world = world();
        let form = [("user", "carol"), ("delegate", "1"), ("ips", "192.0.2.31,192.0.2.30,")];
        let data = world.data("root", "setresellerips", &form);
        assert_eq!(data, json!({"ip": ["192.0.2.30", "192.0.2.31"]}));
        let make = |user: &str, extra: &[(&str, &str)]| {
            let form = [&[("username", user)], extra].concat();
            world.call("carol", "createacct", &form).map(|answer| answer.data["ip"].clone())
        };
        assert_eq!(make("alice", &[("ip", "y")]).unwrap(), "192.0.2.30");
        assert_eq!(make("bob", &[("customip", "192.0.2.31")]).unwrap(), "192.0.2.31");
        assert_eq!(make("dora", &[]).unwrap(), "192.0.2.10");
        let said = make("eve", &[("ip", "y")]).unwrap_err().to_string();
        assert!(said.starts_with("ip: ") && said.contains("free address"), "{said}");
        let said = make("eve", &[("customip", "192.0.2.30")]).unwrap_err().to_string();
        assert_eq!(said, "customip: 192.0.2.30 is in use.");
        let foreign = make("eve", &[("customip", "192.0.2.99")]).unwrap_err();
        assert_eq!(foreign.kind(), Kind::Denied);
    }

    #[test]
    fn without_any_the_list_is_cleared() {
        let world = world();
        let form = [("user", "carol"), ("delegate", "1"), ("ips", "192.0.2.30")];
        world.call("root", "setresellerips", &form).unwrap();
        let data = world.data("root", "setresellerips", &[("user", "carol")]);
        assert_eq!(data, json!({"all": 1, "ip": []}));
        let form = [("user", "dave"), ("ips", "192.0.2.30")];
        let world = world.reseller("dave", &[]);
        world.call("root", "setresellerips", &form).unwrap();
        let form = [("username", "alice"), ("customip", "192.0.2.30")];
        assert!(world.refusal("carol", "createacct", &form).starts_with("customip: "));
    }

    #[test]
    fn what_is_no_address_or_no_reseller_is_refused() {
        let world = world().account("alice", "root");
        for (form, said) in [
            (&[("user", "carol"), ("ips", "192.0.2.1,x")][..], "ips: must be IPv4 addresses"),
            (&[("user", "carol"), ("ips", "::1")], "ips: must be IPv4 addresses"),
            (&[("user", "carol"), ("ips", "192.0.2.99")], "ips: 192.0.2.99 is no address of this"),
            (&[("user", "alice")], "There is no reseller “alice”."),
            (&[], "user: is required"),
        ] {
            let refusal = world.refusal("root", "setresellerips", form);
            assert!(refusal.starts_with(said), "{refusal}");
        }
        assert!(world.call("carol", "setresellerips", &[("user", "carol")]).is_err());
    }
}

//! `setresellermainip`

use std::net::IpAddr;

use api::records::{AccountRecord, ResellerAddresses, is};
use api::{Cx, Effect, Error, Function, Input, Kind, Legacy, Needs, Result, UserName};

use crate::domain::{
    addresses as pool,
    change::{Change, OnFailure},
    resellers::{self, addresses},
};

/// Sets the address of a reseller's new accounts that have none of their own.
#[derive(Debug, Input)]
pub struct Params {
    /// The IPv4 address.
    pub ip: IpAddr,
    /// The reseller.
    pub user: UserName,
}

/// See [`Params`].
pub struct Setresellermainip;

impl Function for Setresellermainip {
    const NAME: &'static str = "setresellermainip";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let IpAddr::V4(address) = params.ip else {
            return Err(Error::param("ip", "must be an IPv4 address."));
        };
        let ip = params.ip.to_string();
        let mut change = Change::begin(cx)?;
        let reseller = resellers::find(cx, change.tx(), &params.user)?;
        pool::check(cx.host, change.tx(), "ip", address)?;
        let user: Option<AccountRecord> = change.tx().first(vec![is("ip", ip.as_str())])?;
        if let Some(account) = user.filter(|account| account.dedicated_ip.0) {
            let said = format!("ip: {ip} is the account “{}”'s alone.", account.name);
            return Err(Error::new(Kind::Conflict, said));
        }
        let before = addresses::of(change.tx(), &reseller.name)?;
        change.save(&ResellerAddresses { shared: Some(ip), ..before })?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    #[test]
    fn new_accounts_of_the_reseller_are_on_it_and_no_others() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::CreateAcct, Acl::EditAccount])
            .addresses("192.0.2.40");
        world
            .call("root", "setresellermainip", &[("user", "carol"), ("ip", "192.0.2.40")])
            .unwrap();
        world
            .call("carol", "createacct", &[("username", "alice"), ("domain", "a.example")])
            .unwrap();
        let world = world.account("bob", "carol").account("dora", "root");
        for (name, ip) in [("alice", "192.0.2.40"), ("bob", "192.0.2.40"), ("dora", "192.0.2.10")] {
            assert_eq!(world.record(name).ip, ip, "{name}");
        }
        let form = [("username", "eve"), ("ip", "y"), ("customip", "192.0.2.40")];
        assert_eq!(world.refusal("root", "createacct", &form), "customip: 192.0.2.40 is in use.");
    }

    #[test]
    fn what_is_one_accounts_alone_or_no_ipv4_is_refused() {
        let world = World::new().reseller("carol", &[]).addresses("192.0.2.7");
        let form = [("username", "alice"), ("ip", "y"), ("customip", "192.0.2.7")];
        world.call("root", "createacct", &form).unwrap();
        for (ip, said) in [
            ("192.0.2.7", "ip: 192.0.2.7 is the account “alice”'s alone."),
            ("192.0.2.9", "ip: 192.0.2.9 is no address of this server; addips adds it."),
            ("2001:db8::1", "ip: must be an IPv4 address."),
            ("x", "ip: “x” is not an IP address"),
        ] {
            let form = [("user", "carol"), ("ip", ip)];
            assert_eq!(world.refusal("root", "setresellermainip", &form), said);
        }
        let said =
            world.refusal("root", "setresellermainip", &[("user", "eve"), ("ip", "192.0.2.8")]);
        assert_eq!(said, "There is no reseller “eve”.");
        assert!(
            world
                .call("carol", "setresellermainip", &[("user", "carol"), ("ip", "192.0.2.8")])
                .is_err()
        );
    }
}

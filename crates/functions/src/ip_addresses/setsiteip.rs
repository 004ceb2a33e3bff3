//! `setsiteip`

use std::net::{IpAddr, Ipv4Addr};

use api::{
    Account, Acl, Cx, DomainName, Effect, Error, Function, Input, Kind, Legacy, Needs, Result,
    UserName,
    records::{AccountRecord, DomainRecord, Tx},
};

use crate::domain::{
    accounts::rights::{self, require},
    addresses::{self as pool, sites},
    change::{Change, OnFailure},
    resellers::addresses,
};

/// Change the IP address of an account: all its sites go there, and the records of its zones follow.
/// On a free address it is alone.
#[derive(Input)]
pub struct Params {
    /// The IPv4 address: a shared one, or one that the account's owner may use.
    pub ip: IpAddr,
    /// A domain of the account; this or user is needed.
    pub domain: Option<DomainName>,
    /// The account; this or domain is needed.
    pub user: Option<UserName>,
}

/// See [`Params`].
pub struct Setsiteip;

impl Function for Setsiteip {
    const NAME: &'static str = "setsiteip";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditAccount]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let IpAddr::V4(ip) = params.ip else {
            return Err(Error::param("ip", "must be an IPv4 address."));
        };
        let mut change = Change::begin(cx)?;
        let mut record = account(cx, change.tx(), &params)?.into_record();
        let alone = check(cx, change.tx(), &record, ip)?;
        sites::put_on(cx, &mut change, &mut record, &ip.to_string(), alone)?;
        change.commit(OnFailure::Undo)?;
        cx.reason(format!("The sites of {} are on {ip}.", record.name));
        Ok(())
    }
}

/// The account named, or that of the domain named.
fn account(cx: &Cx<'_>, tx: &dyn Tx, params: &Params) -> Result<Account> {
    let of_domain = match &params.domain {
        Some(domain) => {
            let unknown = || Error::not_found(format!("There is no domain “{domain}”."));
            let row: Option<DomainRecord> = tx.find(&[domain.into()])?;
            let name = row.ok_or_else(unknown)?.account;
            cx.account(tx, &name).map_err(|_| unknown())?;
            Some(name)
        }
        None => None,
    };
    let name = match (of_domain, &params.user) {
        (Some(name), Some(user)) if name != *user => {
            return Err(Error::param("domain", format!("is not of the account “{user}”.")));
        }
        (Some(name), _) => name,
        (None, Some(user)) => user.clone(),
        (None, None) => return Err(Error::param("user", "give it or domain.")),
    };
    rights::account(cx, tx, &name)
}

/// Whether the account will have the address alone; refuses one that it may not have.
fn check(cx: &Cx<'_>, tx: &dyn Tx, record: &AccountRecord, ip: Ipv4Addr) -> Result<bool> {
    pool::check(cx.host, tx, "ip", ip)?;
    let text = ip.to_string();
    if !cx.caller.is_rootlike() && !addresses::usable(cx.host, tx, &record.owner)?.contains(&text) {
        return Err(Error::denied(format!(
            "ip: accounts of “{}” may not be on {ip}.",
            record.owner
        )));
    }
    let usage = pool::usage(tx, &text)?;
    let own = usage.account.as_ref() == Some(&record.name);
    if let Some(other) = usage.account.as_ref().filter(|_| usage.alone && !own) {
        let said = format!("ip: {ip} is the account “{other}”'s alone.");
        return Err(Error::new(Kind::Conflict, said));
    }
    let others = usage.shared || (usage.account.is_some() && !own);
    let alone = Some(ip) != pool::main(cx.host) && !others;
    if alone && !own {
        require(cx, Acl::AddPkgIp, "ip", "an address of its own")?;
    }
    Ok(if own { record.dedicated_ip.0 } else { alone })
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    fn values(world: &World, zone: &str) -> Vec<String> {
        let zone = world.machine.find_zone(zone).unwrap().unwrap();
        let lines = zone.lines.iter().filter(|line| {
            line.name.is_empty() && (line.kind == "A" || line.value.contains("v=spf1"))
        });
        lines.map(|line| line.value.clone()).collect()
    }

    #[test]
    fn the_account_and_its_zone_go_to_a_free_address_and_back() {
        let world = World::new().account("alice", "root").addresses("192.0.2.20");
        let serial =
            |world: &World| world.machine.find_zone("alice.test").unwrap().unwrap().soa.serial;
        let before = serial(&world);
        let form = [("domain", "alice.test"), ("ip", "192.0.2.20")];
        world.call("root", "setsiteip", &form).unwrap();
        let record = world.record("alice");
        assert_eq!((record.ip.as_str(), record.dedicated_ip.0), ("192.0.2.20", true));
        let policy = |ip: &str| format!("\"v=spf1 +a +mx +ip4:{ip} ~all\"");
        assert_eq!(values(&world, "alice.test"), ["192.0.2.20".to_owned(), policy("192.0.2.20")]);
        assert_eq!(serial(&world), before + 1);
        let form = [("user", "alice"), ("ip", "192.0.2.10")];
        world.call("root", "setsiteip", &form).unwrap();
        let record = world.record("alice");
        assert_eq!((record.ip.as_str(), record.dedicated_ip.0), ("192.0.2.10", false));
        assert_eq!(values(&world, "alice.test"), ["192.0.2.10".to_owned(), policy("192.0.2.10")]);
    }

    #[test]
    fn what_is_anothers_or_not_there_is_refused() {
        let world = World::new().account("alice", "root").addresses("192.0.2.20");
        let form = [("username", "bob"), ("ip", "y")];
        world.call("root", "createacct", &form).unwrap();
        for (form, said) in [
            (
                &[("user", "alice"), ("ip", "192.0.2.20")][..],
                "ip: 192.0.2.20 is the account “bob”'s",
            ),
            (&[("user", "alice"), ("ip", "192.0.2.21")], "ip: 192.0.2.21 is no address of this"),
            (&[("user", "alice"), ("ip", "::1")], "ip: must be an IPv4 address."),
            (&[("ip", "192.0.2.20")], "user: give it or domain."),
            (&[("domain", "x.test"), ("ip", "192.0.2.20")], "There is no domain “x.test”."),
        ] {
            let refusal = world.refusal("root", "setsiteip", form);
            assert!(refusal.starts_with(said), "{refusal}");
        }
        assert_eq!(world.record("alice").ip, "192.0.2.10");
    }

    #[test]
    fn a_reseller_moves_their_own_accounts_to_their_own_addresses() {
        let world = World::new()
            .account("bob", "root")
            .addresses("192.0.2.20/30")
            .reseller("carol", &[Acl::EditAccount, Acl::AddPkgIp])
            .reseller("dave", &[Acl::EditAccount])
            .account("alice", "carol");
        let form = [("user", "dave"), ("ips", "192.0.2.21"), ("delegate", "1")];
        world.call("root", "setresellerips", &form).unwrap();
        let world = world.account("dora", "dave");
        let ask = |by: &str, user: &str, ip: &str| {
            world.call(by, "setsiteip", &[("user", user), ("ip", ip)]).map_err(|e| e.to_string())
        };
        assert!(ask("carol", "alice", "192.0.2.21").unwrap_err().contains("may not"));
        assert_eq!(ask("carol", "bob", "192.0.2.20").unwrap_err(), "There is no account “bob”.");
        assert!(ask("dave", "dora", "192.0.2.21").unwrap_err().contains("add-pkg-ip"));
        ask("carol", "alice", "192.0.2.20").unwrap();
        assert_eq!(world.record("alice").ip, "192.0.2.20");
    }
}

//! `listips`

use std::collections::BTreeMap;

use api::{
    Cx, Effect, Flag, Function, Input, Legacy, Needs, Output, Result,
    ports::{Interface, InterfaceAddress},
    records::Tx,
};
use ipnet::Ipv4Net;

use crate::domain::addresses::{self, outside};

/// List the server's IPv4 addresses.
#[derive(Input)]
pub struct Params;

/// What `listips` answers.
#[derive(Output)]
pub struct Reply {
    /// The IP address.
    pub ip: Vec<Ip>,
}

/// One item of `ip`.
#[derive(Output)]
pub struct Ip {
    /// The active flag: 0 or 1.
    pub active: Flag,
    /// The dedicated flag: 0 or 1.
    pub dedicated: Flag,
    /// The if.
    #[param(name = "if")]
    pub if_: String,
    /// The IP address.
    pub ip: String,
    /// The mainaddr flag: 0 or 1.
    pub mainaddr: Flag,
    /// The netmask.
    pub netmask: String,
    /// The network.
    pub network: String,
    /// The public IP address.
    pub public_ip: String,
    /// The removable flag: 0 or 1.
    pub removable: Flag,
    /// The used flag: 0 or 1.
    pub used: Flag,
}

/// See [`Params`].
pub struct Listips;

impl Function for Listips {
    const NAME: &'static str = "listips";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::BARE.renaming(&[("ip", "result")]);
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let there = cx.host.addresses.list()?.into_iter();
        let mut there: BTreeMap<_, _> = there.map(|one| (one.address.ip, one)).collect();
        let mut wanted: Vec<InterfaceAddress> = Vec::new();
        if let Some(main) = addresses::main(cx.host) {
            let own = there.get(&main.into()).map(|interface| interface.address.prefix);
            wanted.push(InterfaceAddress {
                ip: main.into(),
                prefix: own.unwrap_or(32),
                main: true,
            });
        }
        wanted.extend(addresses::pool(cx.host, &*tx)?.iter().map(|row| InterfaceAddress {
            ip: row.ip().into(),
            prefix: row.prefix,
            main: false,
        }));
        let rows = wanted.iter().map(|address| row(&*tx, address, there.remove(&address.ip)));
        Ok(Reply { ip: rows.collect::<Result<_>>()? })
    }
}

/// What is so of an address, and where it is on the machine.
fn row(tx: &dyn Tx, address: &InterfaceAddress, there: Option<Interface>) -> Result<Ip> {
    let ip = address.ip.to_string();
    let usage = addresses::usage(tx, &ip)?;
    let network = match address.ip {
        std::net::IpAddr::V4(ip) => Ipv4Net::new(ip, address.prefix).unwrap_or(ip.into()),
        std::net::IpAddr::V6(_) => Ipv4Net::default(),
    };
    Ok(Ip {
        active: Flag(there.as_ref().is_some_and(|interface| interface.up)),
        dedicated: Flag(usage.alone),
        if_: there.map(|interface| interface.name).unwrap_or_default(),
        mainaddr: Flag(address.main),
        netmask: network.netmask().to_string(),
        network: network.network().to_string(),
        public_ip: outside::public(tx, &ip)?,
        removable: Flag(!address.main && usage.is_free()),
        used: Flag(!usage.is_free()),
        ip,
    })
}

#[cfg(test)]
mod tests {
    use api::Value;

    use crate::testing::World;

    fn row(world: &World, ip: &str) -> Value {
        let data = world.data("root", "listips", &[]);
        data["ip"].as_array().unwrap().iter().find(|row| row["ip"] == ip).unwrap().clone()
    }

    #[test]
    fn each_address_says_who_is_on_it() {
        let world = World::new().account("dora", "root").addresses("192.0.2.20/30");
        let form = [("username", "alice"), ("domain", "alice.test"), ("ip", "y")];
        world.call("root", "createacct", &form).unwrap();
        let form = [("username", "bob"), ("domain", "bob.test"), ("customip", "192.0.2.21")];
        world.call("root", "createacct", &form).unwrap();
        for (ip, main, used, dedicated, removable) in [
            ("192.0.2.10", 1, 1, 0, 0),
            ("192.0.2.20", 0, 1, 1, 0),
            ("192.0.2.21", 0, 1, 0, 0),
            ("192.0.2.22", 0, 0, 0, 1),
        ] {
            let row = row(&world, ip);
            let flags = ["mainaddr", "used", "dedicated", "removable", "active"];
            let flags = flags.map(|flag| row[flag].as_i64().unwrap());
            assert_eq!(flags, [main, used, dedicated, removable, 1], "{ip}");
        }
        world.call("root", "removeacct", &[("user", "alice")]).unwrap();
        assert_eq!(row(&world, "192.0.2.20")["used"], 0);
    }

    #[test]
    fn each_address_says_where_it_is() {
        let world = World::new().addresses("192.0.2.20");
        let form = [("local_ip", "192.0.2.20"), ("public_ip", "198.51.100.20")];
        world.call("root", "nat_set_public_ip", &form).unwrap();
        let one = row(&world, "192.0.2.20");
        assert_eq!((&one["if"], &one["public_ip"]), (&"eth0:cp1".into(), &"198.51.100.20".into()));
        assert_eq!(
            (&one["netmask"], &one["network"]),
            (&"255.255.255.0".into(), &"192.0.2.0".into())
        );
        assert_eq!(row(&world, "192.0.2.10")["if"], "eth0");
        world.host.addresses.withdraw("192.0.2.20".parse().unwrap()).unwrap();
        let one = row(&world, "192.0.2.20");
        assert_eq!((&one["active"], &one["if"]), (&0.into(), &"".into()));
    }
}

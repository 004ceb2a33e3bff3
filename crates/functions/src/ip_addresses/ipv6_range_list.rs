//! `ipv6_range_list`

use std::net::Ipv6Addr;

use api::{
    Cx, Effect, Flag, Function, Input, Needs, Output, Result, UserName,
    records::{Ipv6Range, Tx},
};

use crate::domain::addresses::six::{self, in_full};

/// List the IPv6 address ranges.
#[derive(Input)]
pub struct Params;

/// What `ipv6_range_list` answers.
#[derive(Output)]
pub struct Reply {
    /// The ranges; the server's own address is one named SHARED.
    pub range: Vec<Range>,
}

/// One item of `range`.
#[derive(Output)]
pub struct Range {
    /// The network.
    #[param(name = "CIDR")]
    pub cidr: String,
    /// Whether accounts may get addresses of it.
    pub enabled: Flag,
    /// Its first address, with all its digits.
    pub first: String,
    /// Its last address.
    pub last: String,
    /// The highest address that was given so far; empty where none was.
    pub mostrecent: String,
    /// The name.
    pub name: String,
    /// What it is for.
    pub note: String,
    /// Who added it.
    pub owner: String,
    /// The accounts that have an address of it.
    pub range_users: Vec<String>,
    /// Addresses that accounts had and gave back.
    pub reclaimed: Vec<String>,
}

/// See [`Params`].
pub struct Ipv6RangeList;

impl Function for Ipv6RangeList {
    const NAME: &'static str = "ipv6_range_list";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, _: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let own = six::shared(cx.host).map(|ip| shared(&*tx, ip)).transpose()?;
        let ranges: Vec<Ipv6Range> = tx.matching(Vec::new())?;
        let ranges = ranges.into_iter().map(|range| row(&*tx, range));
        Ok(Reply { range: own.into_iter().map(Ok).chain(ranges).collect::<Result<_>>()? })
    }
}

fn row(tx: &dyn Tx, range: Ipv6Range) -> Result<Range> {
    let network = six::network(&range)?;
    let reclaimed = six::reclaimed(tx, &range.name)?;
    Ok(Range {
        cidr: range.network,
        enabled: range.enabled,
        first: in_full(network.network()),
        last: in_full(network.broadcast()),
        mostrecent: range.recent,
        note: range.note,
        owner: range.owner.to_string(),
        range_users: users(tx, &range.name)?,
        reclaimed: reclaimed.into_iter().map(|row| row.ip).collect(),
        name: range.name,
    })
}

/// The server's own address as a range of one.
fn shared(tx: &dyn Tx, ip: Ipv6Addr) -> Result<Range> {
    Ok(Range {
        cidr: format!("{ip}/128"),
        enabled: Flag(true),
        first: in_full(ip),
        last: in_full(ip),
        mostrecent: in_full(ip),
        name: six::SHARED.to_owned(),
        note: String::new(),
        owner: UserName::root().to_string(),
        range_users: users(tx, six::SHARED)?,
        reclaimed: Vec::new(),
    })
}

fn users(tx: &dyn Tx, range: &str) -> Result<Vec<String>> {
    Ok(six::users(tx, range)?.iter().map(|row| row.account.to_string()).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn a_range_says_what_of_it_was_given_and_given_back() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let form = [("name", "web"), ("range", "2001:db8::/126"), ("enabled", "1")];
        world.call("root", "ipv6_range_add", &form).unwrap();
        let form = [("user", "alice,bob"), ("range", "web")];
        world.call("root", "ipv6_enable_account", &form).unwrap();
        world.call("root", "ipv6_disable_account", &[("user", "alice")]).unwrap();
        let data = world.data("root", "ipv6_range_list", &[]);
        assert_eq!(
            data["range"][0],
            json!({
                "CIDR": "2001:db8::/126", "enabled": 1, "name": "web", "note": "", "owner": "root",
                "first": "2001:0db8:0000:0000:0000:0000:0000:0000",
                "last": "2001:0db8:0000:0000:0000:0000:0000:0003",
                "mostrecent": "2001:0db8:0000:0000:0000:0000:0000:0002",
                "range_users": ["bob"],
                "reclaimed": ["2001:0db8:0000:0000:0000:0000:0000:0001"],
            })
        );
    }

    #[test]
    fn the_servers_own_address_stands_first() {
        let mut world = World::new();
        let host = std::sync::Arc::get_mut(&mut world.host).unwrap();
        host.settings.shared_ip = "2001:db8::7".to_owned();
        let data = world.data("root", "ipv6_range_list", &[]);
        assert_eq!(data["range"][0]["name"], "SHARED");
        assert_eq!(data["range"][0]["CIDR"], "2001:db8::7/128");
    }
}

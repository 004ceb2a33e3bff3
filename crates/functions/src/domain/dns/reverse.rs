//! The names that the server's addresses lead back to, as they were when they were last looked up. The
//! mail server calls itself by the name of the address that it sends from.

use std::{collections::BTreeSet, net::IpAddr};

use api::{
    Cx, Result,
    records::{ReverseName, Tx, is},
};

use super::servers;
use crate::domain::{
    addresses::{self, outside},
    change::{Change, OnFailure},
};

/// How many seconds may go by before no further address is looked up.
const PATIENCE: i64 = 20;

/// The name of an address, where one was found.
pub fn of(tx: &dyn Tx, ip: &str) -> Result<Option<String>> {
    let row: Option<ReverseName> = tx.find(&[ip.into()])?;
    Ok(row.map(|row| row.name))
}

/// Looks the names of all addresses up anew. Gives those that nobody could be asked about in time:
/// they keep the names that they had.
pub fn refresh(cx: &Cx<'_>) -> Result<Vec<IpAddr>> {
    let tx = cx.host.store.read()?;
    let asking = servers::asking(&*tx)?;
    let addresses = pairs(cx, &*tx)?;
    drop(tx);
    let begun = cx.now().0;
    let (mut found, mut unknown) = (Vec::new(), Vec::new());
    for (local, public) in addresses {
        let in_time = cx.now().0 - begun <= PATIENCE;
        let asked = in_time.then(|| cx.host.resolver.names(public, &asking).ok()).flatten();
        match asked {
            Some(names) => found.push((local, names.into_iter().next())),
            None => unknown.push(local),
        }
    }
    keep(cx, &found, &unknown)?;
    Ok(unknown)
}

/// Every address of the server with what others know it by.
fn pairs(cx: &Cx<'_>, tx: &dyn Tx) -> Result<Vec<(IpAddr, IpAddr)>> {
    let mut all: BTreeSet<IpAddr> = addresses::all_on_interfaces(cx.host, tx)?;
    all.extend(addresses::main(cx.host).map(IpAddr::from));
    let pair = |local: IpAddr| {
        let public = outside::public(tx, &local.to_string())?;
        Ok((local, public.parse().unwrap_or(local)))
    };
    all.into_iter().map(pair).collect()
}

fn keep(cx: &Cx<'_>, found: &[(IpAddr, Option<String>)], unknown: &[IpAddr]) -> Result<()> {
    let mut change = Change::begin(cx)?;
    let there: Vec<ReverseName> = change.tx().matching(Vec::new())?;
    let stays = |row: &ReverseName| unknown.iter().any(|ip| ip.to_string() == row.ip);
    for row in there.iter().filter(|row| !stays(row)) {
        change.remove::<ReverseName>(&[is("ip", row.ip.as_str())])?;
    }
    for (ip, name) in found {
        if let Some(name) = name.clone() {
            change.insert(&ReverseName { ip: ip.to_string(), name })?;
        }
    }
    change.commit(OnFailure::Undo)
}

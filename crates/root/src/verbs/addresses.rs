//! The addresses of the machine's network interfaces. Those that are put there by the server are marked
//! in a file; no other is ever taken away.

use std::{
    collections::BTreeSet,
    fs, io,
    net::{IpAddr, Ipv6Addr},
    time::Duration,
};

use nix::{ifaddrs::getifaddrs, net::if_::InterfaceFlags};
use serde::{Deserialize, Serialize};

use crate::{
    Answer, Refusal, Root, child,
    owner::Owner,
    place::{Access, Place},
    services::Command,
};

/// An address that is on an interface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundAddress {
    /// The address.
    pub ip: IpAddr,
    /// How many bits of it are the network's.
    pub prefix: u8,
    /// The interface.
    pub interface: String,
    /// Whether the interface is up.
    pub up: bool,
    /// Whether the server put it there.
    pub ours: bool,
}

/// How long the kernel may take for a change.
const CHANGE: Duration = Duration::from_secs(10);
/// The file of marks, below the services' state.
const MARKS: &str = "addresses";
const ACCESS: Access = Access { mode: 0o644, owner: Owner::ROOT };

/// Puts an address on the interface that leads outside; one that is there is left as it is.
pub(super) fn put(root: &Root, ip: IpAddr, prefix: u8) -> Result<Answer, Refusal> {
    let longest = if ip.is_ipv4() { 32 } else { 128 };
    if prefix > longest || ip.is_unspecified() || ip.is_multicast() || ip.is_loopback() {
        return Err(Refusal::Forbidden(format!("{ip}/{prefix} is no address of an interface")));
    }
    let there = found(root).map_err(failed)?;
    if !there.iter().any(|address| address.ip == ip) {
        mark(root, |marks| marks.insert(ip)).map_err(failed)?;
        let interface = outside().map_err(failed)?;
        change(&["address", "add", &format!("{ip}/{prefix}"), "dev", &interface])?;
    }
    Ok(Answer::Done)
}

/// Takes an address away that the server put there.
pub(super) fn remove(root: &Root, ip: IpAddr) -> Result<Answer, Refusal> {
    let there = found(root).map_err(failed)?;
    if let Some(address) = there.iter().find(|address| address.ip == ip && address.ours) {
        let place = format!("{ip}/{}", address.prefix);
        change(&["address", "delete", &place, "dev", &address.interface])?;
    }
    mark(root, |marks| marks.remove(&ip)).map_err(failed)?;
    Ok(Answer::Done)
}

/// Names every address of the machine that others may come to.
pub(super) fn list(root: &Root) -> Result<Answer, Refusal> {
    found(root).map(Answer::Addresses).map_err(failed)
}

fn found(root: &Root) -> io::Result<Vec<FoundAddress>> {
    let marks = marks(root)?;
    let mut found = Vec::new();
    for one in getifaddrs()? {
        let ip = |address: Option<nix::sys::socket::SockaddrStorage>| {
            let address = address?;
            let four = address.as_sockaddr_in().map(|four| IpAddr::V4(four.ip()));
            four.or_else(|| address.as_sockaddr_in6().map(|six| IpAddr::V6(six.ip())))
        };
        let Some(address) = ip(one.address) else { continue };
        let local = matches!(address, IpAddr::V6(six) if is_link_local(six));
        if address.is_loopback() || local {
            continue;
        }
        found.push(FoundAddress {
            ip: address,
            prefix: ip(one.netmask).map_or(0, bits),
            interface: one.interface_name,
            up: one.flags.contains(InterfaceFlags::IFF_UP),
            ours: marks.contains(&address),
        });
    }
    Ok(found)
}

fn is_link_local(six: Ipv6Addr) -> bool {
    six.segments().first().is_some_and(|first| first & 0xffc0 == 0xfe80)
}

/// How many bits of a mask are set.
fn bits(mask: IpAddr) -> u8 {
    let count = match mask {
        IpAddr::V4(four) => four.to_bits().count_ones(),
        IpAddr::V6(six) => six.to_bits().count_ones(),
    };
    u8::try_from(count).unwrap_or(u8::MAX)
}

/// The interface that the default route leads through; the first that is up where there is none.
fn outside() -> io::Result<String> {
    let routes = fs::read_to_string("/proc/net/route")?;
    let routes = routes.lines().map(|line| line.split_whitespace());
    let default = routes.filter_map(|mut words| Some((words.next()?, words.next()?)));
    let mut default = default.filter(|(_, to)| *to == "00000000").map(|(name, _)| name.to_owned());
    let up = InterfaceFlags::IFF_UP;
    let mut all = getifaddrs()?
        .filter(|one| one.flags.contains(up) && !one.flags.contains(InterfaceFlags::IFF_LOOPBACK));
    let any = || all.next().map(|one| one.interface_name);
    let interface = default.next_back().or_else(any);
    interface.ok_or_else(|| io::Error::other("the machine has no interface that is up"))
}

fn marks(root: &Root) -> io::Result<BTreeSet<IpAddr>> {
    let text = Place::open(&root.layout.state)?.read(MARKS)?.unwrap_or_default();
    let text = String::from_utf8(text).map_err(io::Error::other)?;
    text.lines().map(|line| line.parse().map_err(io::Error::other)).collect()
}

fn mark(root: &Root, change: impl FnOnce(&mut BTreeSet<IpAddr>) -> bool) -> io::Result<()> {
    let mut marks = marks(root)?;
    if !change(&mut marks) {
        return Ok(());
    }
    let lines: Vec<String> = marks.iter().map(ToString::to_string).collect();
    let text = lines.join("\n");
    Place::open(&root.layout.state)?.write(MARKS, text.as_bytes(), ACCESS)
}

fn change(args: &[&str]) -> Result<(), Refusal> {
    let args = args.iter().map(|&arg| arg.to_owned()).collect();
    let ended = child::run(&Command { path: "/usr/sbin/ip", args, user: None }, CHANGE)?;
    if ended.well() { Ok(()) } else { Err(Refusal::failed("the kernel", ended.reason())) }
}

fn failed(cause: io::Error) -> Refusal {
    Refusal::failed("the machine's addresses", cause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn masks_are_counted() {
        assert_eq!(bits([255, 255, 255, 0].into()), 24);
        assert_eq!(bits(IpAddr::V6(Ipv6Addr::from_bits(u128::MAX << 64))), 64);
    }

    #[test]
    fn what_is_no_address_of_an_interface_is_refused() {
        let root = Root::new(crate::Layout::default());
        for (ip, prefix) in [("0.0.0.0", 0), ("127.0.0.1", 8), ("224.0.0.1", 4), ("192.0.2.1", 33)]
        {
            assert!(matches!(put(&root, ip.parse().unwrap(), prefix), Err(Refusal::Forbidden(_))));
        }
    }
}

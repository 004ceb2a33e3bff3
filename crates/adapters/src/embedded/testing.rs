//! A whole host that is gone when it is dropped, for the tests of other crates.

use std::{net::IpAddr, sync::Arc};

use api::{
    DomainName, Error, Host, Kind, Result, UnixTime, UserName,
    function::{Hosts, Settings, TokensOnChange},
    ports::{Asking, DnsCluster, Faults, Resolver},
    records::Store,
};

use super::{Facts, Machine, ManualClock, dns::ZonesFirst};
use crate::{
    store,
    system::{KeyFile, Linux, LocalKeys, MadeKeys, NoSteps, SystemRandom, X509, Yescrypt},
};

/// The time at which the clock of a test's host stands: the first moment of 2026.
pub const START: UnixTime = UnixTime(1_767_225_600);

/// A host with an empty store in memory, its machine and its clock.
///
/// # Panics
/// Where the test's own machine allows no temporary folder or no threads.
#[expect(clippy::expect_used, reason = "only tests call it")]
pub fn host() -> (Arc<Host>, Arc<Machine>, Arc<ManualClock>) {
    let machine = Arc::new(Machine::temporary().expect("a temporary folder"));
    let store = store::in_memory().expect("a store in memory");
    let (host, clock) = host_on(store, &machine);
    (host, machine, clock)
}

/// A host on that store and that machine, and its clock.
///
/// # Panics
/// Where the test's own machine allows no threads.
#[expect(clippy::expect_used, reason = "only tests call it")]
pub fn host_on(store: Arc<dyn Store>, machine: &Arc<Machine>) -> (Arc<Host>, Arc<ManualClock>) {
    let clock = Arc::new(ManualClock::at(START));
    let settings = settings();
    machine.set_main_address(&settings.shared_ip).expect("a row of the machine");
    let host = Host {
        store,
        os_users: Arc::<Machine>::clone(machine),
        ftp: Arc::<Machine>::clone(machine),
        addresses: Arc::<Machine>::clone(machine),
        dns: Arc::<Machine>::clone(machine),
        resolver: Arc::new(ZonesFirst::new(Arc::clone(machine), Arc::new(Names))),
        dns_cluster: Arc::new(Members),
        web: Arc::<Machine>::clone(machine),
        mail: Arc::<Machine>::clone(machine),
        databases: Arc::<Machine>::clone(machine),
        passwords: Arc::new(Yescrypt::quick().expect("threads")),
        clock: Arc::<ManualClock>::clone(&clock),
        zone_keys: Arc::new(LocalKeys),
        random: Arc::new(SystemRandom),
        keys: Arc::new(MadeKeys),
        certificates: Arc::new(X509),
        // Another host on the same store must open what this one sealed.
        vault: Arc::new(KeyFile::with([7; 32]).expect("a key of the right length")),
        tls: Arc::<Machine>::clone(machine),
        files: Arc::<Machine>::clone(machine),
        system: Arc::new(
            Facts::new(Arc::clone(machine), Linux::named("host.example.test")).expect("facts"),
        ),
        steps: Arc::new(NoSteps),
        settings,
    };
    (Arc::new(host), clock)
}

/// The names beyond a test's machine: `ns1.host.test` has addresses of both kinds and a host for its
/// mail, `six.test` only one of IPv6, for `silent.test` nobody answers, and `asked.test` has the
/// address of the server that was asked first. 198.51.100.1 leads back to a name, for 203.0.113.1
/// nobody answers. Servers of IPv6 get no questions, and 203.0.113.53 none over UDP.
struct Names;

impl Resolver for Names {
    fn addresses(&self, name: &DomainName, asking: &Asking) -> Result<Vec<IpAddr>> {
        let four = IpAddr::from([192, 0, 2, 53]);
        let six = IpAddr::from([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0x53]);
        let mut asked =
            asking.servers.iter().filter(|server| server.is_ipv4() || !asking.faults.ip6);
        match name.as_str() {
            "ns1.host.test" => Ok(vec![four, six]),
            "six.test" => Ok(vec![six]),
            "asked.test" => Ok(asked.next().copied().into_iter().collect()),
            "silent.test" => Err(nobody()),
            _ => Ok(Vec::new()),
        }
    }

    fn mail_hosts(&self, name: &DomainName, _: &Asking) -> Result<Vec<(u16, String)>> {
        match name.as_str() {
            "ns1.host.test" => Ok(vec![(5, "mx.host.test".to_owned())]),
            "silent.test" => Err(nobody()),
            _ => Ok(Vec::new()),
        }
    }

    fn names(&self, address: IpAddr, _: &Asking) -> Result<Vec<String>> {
        match address.to_string().as_str() {
            "198.51.100.1" => Ok(vec!["host-1.beyond.test".to_owned()]),
            "203.0.113.1" => Err(nobody()),
            _ => Ok(Vec::new()),
        }
    }

    fn faults(&self, servers: &[IpAddr]) -> Result<Faults> {
        let closed = IpAddr::from([203, 0, 113, 53]);
        Ok(Faults {
            ip6: servers.iter().any(IpAddr::is_ipv6),
            udp: servers.contains(&closed),
            edns: false,
        })
    }
}

fn nobody() -> Error {
    Error::new(Kind::Unavailable, "No nameserver answered.")
}

/// The members of the DNS clusters of a test's host: root's 192.0.2.61 takes zones from us, 192.0.2.62
/// does not, and 192.0.2.63 is away; 192.0.2.71 is bob's and takes them.
struct Members;

impl DnsCluster for Members {
    fn takes_from_us(&self, owner: &UserName, member: IpAddr) -> Result<Option<bool>> {
        match (owner.as_str(), member.to_string().as_str()) {
            ("root", "192.0.2.61") | ("bob", "192.0.2.71") => Ok(Some(true)),
            ("root", "192.0.2.62") => Ok(Some(false)),
            ("root", "192.0.2.63") => Err(Error::new(Kind::Unavailable, "The member is away.")),
            _ => Ok(None),
        }
    }
}

/// The settings of a test's host.
pub fn settings() -> Settings {
    Settings {
        shared_ip: "192.0.2.10".to_owned(),
        nameservers: vec!["ns1.example.test".to_owned(), "ns2.example.test".to_owned()],
        theme: "jupiter".to_owned(),
        home_base: "/home".to_owned(),
        account_ids: None,
        web_ports: (80, 443),
        service_ports: [2087, 2083, 2096],
        password_history: 1,
        forced_change_blocks_tokens: false,
        tokens_on_password_change: TokensOnChange::Keep,
        hosts: Hosts::One,
        new_accounts_on: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tests_host_stands_at_its_start() {
        let (host, machine, clock) = host();
        assert_eq!(host.clock.now(), START);
        clock.advance(60);
        assert_eq!(host.clock.now(), UnixTime(START.0 + 60));
        assert!(
            host.os_users.list().unwrap().is_empty() && machine.site("a.test").unwrap().is_none()
        );
        assert_eq!(host.system.hostname().unwrap(), "host.example.test");
        assert_eq!(host.random_text(8).unwrap().len(), 8);
    }
}

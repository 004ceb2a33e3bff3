//! What does not get through to the servers that are asked.

use std::net::IpAddr;

use api::ports::Faults;

use super::question::Way;

/// What does not get through to these servers; nothing where none of them answers in any way.
/// A way counts as closed where it is to those of one kind of addresses.
pub(super) fn faults(servers: &[IpAddr], answers: impl Fn(IpAddr, Way) -> bool) -> Option<Faults> {
    let best = |server: &IpAddr| {
        let mut ways = [Way::Long, Way::Short, Way::Stream].into_iter();
        ways.find(|way| answers(*server, *way))
    };
    let (four, six): (Vec<&IpAddr>, Vec<&IpAddr>) = servers.iter().partition(|it| it.is_ipv4());
    let (four, six) = (four.into_iter().find_map(best), Some(six).filter(|six| !six.is_empty()));
    let six = six.map(|six| six.into_iter().find_map(best));
    let way = four.max(six.flatten())?;
    Some(Faults { ip6: six == Some(None), udp: way == Way::Stream, edns: way == Way::Short })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FOUR: [u8; 4] = [192, 0, 2, 1];
    const SIX: [u16; 8] = [0x2001, 0xdb8, 0, 0, 0, 0, 0, 1];

    #[test]
    fn each_fault_is_found_by_what_gets_through() {
        let servers = [IpAddr::from(FOUR), IpAddr::from(SIX)];
        let none = Faults::default();
        for (four, six, wanted) in [
            (Some(Way::Long), Some(Way::Long), Some(none)),
            (Some(Way::Long), None, Some(Faults { ip6: true, ..none })),
            (Some(Way::Short), Some(Way::Long), Some(Faults { edns: true, ..none })),
            (Some(Way::Long), Some(Way::Stream), Some(Faults { udp: true, ..none })),
            (Some(Way::Stream), None, Some(Faults { ip6: true, udp: true, ..none })),
            (None, Some(Way::Short), Some(Faults { edns: true, ..none })),
            (None, None, None),
        ] {
            let answers = |server: IpAddr, way: Way| {
                let least = if server.is_ipv4() { four } else { six };
                least.is_some_and(|least| least <= way)
            };
            assert_eq!(faults(&servers, answers), wanted, "{four:?} {six:?}");
        }
        let only_four = faults(&servers[..1], |_, _| true);
        assert_eq!(only_four, Some(none), "who has no server of IPv6 misses none");
    }

    #[test]
    fn a_silent_server_is_passed_over() {
        let servers = [IpAddr::from([192, 0, 2, 9]), IpAddr::from(FOUR)];
        let answers = |server: IpAddr, _| server == IpAddr::from(FOUR);
        assert_eq!(faults(&servers, answers), Some(Faults::default()));
    }
}

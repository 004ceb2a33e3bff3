//! Failed logins, counted for the user, for where they come from and for both together, and the
//! waits that follow from them. Kept in the store, so that a restart forgives nothing.

use std::{
    fmt::Display,
    net::{IpAddr, Ipv6Addr},
    sync::atomic::{AtomicU64, Ordering},
};

use api::{
    Host, Result, UnixTime,
    records::{Failure, Tx, Where, is},
};

/// After so long without a failure a count begins anew, in seconds.
const FORGOTTEN: i64 = 86_400;

/// So long a source counts as known to a user after a good login, in seconds.
const KNOWN: i64 = 30 * 86_400;

/// The most rows that are kept.
const MOST_ROWS: u64 = 65_536;

/// What a count leads to: some failures are free, then each doubles the wait.
struct Rule {
    free: u64,
    longest: i64,
    /// From this count on nothing is tried for a day.
    end: u64,
}

/// Of a user, from sources that they never logged in from: at most 100 in a day.
const USER: Rule = Rule { free: 10, longest: 1_200, end: 100 };
/// Of a user from one source.
const PAIR: Rule = Rule { free: 5, longest: 900, end: 100 };
/// Of one address, or of the network of one subscriber.
const SOURCE: Rule = Rule { free: 20, longest: 300, end: u64::MAX };
/// Of a provider's smaller networks.
const NET_56: Rule = Rule { free: 100, longest: 300, end: u64::MAX };
/// Of its larger ones.
const NET_48: Rule = Rule { free: 300, longest: 300, end: u64::MAX };

/// Whether a login may be tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It may.
    Free,
    /// Not now, because of the user: nothing may tell the other end so.
    UserHeld,
    /// Not now, because of where it comes from.
    SourceHeld,
}

/// The counts.
#[derive(Default)]
pub(super) struct Throttle {
    /// How many rows were written since the last pruning.
    written: AtomicU64,
}

impl Throttle {
    /// Whether a login may be tried now.
    pub(super) fn standing(host: &Host, user: &dyn Display, source: IpAddr) -> Result<Standing> {
        let now = host.clock.now();
        let tx = host.store.read()?;
        for (subject, rule) in of_source(source) {
            if is_held(&*tx, &subject, &rule, now)? {
                return Ok(Standing::SourceHeld);
            }
        }
        let known = is_known(&*tx, user, source, now)?;
        let held = is_held(&*tx, &pair(user, source), &PAIR, now)?
            || (!known && is_held(&*tx, &of_user(user), &USER, now)?);
        Ok(if held { Standing::UserHeld } else { Standing::Free })
    }

    /// Counts a failure.
    pub(super) fn failed(&self, host: &Host, user: &dyn Display, source: IpAddr) -> Result<()> {
        let now = host.clock.now();
        let tx = host.store.write_relaxed()?;
        let known = is_known(&*tx, user, source, now)?;
        let mut subjects: Vec<String> =
            of_source(source).into_iter().map(|(name, _)| name).collect();
        subjects.push(pair(user, source));
        if !known {
            subjects.push(of_user(user));
        }
        for subject in &subjects {
            let count = count(&*tx, subject, now)?.saturating_add(1);
            tx.put(&Failure { subject: subject.clone(), count, last: now })?;
        }
        self.prune(&*tx, subjects.len(), now)?;
        tx.commit()
    }

    /// Notes a good login: the user's counts begin anew, and the source is known to the user. What
    /// is counted for the source stays: it may have guessed at others.
    pub(super) fn succeeded(&self, host: &Host, user: &dyn Display, source: IpAddr) -> Result<()> {
        let now = host.clock.now();
        let tx = host.store.write_relaxed()?;
        for subject in [pair(user, source), of_user(user)] {
            tx.delete::<Failure>(&[is("subject", subject.as_str())])?;
        }
        tx.put(&Failure { subject: known(user, source), count: 0, last: now })?;
        self.prune(&*tx, 1, now)?;
        tx.commit()
    }

    /// Keeps the table within its bound: what is old goes first, then what counted little.
    fn prune(&self, tx: &dyn Tx, rows: usize, now: UnixTime) -> Result<()> {
        let rows = u64::try_from(rows).unwrap_or(u64::MAX);
        if self.written.fetch_add(rows, Ordering::Relaxed) < MOST_ROWS / 8 {
            return Ok(());
        }
        self.written.store(0, Ordering::Relaxed);
        tx.delete::<Failure>(&[Where::Below("last", (now.0 - KNOWN).into())])?;
        for age in [FORGOTTEN, 3_600, 60, 0] {
            for below in [5_i64, i64::MAX] {
                if tx.count::<Failure>(&[])? < MOST_ROWS - MOST_ROWS / 8 {
                    return Ok(());
                }
                let old = Where::Below("last", (now.0 - age).into());
                tx.delete::<Failure>(&[old, Where::Below("count", below.into())])?;
            }
        }
        Ok(())
    }
}

/// The count of a subject as it stands now.
fn count(tx: &dyn Tx, subject: &str, now: UnixTime) -> Result<u64> {
    let row: Option<Failure> = tx.find(&[subject.into()])?;
    Ok(row.filter(|row| now.0 - row.last.0 < FORGOTTEN).map_or(0, |row| row.count))
}

fn is_held(tx: &dyn Tx, subject: &str, rule: &Rule, now: UnixTime) -> Result<bool> {
    let row: Option<Failure> = tx.find(&[subject.into()])?;
    // A last failure in the future means that the clock was set back; it holds nobody.
    Ok(row.is_some_and(|row| (0..rule.wait(row.count)).contains(&(now.0 - row.last.0))))
}

fn is_known(tx: &dyn Tx, user: &dyn Display, source: IpAddr, now: UnixTime) -> Result<bool> {
    let row: Option<Failure> = tx.find(&[known(user, source).as_str().into()])?;
    Ok(row.is_some_and(|row| now.0 - row.last.0 < KNOWN))
}

impl Rule {
    /// How long to wait after so many failures, in seconds.
    fn wait(&self, count: u64) -> i64 {
        match count.checked_sub(self.free) {
            None => 0,
            Some(_) if count >= self.end => FORGOTTEN,
            Some(beyond) => 1_i64
                .checked_shl(beyond.min(30).try_into().unwrap_or(30))
                .map_or(self.longest, |wait| wait.min(self.longest)),
        }
    }
}

fn of_user(user: &dyn Display) -> String {
    format!("user {user}")
}

fn pair(user: &dyn Display, source: IpAddr) -> String {
    format!("pair {user} {}", subscriber(source))
}

fn known(user: &dyn Display, source: IpAddr) -> String {
    format!("known {user} {}", subscriber(source))
}

/// The networks that a source is counted under, each with its rule.
fn of_source(source: IpAddr) -> Vec<(String, Rule)> {
    let mut subjects = vec![(format!("source {}", subscriber(source)), SOURCE)];
    if let IpAddr::V6(address) = source.to_canonical() {
        subjects.push((format!("source {}/56", network(address, 56)), NET_56));
        subjects.push((format!("source {}/48", network(address, 48)), NET_48));
    }
    subjects
}

/// One subscriber: an IPv4 address, or an IPv6 /64.
fn subscriber(source: IpAddr) -> String {
    match source.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("{}/64", network(address, 64)),
    }
}

fn network(address: Ipv6Addr, length: u32) -> Ipv6Addr {
    let mask = u128::MAX.checked_shl(128 - length).unwrap_or_default();
    Ipv6Addr::from_bits(address.to_bits() & mask)
}

#[cfg(test)]
mod tests {
    use adapters::embedded::testing;

    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    fn user(name: &str) -> api::UserName {
        name.parse().unwrap()
    }

    /// Tries for so long; gives how many passwords could be tried.
    fn attack(seconds: i64, step: i64, source: impl Fn(i64) -> IpAddr) -> u64 {
        let (host, _machine, clock) = testing::host();
        let (throttle, anna) = (Throttle::default(), user("anna"));
        let mut tried = 0;
        for turn in 0..seconds / step {
            if Throttle::standing(&host, &anna, source(turn)).unwrap() == Standing::Free {
                tried += 1;
                throttle.failed(&host, &anna, source(turn)).unwrap();
            }
            clock.advance(step);
        }
        tried
    }

    #[test]
    fn an_account_is_guessed_at_a_hundred_times_a_day_from_anywhere() {
        let v4 = |turn: i64| IpAddr::from(u32::try_from(turn).unwrap().to_be_bytes());
        let tried = attack(86_400, 20, v4);
        assert!((50..=100).contains(&tried), "{tried}");
    }

    #[test]
    fn a_provider_with_many_networks_is_one_source() {
        let net = |turn: i64| {
            IpAddr::from(Ipv6Addr::from_bits(
                0x2001_0db8_0001 << 80 | u128::try_from(turn).unwrap() << 64,
            ))
        };
        let tried = attack(86_400, 20, net);
        assert!(tried <= 100, "{tried}");
        assert_eq!(subscriber(ip("2001:db8:1:2:3::4")), "2001:db8:1:2::/64");
        assert_eq!(subscriber(ip("::ffff:192.0.2.1")), "192.0.2.1");
    }

    #[test]
    fn strangers_do_not_lock_out_a_known_source() {
        let (host, _machine, clock) = testing::host();
        let (throttle, anna) = (Throttle::default(), user("anna"));
        throttle.succeeded(&host, &anna, ip("192.0.2.7")).unwrap();
        for last in 1..=40 {
            throttle.failed(&host, &anna, IpAddr::from([198, 51, 100, last])).unwrap();
        }
        let standing = |source| Throttle::standing(&host, &anna, ip(source)).unwrap();
        assert_eq!(standing("192.0.2.7"), Standing::Free);
        assert_eq!(standing("203.0.113.1"), Standing::UserHeld);
        clock.advance(FORGOTTEN);
        assert_eq!(standing("203.0.113.1"), Standing::Free);
    }

    #[test]
    fn a_source_that_guesses_at_many_is_held() {
        let (host, _machine, clock) = testing::host();
        let throttle = Throttle::default();
        for turn in 0..25 {
            let user = user(&format!("user{turn}"));
            throttle.failed(&host, &user, ip("192.0.2.9")).unwrap();
        }
        let anna = user("anna");
        let standing = || Throttle::standing(&host, &anna, ip("192.0.2.9")).unwrap();
        assert_eq!(standing(), Standing::SourceHeld);
        throttle.succeeded(&host, &anna, ip("192.0.2.9")).unwrap();
        assert_eq!(standing(), Standing::SourceHeld, "a good login forgives no guesses at others");
        clock.advance(301);
        assert_eq!(standing(), Standing::Free);
    }

    #[test]
    fn a_clock_set_back_holds_nobody_for_long() {
        let (host, _machine, clock) = testing::host();
        let (throttle, anna) = (Throttle::default(), user("anna"));
        for _ in 0..30 {
            throttle.failed(&host, &anna, ip("192.0.2.9")).unwrap();
        }
        assert_ne!(Throttle::standing(&host, &anna, ip("192.0.2.9")).unwrap(), Standing::Free);
        clock.advance(-31_536_000);
        assert_eq!(Throttle::standing(&host, &anna, ip("192.0.2.9")).unwrap(), Standing::Free);
    }
}

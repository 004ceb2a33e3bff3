//! Who is connected, on all listeners together: how many at all, and how many from each source, so
//! that one source cannot take every place.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::config::Limits;

/// The open connections, counted by source.
#[derive(Debug)]
pub struct Crowd {
    places: Arc<Semaphore>,
    counts: Mutex<HashMap<IpAddr, usize>>,
    most_of_a_source: usize,
}

/// One of a source; no longer counted when this goes.
#[derive(Debug)]
struct Counted {
    crowd: Arc<Crowd>,
    network: IpAddr,
}

/// One open connection; its place is free again when this goes.
#[derive(Debug)]
pub(super) struct Guest {
    _counted: Counted,
    _place: OwnedSemaphorePermit,
}

impl Crowd {
    /// A crowd within the limits.
    pub fn new(limits: &Limits) -> Arc<Self> {
        Arc::new(Self {
            places: Arc::new(Semaphore::new(limits.connections)),
            counts: Mutex::default(),
            most_of_a_source: limits.connections_per_source,
        })
    }

    /// Waits until there is room for one more, and leaves it to whoever comes first.
    pub(super) async fn room(&self) {
        drop(self.places.acquire().await);
    }

    /// Lets one in as soon as there is a place; nobody where too many of that source are there.
    pub(super) async fn enter(self: &Arc<Self>, source: IpAddr) -> Option<Guest> {
        let counted = self.count(source)?;
        let place = Arc::clone(&self.places).acquire_owned().await.ok()?;
        Some(Guest { _counted: counted, _place: place })
    }

    fn count(self: &Arc<Self>, source: IpAddr) -> Option<Counted> {
        let network = network(source);
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(network).or_default();
        if *count >= self.most_of_a_source {
            return None;
        }
        *count += 1;
        Some(Counted { crowd: Arc::clone(self), network })
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        let mut counts = self.crowd.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.network) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                counts.remove(&self.network);
            }
        }
    }
}

/// What counts as one source: an IPv4 address, or the /64 that one customer has of IPv6.
pub(crate) fn network(source: IpAddr) -> IpAddr {
    match source.to_canonical() {
        IpAddr::V4(address) => address.into(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            [a, b, c, d, 0, 0, 0, 0].into()
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    fn crowd(connections: usize, connections_per_source: usize) -> Arc<Crowd> {
        Crowd::new(&Limits { connections, connections_per_source, ..Limits::default() })
    }

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[tokio::test]
    async fn a_source_has_its_places_and_gets_them_back() {
        let (crowd, one) = (crowd(9, 2), ip("192.0.2.1"));
        let first = crowd.enter(one).await.unwrap();
        let _second = crowd.enter(ip("::ffff:192.0.2.1")).await.unwrap();
        assert!(crowd.enter(one).await.is_none());
        assert!(crowd.enter(ip("192.0.2.2")).await.is_some());
        drop(first);
        assert!(crowd.enter(one).await.is_some());
        assert_eq!(crowd.counts.lock().unwrap().len(), 1, "who left is not remembered");
    }

    #[tokio::test]
    async fn addresses_of_one_64_are_one_source() {
        let crowd = crowd(9, 1);
        let _guest = crowd.enter(ip("2001:db8:0:1::1")).await.unwrap();
        assert!(crowd.enter(ip("2001:db8:0:1:ffff::2")).await.is_none());
        assert!(crowd.enter(ip("2001:db8:0:2::1")).await.is_some());
    }

    #[tokio::test]
    async fn who_finds_no_place_waits_and_is_counted_no_more_when_gone() {
        let crowd = crowd(1, 1);
        let guest = crowd.enter(ip("192.0.2.1")).await.unwrap();
        assert!(crowd.room().now_or_never().is_none());
        assert!(crowd.enter(ip("192.0.2.2")).now_or_never().is_none());
        drop(guest);
        crowd.room().await;
        assert!(crowd.enter(ip("192.0.2.2")).await.is_some());
    }
}

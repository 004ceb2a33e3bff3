//! Who is connected: how many from each source, so that one source cannot take every place.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

/// The open connections of a listener, counted by source.
#[derive(Debug)]
pub(super) struct Crowd {
    counts: Mutex<HashMap<IpAddr, usize>>,
    most: usize,
}

/// One open connection; its place is free again when this goes.
#[derive(Debug)]
pub(super) struct Guest {
    crowd: Arc<Crowd>,
    network: IpAddr,
}

impl Crowd {
    /// A crowd of at most that many from each source.
    pub(super) fn new(most: usize) -> Arc<Self> {
        Arc::new(Self { counts: Mutex::default(), most })
    }

    /// Lets one in, unless too many of that source are there.
    pub(super) fn enter(self: &Arc<Self>, source: IpAddr) -> Option<Guest> {
        let network = network(source);
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(network).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Guest { crowd: Arc::clone(self), network })
    }
}

impl Drop for Guest {
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
fn network(source: IpAddr) -> IpAddr {
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
    use super::*;

    #[test]
    fn a_source_has_its_places_and_gets_them_back() {
        let crowd = Crowd::new(2);
        let one: IpAddr = "192.0.2.1".parse().unwrap();
        let first = crowd.enter(one).unwrap();
        let _second = crowd.enter("::ffff:192.0.2.1".parse().unwrap()).unwrap();
        assert!(crowd.enter(one).is_none());
        assert!(crowd.enter("192.0.2.2".parse().unwrap()).is_some());
        drop(first);
        assert!(crowd.enter(one).is_some());
        assert_eq!(crowd.counts.lock().unwrap().len(), 1, "who left is not remembered");
    }

    #[test]
    fn addresses_of_one_64_are_one_source() {
        let crowd = Crowd::new(1);
        let _guest = crowd.enter("2001:db8:0:1::1".parse().unwrap()).unwrap();
        assert!(crowd.enter("2001:db8:0:1:ffff::2".parse().unwrap()).is_none());
        assert!(crowd.enter("2001:db8:0:2::1".parse().unwrap()).is_some());
    }
}

//! What the sites sent, counted in memory and added to the month's rows every few seconds.

use std::{
    collections::HashMap,
    mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use adapters::{embedded::web::Meter, system::host::Apache};
use api::{
    DomainName, Error, Host, Result, UnixTime,
    records::{Bandwidth, DomainRecord, Setting, Tx, is},
};

/// Bytes by domain, not yet in the store.
#[derive(Debug, Default)]
pub(super) struct Traffic(Mutex<HashMap<String, u64>>);

impl Traffic {
    /// Counts what the web server tells.
    pub(super) fn meter(self: &Arc<Self>) -> Meter {
        let traffic = Arc::clone(self);
        Arc::new(move |domain, bytes| traffic.add(domain, bytes))
    }

    fn add(&self, domain: &str, bytes: u64) {
        let mut counted = self.counted();
        match counted.get_mut(domain) {
            Some(sum) => *sum = sum.saturating_add(bytes),
            None => {
                counted.insert(domain.to_owned(), bytes);
            }
        }
    }

    /// Adds what was counted to the month's rows. What cannot be written is counted again.
    pub(super) fn flush(&self, host: &Host) -> Result<()> {
        let counted = mem::take(&mut *self.counted());
        if counted.is_empty() {
            return Ok(());
        }
        write(host, &counted).inspect_err(|_| {
            for (domain, bytes) in &counted {
                self.add(domain, *bytes);
            }
        })
    }

    fn counted(&self) -> MutexGuard<'_, HashMap<String, u64>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn write(host: &Host, counted: &HashMap<String, u64>) -> Result<()> {
    let month = month(host.clock.now())?;
    let tx = host.store.write_relaxed()?;
    for (domain, bytes) in counted {
        // A domain that is gone by now has nobody to count for.
        if let Ok(domain) = DomainName::of_site(domain) {
            add(&*tx, &domain, month, *bytes)?;
        }
    }
    tx.commit()
}

/// Up to where the logs of a real machine's web server are counted.
const POSITION: &str = "traffic_position";

/// Adds what a real machine's web server counted since the last time. Sums and position are written
/// together, so that nothing is counted twice or lost.
pub(super) fn read_logs(host: &Host, apache: &Apache) -> Result<()> {
    loop {
        let known: Option<Setting> = host.store.read()?.find(&[POSITION.into()])?;
        let since = known.map(|setting| setting.value).unwrap_or_default();
        let traffic = apache.traffic(&since)?;
        if traffic.position == since {
            return Ok(());
        }
        let month = month(host.clock.now())?;
        let tx = host.store.write_relaxed()?;
        for (domain, bytes) in &traffic.domains {
            add(&*tx, domain, month, *bytes)?;
        }
        tx.put(&Setting { name: POSITION.to_owned(), value: traffic.position })?;
        tx.commit()?;
        if traffic.domains.is_empty() {
            return Ok(());
        }
    }
}

fn add(tx: &dyn Tx, domain: &DomainName, (year, month): (u32, u32), bytes: u64) -> Result<()> {
    let row = [is("domain", domain), is("year", i64::from(year)), is("month", i64::from(month))];
    let by = i64::try_from(bytes).unwrap_or(i64::MAX);
    if tx.add_to("bandwidth", "bytes", by, &row)? > 0 {
        return Ok(());
    }
    match tx.find::<DomainRecord>(&[domain.into()])? {
        Some(DomainRecord { account, .. }) => {
            tx.insert(&Bandwidth { domain: domain.clone(), year, month, account, bytes })
        }
        None => Ok(()),
    }
}

fn month(now: UnixTime) -> Result<(u32, u32)> {
    let time = jiff::Timestamp::from_second(now.0).map_err(Error::internal)?;
    let date = jiff::tz::Offset::UTC.to_datetime(time).date();
    Ok((u32::from(date.year().unsigned_abs()), u32::from(date.month().unsigned_abs())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_added_to_the_month() {
        let (host, _machine, clock) = adapters::embedded::testing::host();
        let tx = host.store.write().unwrap();
        let (domain, account) = ("a.test".parse().unwrap(), "amy".parse().unwrap());
        tx.insert(&DomainRecord::main(domain, account, "public_html")).unwrap();
        tx.commit().unwrap();
        let traffic = Arc::new(Traffic::default());
        let meter = traffic.meter();
        for bytes in [10, 20] {
            meter("a.test", bytes);
            meter("gone.test", bytes);
            traffic.flush(&host).unwrap();
        }
        clock.advance(31 * 86_400);
        meter("a.test", 5);
        traffic.flush(&host).unwrap();
        let rows: Vec<Bandwidth> = host.store.read().unwrap().matching(Vec::new()).unwrap();
        let rows: Vec<_> = rows.iter().map(|row| (row.year, row.month, row.bytes)).collect();
        assert_eq!(rows, [(2026, 1, 30), (2026, 2, 5)]);
    }
}

//! Removes the lines of the audit that are older than they are to be kept, some at a time.

use std::{sync::Arc, time::Duration};

use api::{
    Host, Record, Result,
    records::{Cell, Select, Where},
};
use tokio::time::sleep;

use super::run;

/// How often old lines are looked for.
const EVERY: Duration = Duration::from_hours(1);
/// How many are removed at a time, and the pause after them.
const AT_A_TIME: u16 = 500;
const PAUSE: Duration = Duration::from_millis(50);

/// What of a line is needed to remove it.
#[derive(Debug, Record)]
#[record(table = "audit", key = "id")]
struct Line {
    id: String,
}

/// Keeps the lines of so many days; all of them where that is 0.
pub(super) async fn keep(host: &Arc<Host>, days: u32) {
    if days == 0 {
        return;
    }
    loop {
        while run(host, "audit", move |host| sweep(host, days)).await == Some(true) {
            sleep(PAUSE).await;
        }
        sleep(EVERY).await;
    }
}

/// Removes some old lines, oldest first; gives whether there may be more.
fn sweep(host: &Host, days: u32) -> Result<bool> {
    let before = host.clock.now().0 - i64::from(days) * 86_400;
    let old: Vec<Line> = host.store.read()?.list(&Select {
        filter: vec![Where::Below("at", before.into())],
        order: vec![("at", false)],
        window: Some((0, AT_A_TIME.into())),
    })?;
    if old.is_empty() {
        return Ok(false);
    }
    let ids = old.iter().map(|line| Cell::from(&line.id)).collect();
    let tx = host.store.write_relaxed()?;
    tx.delete::<Line>(&[Where::In("id", ids)])?;
    tx.commit()?;
    Ok(old.len() >= usize::from(AT_A_TIME))
}

#[cfg(test)]
mod tests {
    use api::{UnixTime, UserName, records::AuditRecord};

    use super::*;

    #[test]
    fn lines_go_when_their_days_are_over() {
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        let until = host.clock.now().0 - 3 * 86_400;
        let tx = host.store.write().unwrap();
        let count = i64::from(AT_A_TIME) + 10;
        for number in 0..count {
            let line = AuditRecord {
                id: number.to_string(),
                at: UnixTime(until - count + 5 + number),
                actor: UserName::root(),
                token: String::new(),
                source: String::new(),
                function: "passwd".to_owned(),
                form: "{}".to_owned(),
                result: "ok".to_owned(),
                reason: String::new(),
            };
            tx.insert(&line).unwrap();
        }
        tx.commit().unwrap();
        let left = || host.store.read().unwrap().count::<AuditRecord>(&[]).unwrap();
        assert!(sweep(&host, 3).unwrap());
        assert_eq!(left(), 10);
        assert!(!sweep(&host, 3).unwrap());
        assert!(!sweep(&host, 3).unwrap());
        assert_eq!(left(), 5);
    }
}

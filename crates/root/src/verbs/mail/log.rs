//! What became of an account's messages, out of Exim's main log, which has a file for each day.
//!
//! A line is an account's where the account sent the message, or where it is for an address of one of the
//! account's domains; of a message for several accounts each sees its own lines only.

use std::{
    collections::{HashMap, VecDeque},
    fs::File,
    io::{BufRead, BufReader, ErrorKind},
    path::PathBuf,
    time::{SystemTime, UNIX_EPOCH},
};

use super::{
    events::{self, Line, Told},
    policy::Lines,
};
use crate::{Kind, Layout, MailEvent, MailOutcome, Name, Refusal, services::exim};

/// How many days are looked back at most.
const DAYS: i64 = 31;
/// The seconds of a day.
const DAY: i64 = 86_400;
/// The longest line that is read.
const LONGEST: u64 = 1 << 16;

/// The latest events of an account since a time, the latest first.
pub(super) fn of(
    layout: &Layout,
    account: &Name,
    since: i64,
    most: usize,
) -> Result<Vec<MailEvent>, Refusal> {
    let mut reader = Reader {
        layout,
        account: account.as_str(),
        since,
        most,
        came: HashMap::new(),
        owners: HashMap::new(),
        found: VecDeque::new(),
    };
    let now = now();
    let first = since.max(now - DAYS * DAY).div_euclid(DAY);
    for day in first..=now.div_euclid(DAY) {
        reader.read(day)?;
    }
    Ok(reader.found.into_iter().rev().collect())
}

/// The seconds since 1970.
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

struct Reader<'a> {
    layout: &'a Layout,
    account: &'a str,
    since: i64,
    most: usize,
    /// Of messages of the account: who sent them, to whom, and their length.
    came: HashMap<String, Came>,
    /// The accounts of domains.
    owners: HashMap<String, Option<String>>,
    found: VecDeque<MailEvent>,
}

struct Came {
    sender: String,
    recipients: Vec<String>,
    bytes: u64,
}

impl Reader<'_> {
    fn read(&mut self, day: i64) -> Result<(), Refusal> {
        let failed = |cause: std::io::Error| Refusal::failed("Exim's log could not be read", cause);
        let mut file = match File::open(path(self.layout, day)) {
            Ok(file) => BufReader::new(file),
            Err(cause) if cause.kind() == ErrorKind::NotFound => return Ok(()),
            Err(cause) => return Err(failed(cause)),
        };
        let mut bytes = Vec::new();
        loop {
            bytes.clear();
            let mut line = std::io::Read::take(&mut file, LONGEST);
            if line.read_until(b'\n', &mut bytes).map_err(failed)? == 0 {
                return Ok(());
            }
            let text = String::from_utf8_lossy(&bytes);
            if let Some(line) = events::read(text.trim_end_matches('\n')) {
                self.take(line)?;
            }
        }
    }

    fn take(&mut self, line: Line<'_>) -> Result<(), Refusal> {
        let Line { time, id, told } = line;
        match told {
            Told::Came { sender, bytes, login, recipients } => {
                if self.is_ours(login)? {
                    let recipients = recipients.into_iter().map(str::to_owned).collect();
                    let came = Came { sender: sender.to_owned(), recipients, bytes };
                    self.came.insert(id.to_owned(), came);
                }
            }
            Told::Became { outcome, recipient, last, sender, bytes, detail } => {
                let came = self.came.get(id);
                if came.is_some() || self.owns(recipient)? || self.owns(last)? {
                    let came = self.came.get(id);
                    let sender = sender.or(came.map(|came| came.sender.as_str()));
                    let bytes = bytes.or(came.map(|came| came.bytes)).unwrap_or_default();
                    self.add(
                        time,
                        id,
                        (sender.unwrap_or_default().to_owned(), recipient),
                        bytes,
                        (outcome, &detail),
                    );
                }
            }
            Told::Held => {
                let Some(came) = self.came.get(id) else { return Ok(()) };
                let (sender, bytes) = (came.sender.clone(), came.bytes);
                for recipient in came.recipients.clone() {
                    self.add(
                        time,
                        id,
                        (sender.clone(), &recipient),
                        bytes,
                        (MailOutcome::Deferred, "held"),
                    );
                }
            }
            Told::Refused { account, sender, recipient, detail } => {
                if account == Some(self.account) || self.owns(recipient)? {
                    self.add(
                        time,
                        id,
                        (sender.to_owned(), recipient),
                        0,
                        (MailOutcome::Failed, detail),
                    );
                }
            }
        }
        Ok(())
    }

    fn add(
        &mut self,
        time: &str,
        id: &str,
        (sender, recipient): (String, &str),
        bytes: u64,
        (outcome, detail): (MailOutcome, &str),
    ) {
        let Some(at) = seconds(time).filter(|at| *at >= self.since) else { return };
        if self.found.len() == self.most {
            self.found.pop_front();
        }
        self.found.push_back(MailEvent {
            id: id.to_owned(),
            sender,
            recipient: recipient.to_owned(),
            at,
            bytes,
            outcome,
            detail: detail.to_owned(),
        });
    }

    /// Whether a login is the account's: its own, or one of its mailboxes.
    fn is_ours(&mut self, login: Option<&str>) -> Result<bool, Refusal> {
        match login {
            Some(login) if login.contains('@') => self.owns(login),
            Some(login) => Ok(login == self.account),
            None => Ok(false),
        }
    }

    /// Whether an address is of one of the account's domains, or the account's own.
    fn owns(&mut self, address: &str) -> Result<bool, Refusal> {
        let Some((local, domain)) = address.rsplit_once('@') else { return Ok(false) };
        if domain == "localhost" {
            return Ok(local == self.account);
        }
        if !self.owners.contains_key(domain) {
            let file = Lines::read(self.layout, Kind::MailRoutes, &domain.to_ascii_lowercase())?;
            let owner = file.and_then(|file| file.get("account").map(str::to_owned));
            self.owners.insert(domain.to_owned(), owner);
        }
        Ok(self.owners.get(domain).and_then(Option::as_deref) == Some(self.account))
    }
}

/// The log of a day since 1970.
fn path(layout: &Layout, day: i64) -> PathBuf {
    let [.., logs] = exim::folders(layout);
    let (year, month, day) = date(day);
    logs.join(format!("mainlog-{year:04}{month:02}{day:02}"))
}

/// The date of a day since 1970. (Years begin in March here, so that the odd day is their last.)
fn date(day: i64) -> (i64, i64, i64) {
    let days = day + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// The seconds since 1970 of a time as the log writes it, which is that of UTC.
fn seconds(time: &str) -> Option<i64> {
    let number = |range: std::ops::Range<usize>| time.get(range)?.parse::<i64>().ok();
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let clock = number(11..13)? * 3600 + number(14..16)? * 60 + number(17..19)?;
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * month + 2) / 5 + day - 1;
    let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
    Some(days * DAY + clock)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn dates_and_seconds_are_each_others_reverse() {
        assert_eq!(date(0), (1970, 1, 1));
        assert_eq!(seconds("2026-11-26 01:12:58"), Some(1_795_655_578));
        for day in (0..40_000).step_by(13) {
            let (year, month, of_month) = date(day);
            let text = format!("{year:04}-{month:02}-{of_month:02} 00:00:00");
            assert_eq!(seconds(&text), Some(day * DAY), "{text}");
        }
        assert_eq!(seconds("2026-11-2é"), None);
    }

    #[test]
    fn an_account_sees_its_own_lines_only() {
        let folder = tempfile::tempdir().unwrap();
        let layout = Layout {
            config: folder.path().join("config"),
            logs: folder.path().join("logs"),
            ..Layout::default()
        };
        let domains = layout.config.join("exim/domains");
        fs::create_dir_all(&domains).unwrap();
        fs::create_dir_all(layout.logs.join("exim")).unwrap();
        fs::write(domains.join("a.test"), "account: amy\n").unwrap();
        fs::write(domains.join("b.test"), "account: bob\n").unwrap();
        let now = now();
        let (year, month, day) = date(now.div_euclid(DAY));
        let at = format!("{year:04}-{month:02}-{day:02} 00:00:00");
        let lines = format!(
            "{at} 1xWO25-0000Hf-1U <= x@else.test H=x S=40 for i@a.test i@b.test\n\
             {at} 1xWO25-0000Hf-1U => i <i@a.test> F=<x@else.test> R=mailbox T=dovecot S=41\n\
             {at} 1xWO25-0000Hf-1U => i <i@b.test> F=<x@else.test> R=mailbox T=dovecot S=41\n\
             {at} 1xWO25-0000Hf-2U <= i@a.test U=amy P=local S=40 for y@else.test\n\
             {at} 1xWO25-0000Hf-2U frozen by ACL\n\
             {at} H=x F=<x@else.test> rejected RCPT <no@b.test>: nobody\n"
        );
        fs::write(path(&layout, now.div_euclid(DAY)), lines).unwrap();
        let told = |account: &str, since| -> Vec<(String, MailOutcome)> {
            let found = of(&layout, &account.parse().unwrap(), since, 10).unwrap();
            found.into_iter().map(|one| (one.recipient, one.outcome)).collect()
        };
        let mail = |to: &str, outcome| (to.to_owned(), outcome);
        let of_amy =
            [mail("y@else.test", MailOutcome::Deferred), mail("i@a.test", MailOutcome::Delivered)];
        assert_eq!(told("amy", 0), of_amy);
        let of_bob =
            [mail("no@b.test", MailOutcome::Failed), mail("i@b.test", MailOutcome::Delivered)];
        assert_eq!(told("bob", 0), of_bob);
        assert!(told("amy", now + DAY).is_empty());
    }
}

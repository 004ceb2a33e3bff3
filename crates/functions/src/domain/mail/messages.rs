//! Questions that pick messages of a mailbox: words as IMAP's search has them.

use api::{Error, Result, UnixTime, ports::StoredMessage, values::text};

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question(Vec<Term>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Term {
    All,
    Seen(bool),
    Before(UnixTime),
    Since(UnixTime),
    Larger(u64),
    Smaller(u64),
}

impl Question {
    /// Reads one: `all`, `seen`, `unseen`, `savedbefore 30d`, `before 2026-01-31`,
    /// `since 2026-01-31`, `larger 50M`, `smaller 10K`; several must all hold.
    pub fn read(given: &str, now: UnixTime) -> Result<Self> {
        let mut words = given.split_whitespace();
        let mut terms = Vec::new();
        while let Some(word) = words.next() {
            let mut value = || {
                words.next().ok_or_else(|| fault(format!("“{}” needs a value", text::shown(word))))
            };
            terms.push(match word.to_ascii_lowercase().as_str() {
                "all" => Term::All,
                "and" => continue,
                "seen" => Term::Seen(true),
                "unseen" => Term::Seen(false),
                "before" | "savedbefore" | "sentbefore" => Term::Before(time(value()?, now)?),
                "since" | "savedsince" | "sentsince" => Term::Since(time(value()?, now)?),
                "larger" => Term::Larger(size(value()?)?),
                "smaller" => Term::Smaller(size(value()?)?),
                _ => {
                    return Err(fault(format!("“{}” is no word of a question", text::shown(word))));
                }
            });
        }
        if terms.is_empty() {
            return Err(fault("asks for nothing; “all” picks all messages".to_owned()));
        }
        Ok(Self(terms))
    }

    /// Whether it picks a message.
    pub fn picks(&self, message: &StoredMessage) -> bool {
        self.0.iter().all(|term| match term {
            Term::All => true,
            Term::Seen(seen) => message.seen == *seen,
            Term::Before(time) => message.received < *time,
            Term::Since(time) => message.received >= *time,
            Term::Larger(bytes) => message.bytes > *bytes,
            Term::Smaller(bytes) => message.bytes < *bytes,
        })
    }
}

fn fault(rule: String) -> Error {
    Error::param("query", rule)
}

/// A day, a Unix time, or so long ago: `30d`, `2w`, `12h`.
fn time(given: &str, now: UnixTime) -> Result<UnixTime> {
    let wrong = || fault(format!("“{}” is no time: 30d, or 2026-01-31", text::shown(given)));
    if let Ok(number) = given.parse() {
        return Ok(UnixTime(number));
    }
    if let Ok(day) = given.parse::<jiff::civil::Date>() {
        let midnight = jiff::tz::Offset::UTC.to_timestamp(day.at(0, 0, 0, 0));
        return Ok(UnixTime(midnight.map_err(|_| wrong())?.as_second()));
    }
    let units = [("weeks", 604_800), ("days", 86_400), ("hours", 3600), ("mins", 60)];
    let split = given.find(|c: char| !c.is_ascii_digit()).ok_or_else(wrong)?;
    let (number, unit) = given.split_at_checked(split).ok_or_else(wrong)?;
    let number: i64 = number.parse().map_err(|_| wrong())?;
    let found = units.iter().find(|(name, _)| !unit.is_empty() && name.starts_with(unit));
    let (_, seconds) = found.ok_or_else(wrong)?;
    Ok(UnixTime(now.0.saturating_sub(number.saturating_mul(*seconds))))
}

fn size(given: &str) -> Result<u64> {
    let wrong = || fault(format!("“{}” is no size: 500, 10K or 50M", text::shown(given)));
    let lower = given.to_ascii_lowercase();
    let factors = [('k', 10), ('m', 20), ('g', 30)];
    let plain = lower.trim_end_matches('b');
    let factor = factors.iter().find(|(unit, _)| plain.ends_with(*unit));
    let digits = plain.trim_end_matches(['k', 'm', 'g']);
    let number: u64 = digits.parse().map_err(|_| wrong())?;
    number.checked_mul(1 << factor.map_or(0, |(_, shift)| *shift)).ok_or_else(wrong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_picks_messages() {
        let now = UnixTime(10_000_000);
        let message = StoredMessage { received: UnixTime(9_000_000), bytes: 2048, seen: true };
        let picks = |text: &str| Question::read(text, now).unwrap().picks(&message);
        assert!(picks("all") && picks("seen larger 1K") && picks("savedbefore 2d"));
        assert!(picks("since 1970-01-02") && picks("SAVEDSINCE 20d AND smaller 1M"));
        assert!(!picks("unseen") && !picks("before 30days") && !picks("larger 2048"));
        for bad in ["", "some", "larger", "larger x", "before soon", "smaller 99999999999999G"] {
            let said = Question::read(bad, now).unwrap_err().to_string();
            assert!(said.starts_with("query: "), "{said}");
        }
    }
}

//! Amounts of mail, as lists show them.

use api::{Account, Cx, Result, UnixTime, ports::MailUsage, records::MailboxRecord};

/// A mebibyte.
const MIB: f64 = 1_048_576.0;

/// A mailbox with what it holds.
pub struct Measured {
    /// The mailbox.
    pub mailbox: MailboxRecord,
    /// Bytes of messages.
    pub used: u64,
    /// How many bytes it may hold; 0 for no limit.
    pub quota: u64,
    /// How much of that is used, in percent.
    pub percent: f64,
    /// When it last changed.
    pub changed: UnixTime,
}

/// Measures a mailbox.
pub fn mailbox(cx: &Cx<'_>, account: &Account, mailbox: MailboxRecord) -> Result<Measured> {
    let usage = cx.host.mail.usage(account, Some(&mailbox.address))?;
    Ok(measured(mailbox, usage))
}

/// The same, without looking at its mail.
pub fn unmeasured(mailbox: MailboxRecord) -> Measured {
    measured(mailbox, MailUsage::default())
}

fn measured(mailbox: MailboxRecord, usage: MailUsage) -> Measured {
    let quota = u64::from(mailbox.quota.0.unwrap_or_default()) << 20;
    Measured {
        used: usage.bytes,
        quota,
        percent: percent(usage.bytes, quota),
        changed: usage.changed.unwrap_or(UnixTime(0)),
        mailbox,
    }
}

/// A number as it goes on the wire.
pub fn wire(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// Bytes as megabytes with two decimals.
pub fn megabytes(bytes: u64) -> f64 {
    (float(bytes) / MIB * 100.0).round() / 100.0
}

/// Bytes for people, with a space that does not break: `1.5 MB`.
pub fn human(bytes: u64) -> String {
    let (mut amount, mut unit) = (float(bytes), "bytes");
    for larger in ["KB", "MB", "GB", "TB"] {
        if amount < 1024.0 {
            break;
        }
        amount /= 1024.0;
        unit = larger;
    }
    let rounded = (amount * 100.0).round() / 100.0;
    format!("{rounded}\u{a0}{unit}")
}

/// How much of a quota of bytes is used, in percent; 0 where there is none.
pub fn percent(used: u64, quota: u64) -> f64 {
    if quota == 0 { 0.0 } else { float(used) / float(quota) * 100.0 }
}

/// A number for arithmetic: exact up to 8 PiB, which no mailbox has.
pub fn float(number: u64) -> f64 {
    let high = u32::try_from(number >> 32).unwrap_or(u32::MAX);
    let low = u32::try_from(number & 0xffff_ffff).unwrap_or(u32::MAX);
    f64::from(high) * 4_294_967_296.0 + f64::from(low)
}

/// A percentage as a whole number, rounded down, 100 at the most.
pub fn whole(percent: f64) -> u64 {
    (0..=100_u8).rev().find(|number| f64::from(*number) <= percent).unwrap_or_default().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_shown_as_people_read_them() {
        assert_eq!(human(0), "0\u{a0}bytes");
        assert_eq!(human(1536), "1.5\u{a0}KB");
        assert_eq!(human(250 << 20), "250\u{a0}MB");
        assert!((megabytes(1_572_864) - 1.5).abs() < f64::EPSILON);
        assert!((float(u64::from(u32::MAX) + 2) - 4_294_967_297.0).abs() < f64::EPSILON);
        assert_eq!(whole(percent(50, 200)), 25);
        assert_eq!(whole(percent(500, 200)), 100);
        assert_eq!(whole(percent(500, 0)), 0);
    }
}

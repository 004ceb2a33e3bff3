//! Amounts and times as the texts that answers hold, written without a `String` each: a list has
//! one or two of them a row. Times are in UTC.

use std::fmt::{self, Write};

use api::{Output, Type, UnixTime, puts};

/// A time as `26 Nov 23 07:51`, the year first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ShortDate(pub UnixTime);

/// A time as `Mon Nov 23 07:51:52 2026`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LongDate(pub UnixTime);

/// An amount of disk in MiB as `500M`, or `unlimited`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Megabytes(pub Option<u64>);

impl Megabytes {
    /// An amount given in KiB; what is begun counts.
    pub fn of_kib(kib: u64) -> Self {
        Self(Some(kib.div_ceil(1024)))
    }
}

impl ShortDate {
    fn write(self, out: &mut impl Write) -> fmt::Result {
        let time = civil(self.0)?;
        two_digits(time.year().rem_euclid(100), out)?;
        out.write_char(' ')?;
        out.write_str(month(time))?;
        for (before, number) in [(' ', time.day()), (' ', time.hour()), (':', time.minute())] {
            out.write_char(before)?;
            two_digits(number.into(), out)?;
        }
        Ok(())
    }
}

impl LongDate {
    fn write(self, out: &mut impl Write) -> fmt::Result {
        let time = civil(self.0)?;
        let (day, month) = (weekday(time), month(time));
        write!(out, "{day} {month} {:02} ", time.day())?;
        write!(out, "{:02}:{:02}:{:02} ", time.hour(), time.minute(), time.second())?;
        write!(out, "{:04}", time.year())
    }
}

impl Megabytes {
    fn write(self, out: &mut impl Write) -> fmt::Result {
        match self.0 {
            Some(number) => {
                out.write_str(itoa::Buffer::new().format(number))?;
                out.write_char('M')
            }
            None => out.write_str("unlimited"),
        }
    }
}

macro_rules! as_text {
    ($($ty:ty)*) => {$(
        impl fmt::Display for $ty {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.write(f)
            }
        }

        impl Output for $ty {
            const TYPE: Type = Type::Text;
            puts!(self, sink => {
                let mut brief = Brief::default();
                // What does not fit is no such text; both are shorter by their rules.
                let whole = self.write(&mut brief).is_ok();
                sink.text(if whole { brief.as_str() } else { "" })
            });
        }
    )*};
}
as_text!(ShortDate LongDate Megabytes);

/// A number below a hundred.
fn two_digits(number: i16, out: &mut impl Write) -> fmt::Result {
    let digit = |number: i16| u8::try_from(number).map(|digit| char::from(b'0' + digit));
    out.write_char(digit(number / 10).map_err(|_| fmt::Error)?)?;
    out.write_char(digit(number % 10).map_err(|_| fmt::Error)?)
}

fn civil(time: UnixTime) -> Result<jiff::civil::DateTime, fmt::Error> {
    let stamp = jiff::Timestamp::from_second(time.0).map_err(|_| fmt::Error)?;
    Ok(jiff::tz::TimeZone::UTC.to_datetime(stamp))
}

fn month(time: jiff::civil::DateTime) -> &'static str {
    const NAMES: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let place = usize::try_from(time.month() - 1).unwrap_or_default();
    NAMES.get(place).copied().unwrap_or_default()
}

fn weekday(time: jiff::civil::DateTime) -> &'static str {
    const NAMES: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let place = usize::try_from(time.weekday().to_monday_zero_offset()).unwrap_or_default();
    NAMES.get(place).copied().unwrap_or_default()
}

/// A short text on the stack.
#[derive(Default)]
struct Brief {
    bytes: [u8; 32],
    length: usize,
}

impl Brief {
    fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.length).unwrap_or_default();
        str::from_utf8(bytes).unwrap_or_default()
    }
}

impl Write for Brief {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        let room = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_clients_read_them() {
        let time = UnixTime(1_795_420_312);
        assert_eq!(LongDate(time).to_string(), "Mon Nov 23 07:51:52 2026");
        assert_eq!(ShortDate(time).to_string(), "26 Nov 23 07:51");
        assert_eq!(LongDate(UnixTime(0)).to_string(), "Thu Jan 01 00:00:00 1970");
        assert_eq!(api::reply::tree(&ShortDate(time)), "26 Nov 23 07:51");
    }

    #[test]
    fn disk_is_text_with_m() {
        assert_eq!(api::reply::tree(&Megabytes(Some(u64::MAX))), "18446744073709551615M");
        assert_eq!(api::reply::tree(&Megabytes(None)), "unlimited");
        assert_eq!(Megabytes::of_kib(1025).to_string(), "2M");
        assert_eq!(Megabytes::of_kib(0).to_string(), "0M");
    }
}

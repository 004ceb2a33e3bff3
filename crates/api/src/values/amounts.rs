//! Flags, limits and times.

use std::str::FromStr;

use crate::{
    Output, Sink,
    form::{Param, Type, one},
    puts,
    records::{Cell, Column, Row},
    values::text,
};

/// A truth value, written 0 or 1 on the wire.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Flag(pub bool);

impl From<i32> for Flag {
    fn from(number: i32) -> Self {
        Self(number != 0)
    }
}

impl From<bool> for Flag {
    fn from(truth: bool) -> Self {
        Self(truth)
    }
}

impl FromStr for Flag {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "0" | "" => Ok(Self(false)),
            "1" => Ok(Self(true)),
            other => Err(format!("“{}” is neither 0 nor 1", text::shown(other))),
        }
    }
}

impl Param for Flag {
    const TYPE: Type = Type::Flag;
    fn read(texts: &[&str]) -> Result<Self, String> {
        one(texts)?.parse()
    }
}

impl Output for Flag {
    const TYPE: Type = Type::Flag;
    puts!(self, sink => sink.int(self.0.into()));
}

impl Column for Flag {
    fn read(row: &dyn Row, place: usize) -> crate::Result<Self> {
        Ok(Self(row.int(place)?.unwrap_or_default() != 0))
    }
    fn cell(&self) -> Cell<'_> {
        Cell::Int(self.0.into())
    }
}

/// A truth value, written `y` or `n` on the wire (0 and 1 are read too).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct YesNo(pub bool);

impl From<&str> for YesNo {
    fn from(text: &str) -> Self {
        Self(text == "y")
    }
}

impl Param for YesNo {
    const TYPE: Type = Type::Enum(&["y", "n"]);
    fn read(texts: &[&str]) -> Result<Self, String> {
        match one(texts)? {
            "y" | "1" => Ok(Self(true)),
            "n" | "0" | "" => Ok(Self(false)),
            other => Err(format!("“{}” is neither y nor n", text::shown(other))),
        }
    }
}

impl Output for YesNo {
    const TYPE: Type = Type::Enum(&["y", "n"]);
    fn put(&self, sink: &mut dyn Sink) {
        sink.text(if self.0 { "y" } else { "n" });
    }
}

/// A number from 0, or no limit: written `unlimited` on the wire, NULL in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit(pub Option<u32>);

impl Limit {
    /// No limit.
    pub const UNLIMITED: Self = Self(None);

    /// A limit of that many.
    pub const fn of(number: u32) -> Self {
        Self(Some(number))
    }

    /// Whether there is no limit.
    pub fn is_unlimited(self) -> bool {
        self.0.is_none()
    }

    /// The same, with 0 read as no limit, as several parameters have it.
    #[must_use]
    pub fn zero_is_unlimited(self) -> Self {
        Self(self.0.filter(|number| *number != 0))
    }

    /// Whether one more may be made where `used` are there.
    pub fn allows(self, used: u32) -> bool {
        self.0.is_none_or(|most| used < most)
    }
}

impl From<&str> for Limit {
    /// For defaults in a definition: a number, or no limit.
    fn from(text: &str) -> Self {
        Self(text.parse().ok())
    }
}

impl From<u32> for Limit {
    fn from(number: u32) -> Self {
        Self(Some(number))
    }
}

impl From<i32> for Limit {
    fn from(number: i32) -> Self {
        Self(u32::try_from(number).ok())
    }
}

impl FromStr for Limit {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        if ["unlimited", "null", "none"].iter().any(|word| text.eq_ignore_ascii_case(word)) {
            return Ok(Self::UNLIMITED);
        }
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = if digits { text.parse().ok() } else { None };
        number.map(|number| Self(Some(number))).ok_or_else(|| {
            format!(
                "“{}” is neither a whole number from 0 to {} nor the word unlimited",
                text::shown(text),
                u32::MAX
            )
        })
    }
}

impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.0 {
            Some(number) => number.fmt(f),
            None => f.write_str("unlimited"),
        }
    }
}

impl Param for Limit {
    const TYPE: Type = Type::Limit;
    fn read(texts: &[&str]) -> Result<Self, String> {
        one(texts)?.parse()
    }
}

impl Output for Limit {
    const TYPE: Type = Type::Limit;
    puts!(self, sink => match self.0 {
        Some(number) => sink.int(number.into()),
        None => sink.plain_text("unlimited", "\"unlimited\""),
    });
}

impl Column for Limit {
    fn read(row: &dyn Row, place: usize) -> crate::Result<Self> {
        Ok(Self(row.int(place)?.and_then(|number| u32::try_from(number).ok())))
    }
    fn cell(&self) -> Cell<'_> {
        self.0.map_or(Cell::Null, |number| Cell::Int(number.into()))
    }
}

/// Seconds since 1970.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnixTime(pub i64);

impl From<i32> for UnixTime {
    fn from(seconds: i32) -> Self {
        Self(seconds.into())
    }
}

impl Param for UnixTime {
    const TYPE: Type = Type::UnixTime;
    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = one(texts)?;
        let seconds = text.parse().ok().filter(|seconds| (0..=253_402_300_799).contains(seconds));
        seconds
            .map(Self)
            .ok_or_else(|| format!("“{}” is not a Unix time in seconds", text::shown(text)))
    }
}

impl Output for UnixTime {
    const TYPE: Type = Type::UnixTime;
    puts!(self, sink => sink.int(self.0));
}

impl Column for UnixTime {
    fn read(row: &dyn Row, place: usize) -> crate::Result<Self> {
        Ok(Self(row.int(place)?.unwrap_or_default()))
    }
    fn cell(&self) -> Cell<'_> {
        Cell::Int(self.0)
    }
}

macro_rules! whole_numbers {
    ($($ty:ty)*) => {$(
        impl Param for $ty {
            const TYPE: Type = Type::Int;
            fn read(texts: &[&str]) -> Result<Self, String> {
                let text = one(texts)?;
                text.parse().map_err(|_| format!(
                    "“{}” is not a whole number from {} to {}", text::shown(text), Self::MIN, Self::MAX
                ))
            }
        }
        impl Column for $ty {
            fn read(row: &dyn Row, place: usize) -> crate::Result<Self> {
                Ok(Self::try_from(row.int(place)?.unwrap_or_default()).unwrap_or_default())
            }
            fn cell(&self) -> Cell<'_> {
                Cell::Int(i64::try_from(*self).unwrap_or(i64::MAX))
            }
        }
    )*};
}
whole_numbers!(u8 u16 u32 u64 i64);

impl Param for f64 {
    const TYPE: Type = Type::Number;
    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = one(texts)?;
        let number = text.parse().ok().filter(|number: &Self| number.is_finite());
        number.ok_or_else(|| format!("“{}” is not a number", text::shown(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_a_number_or_unlimited() {
        assert_eq!("5".parse(), Ok(Limit::of(5)));
        assert_eq!("Unlimited".parse(), Ok(Limit::UNLIMITED));
        assert_eq!(Limit::of(0).zero_is_unlimited(), Limit::UNLIMITED);
        for bad in ["", "-1", "+1", "1.5", "4294967296", "5M"] {
            assert!(bad.parse::<Limit>().is_err(), "{bad}");
        }
    }

    #[test]
    fn a_flag_is_no_word() {
        assert_eq!("1".parse(), Ok(Flag(true)));
        assert!("true".parse::<Flag>().is_err());
    }
}

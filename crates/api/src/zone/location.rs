//! A place on earth: the values of LOC records (RFC 1876), kept as messages have them.

use std::fmt;

use super::{read::Fields, value::written};
use crate::{Error, Result, values::text::shown};

/// Where both angles are 0.
const MIDDLE: i64 = 1 << 31;
/// How far below the sea the altitude 0 is, in centimetres.
const BELOW: i64 = 10_000_000;

/// The value of a LOC record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// The diameter of what is there, as a digit and a power of ten in centimetres.
    pub size: u8,
    /// How exact the place is across, alike.
    pub horizontal: u8,
    /// How exact the altitude is, alike.
    pub vertical: u8,
    /// The latitude in thousandths of a second of arc.
    pub latitude: u32,
    /// The longitude alike.
    pub longitude: u32,
    /// The altitude in centimetres.
    pub altitude: u32,
}

impl Location {
    pub(super) fn read(fields: &mut Fields<'_>) -> Result<Self> {
        let latitude = angle(fields, "latitude", 90, ('N', 'S'))?;
        let longitude = angle(fields, "longitude", 180, ('E', 'W'))?;
        let altitude = centimetres(fields.word("altitude")?)
            .and_then(|altitude| u32::try_from(altitude + BELOW).ok())
            .ok_or_else(|| Error::param("altitude", "it must be metres, as in 178m"))?;
        let mut rest = fields.rest().iter();
        let mut exact = |field: &str, default: u8| match rest.next() {
            None => Ok(default),
            Some(item) => std::str::from_utf8(item)
                .ok()
                .and_then(centimetres)
                .and_then(exponent)
                .ok_or_else(|| Error::param(field, "it must be metres from 0 to 90000000")),
        };
        let (size, horizontal) = (exact("size", 0x12)?, exact("horiz_pre", 0x16)?);
        let vertical = exact("vert_pre", 0x13)?;
        if rest.next().is_some() {
            return Err(Error::param("value", "there is one field too many"));
        }
        Ok(Self { size, horizontal, vertical, latitude, longitude, altitude })
    }

    pub(super) fn items(&self) -> Vec<Vec<u8>> {
        let angles = format!("{} {}", self.latitude_text(), self.longitude_text());
        let mut items = written(angles.split(' '));
        items.extend(written([format!("{}m", self.altitude_text())]));
        let exact = [self.size, self.horizontal, self.vertical];
        items.extend(written(exact.map(|exact| format!("{}m", metres(power(exact))))));
        items
    }

    /// The latitude as `41 51 54.305 N`.
    pub fn latitude_text(&self) -> String {
        Angle(self.latitude, 'N', 'S').to_string()
    }

    /// The longitude as `87 36 47.950 W`.
    pub fn longitude_text(&self) -> String {
        Angle(self.longitude, 'E', 'W').to_string()
    }

    /// The altitude in metres.
    pub fn altitude_text(&self) -> String {
        metres(i64::from(self.altitude) - BELOW)
    }

    /// Size, horizontal and vertical exactness in metres.
    pub fn exactness(&self) -> [String; 3] {
        [self.size, self.horizontal, self.vertical].map(|exact| metres(power(exact)))
    }
}

struct Angle(u32, char, char);

impl fmt::Display for Angle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let angle = i64::from(self.0) - MIDDLE;
        let half = if angle < 0 { self.2 } else { self.1 };
        let angle = angle.abs();
        let (degrees, minutes) = (angle / 3_600_000, angle / 60_000 % 60);
        let (seconds, parts) = (angle / 1000 % 60, angle % 1000);
        write!(f, "{degrees} {minutes} {seconds}.{parts:03} {half}")
    }
}

/// Reads degrees, perhaps minutes and seconds, and the half of the earth.
fn angle(fields: &mut Fields<'_>, field: &str, most: i64, halves: (char, char)) -> Result<u32> {
    let fault = || {
        let (one, other) = halves;
        let rule =
            format!("it must be degrees up to {most}, minutes, seconds, and {one} or {other}");
        Error::param(field, rule)
    };
    let mut total = 0;
    for (unit, limit) in [(3_600_000, most), (60_000, 59), (1000, 59), (0, 0)] {
        let word = fields.word(field)?;
        if word.len() == 1 && word.starts_with([halves.0, halves.1]) {
            if total > most * 3_600_000 || unit == 3_600_000 {
                return Err(fault());
            }
            let sign = if word.starts_with(halves.0) { 1 } else { -1 };
            return u32::try_from(MIDDLE + sign * total).map_err(|_| fault());
        }
        let (whole, parts) = word.split_once('.').unwrap_or((word, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let fraction = unit == 1000 || parts.is_empty();
        if !digits(whole) || !digits(parts) || parts.len() > 3 || !fraction {
            return Err(Error::param(field, format!("“{}” is no part of an angle", shown(word))));
        }
        let whole: i64 = whole.parse().ok().filter(|whole| *whole <= limit).ok_or_else(fault)?;
        let parts: i64 = format!("{parts:0<3}").parse().map_err(|_| fault())?;
        total += whole * unit + if unit == 1000 { parts } else { 0 };
    }
    Err(fault())
}

/// Reads metres with at most two digits after the point, and perhaps an `m`.
fn centimetres(text: &str) -> Option<i64> {
    let text = text.strip_suffix('m').unwrap_or(text);
    let (sign, number) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, parts) = number.split_once('.').unwrap_or((number, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if parts.len() > 2 || whole.is_empty() || whole.len() > 8 || !digits(whole) || !digits(parts) {
        return None;
    }
    let parts: i64 = format!("{parts:0<2}").parse().ok()?;
    Some(sign * (whole.parse::<i64>().ok()? * 100 + parts))
}

/// A length as a digit and a power of ten, the digit rounded down.
fn exponent(centimetres: i64) -> Option<u8> {
    let mut digit = centimetres;
    let mut power = 0;
    while digit > 9 {
        digit /= 10;
        power += 1;
    }
    (power < 10 && digit >= 0).then(|| u8::try_from(digit << 4 | power).ok()).flatten()
}

fn power(exact: u8) -> i64 {
    i64::from(exact >> 4) * 10_i64.pow(u32::from(exact & 15))
}

fn metres(centimetres: i64) -> String {
    let sign = if centimetres < 0 { "-" } else { "" };
    let length = centimetres.abs();
    match length % 100 {
        0 => format!("{sign}{}", length / 100),
        parts => format!("{sign}{}.{parts:02}", length / 100),
    }
}

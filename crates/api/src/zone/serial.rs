//! Serial numbers of zones.

/// The serial that follows `previous` on a day (year, month, day): the day's first number as
/// `YYYYMMDDnn`, or the next number where that is reached already, so that it never goes back.
/// After the highest number it starts over at 1, which secondaries take as later (RFC 1982).
pub fn next_serial(previous: u32, today: (u32, u32, u32)) -> u32 {
    let (year, month, day) = today;
    let first = year
        .checked_mul(1_000_000)
        .and_then(|number| number.checked_add(month * 10_000 + day * 100))
        .unwrap_or_default();
    if previous < first { first } else { previous.checked_add(1).unwrap_or(1) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn serials_follow_the_date_and_then_count() {
        assert_eq!(next_serial(0, (2026, 1, 2)), 2_026_010_200);
        assert_eq!(next_serial(2_026_010_200, (2026, 1, 2)), 2_026_010_201);
        assert_eq!(next_serial(2_026_010_299, (2026, 1, 2)), 2_026_010_300);
        assert_eq!(next_serial(2_026_010_300, (2026, 1, 2)), 2_026_010_301);
        assert_eq!(next_serial(u32::MAX, (2026, 1, 2)), 1);
    }

    proptest! {
        #[test]
        fn a_serial_never_goes_back(
            previous in 0..u32::MAX, year in 1970u32..2100, month in 1u32..=12, day in 1u32..=31,
        ) {
            let next = next_serial(previous, (year, month, day));
            prop_assert!(next > previous);
            prop_assert!(next >= year * 1_000_000 + month * 10_000 + day * 100);
        }
    }
}

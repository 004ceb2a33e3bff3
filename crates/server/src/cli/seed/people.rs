//! Who the made-up accounts are: a number tells everything about each.

use std::num::NonZeroU32;

/// How many accounts there are to one reseller.
const A_RESELLER: u32 = 500;

const FIRST: [&str; 16] = [
    "amber", "birch", "cedar", "coral", "dune", "ember", "fern", "frost", "hazel", "iris", "maple",
    "olive", "pearl", "reed", "sage", "wren",
];
const SECOND: [&str; 16] = [
    "bakery", "books", "brook", "cabin", "clinic", "dance", "farm", "garden", "harbor", "kitchen",
    "lodge", "market", "music", "studio", "travel", "works",
];

/// The username of an account.
pub(super) fn name(number: u32) -> String {
    format!("{}{number:06}", word(&FIRST, number))
}

/// Its main domain.
pub(super) fn domain(number: u32) -> String {
    let (first, second) = (word(&FIRST, number), word(&SECOND, mixed(number)));
    format!("{first}-{second}-{number}.test")
}

/// Whether it is a reseller's own.
pub(super) fn is_reseller(number: u32) -> bool {
    number.is_multiple_of(A_RESELLER)
}

/// The number of the account whose owner owns it; `None` for root. Two in five are root's.
pub(super) fn owner(number: u32) -> Option<u32> {
    if is_reseller(number) {
        return Some(number);
    }
    // Those of the present batch of 500 and before are there already.
    let resellers = NonZeroU32::MIN.saturating_add(number / A_RESELLER);
    let owned = mixed(number) % 5 >= 2;
    owned.then(|| (mixed(number) / 5) % resellers * A_RESELLER)
}

/// The package that it is on.
pub(super) fn package(number: u32) -> &'static str {
    match mixed(number) % 20 {
        0..12 => "starter",
        12..18 => "standard",
        _ => "business",
    }
}

/// Whether it is suspended: one in twenty-five, never a reseller.
pub(super) fn is_suspended(number: u32) -> bool {
    number % 25 == 13 && !is_reseller(number)
}

/// How many seconds ago it was made, up to three years.
pub(super) fn age(number: u32) -> i64 {
    i64::from(mixed(number) % (3 * 365 * 86_400))
}

fn word(words: &'static [&'static str; 16], number: u32) -> &'static str {
    let place = usize::try_from(number % 16).unwrap_or_default();
    words.get(place).copied().unwrap_or_default()
}

/// A number whose bits depend on all bits of another one.
fn mixed(number: u32) -> u32 {
    let mut mixed = number.wrapping_mul(0x9E37_79B9);
    mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x85EB_CA6B);
    mixed ^ (mixed >> 13)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use api::{DomainName, UserName};

    use super::*;

    #[test]
    fn everybody_has_a_sound_name_and_domain_of_their_own() {
        let names: BTreeSet<UserName> =
            (0..3_000).map(|number| name(number).parse().unwrap()).collect();
        let domains: BTreeSet<DomainName> =
            (0..3_000).map(|number| domain(number).parse().unwrap()).collect();
        assert_eq!((names.len(), domains.len()), (3_000, 3_000));
        assert!(name(399_999).parse::<UserName>().is_ok());
    }

    #[test]
    fn owners_are_resellers_that_come_before() {
        let mut owned = 0;
        for number in 0..3_000 {
            if let Some(owner) = owner(number) {
                assert!(is_reseller(owner) && owner <= number);
                owned += 1;
            }
        }
        assert!((1_500..2_100).contains(&owned), "{owned}");
    }
}

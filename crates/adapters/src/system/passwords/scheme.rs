//! The schemes of crypt(3) that are verified, told apart by their prefixes.

use yescrypt::PasswordVerifier as _;

/// The most memory that a stored yescrypt hash may ask for, in bytes.
const MOST_MEMORY: u64 = 256 << 20;

/// The most rounds that a stored SHA hash may ask for.
const MOST_ROUNDS: u32 = 1_000_000;

/// The highest cost that a stored bcrypt hash may ask for.
const MOST_BCRYPT_COST: u32 = 15;

/// Whether a stored hash is of a scheme that is verified, at a cost that is borne. Locked,
/// empty and failed ones (`!…`, `*…`) are of none.
pub(super) fn is_known(hash: &str) -> bool {
    match hash.split('$').nth(1) {
        _ if !hash.starts_with('$') => false,
        Some("y") => yescrypt_cost_is_borne(hash),
        Some("1") => true,
        Some("5" | "6") => rounds(hash) <= MOST_ROUNDS,
        Some("2a" | "2b" | "2y") => bcrypt_cost(hash) <= MOST_BCRYPT_COST,
        _ => false,
    }
}

/// The scheme and the cost of a yescrypt hash; nothing of any other.
pub(super) fn settings(hash: &str) -> Option<&str> {
    let cost = hash.strip_prefix("$y$")?;
    cost.split_once('$').map(|(cost, _)| cost)
}

/// Whether the password has that hash, which [`is_known`].
pub(super) fn verify(password: &str, hash: &str) -> bool {
    match hash.split('$').nth(1) {
        Some("y") => {
            yescrypt::Yescrypt::default().verify_password(password.as_bytes(), hash).is_ok()
        }
        Some("5" | "6") => {
            sha_crypt::ShaCrypt::default().verify_password(password.as_bytes(), hash).is_ok()
        }
        Some("1") => super::md5::verify(password, hash),
        // Not the variant that cuts the password at 72 bytes.
        Some("2a" | "2b" | "2y") => bcrypt::non_truncating_verify(password, hash).unwrap_or(false),
        _ => false,
    }
}

fn yescrypt_cost_is_borne(hash: &str) -> bool {
    let params = hash.split('$').nth(2).and_then(|text| text.parse::<yescrypt::Params>().ok());
    params.is_some_and(|params| {
        let blocks = params.n().checked_mul(u64::from(params.r()) * 128);
        blocks.is_some_and(|bytes| bytes <= MOST_MEMORY) && params.p() == 1
    })
}

fn rounds(hash: &str) -> u32 {
    let field = hash.split('$').nth(2).and_then(|field| field.strip_prefix("rounds="));
    field.map_or(5_000, |number| number.parse().unwrap_or(u32::MAX))
}

fn bcrypt_cost(hash: &str) -> u32 {
    hash.split('$').nth(2).and_then(|cost| cost.parse().ok()).unwrap_or(u32::MAX)
}

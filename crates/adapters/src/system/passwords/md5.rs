//! The scheme `$1$` of crypt(3), which systems of the nineties wrote: verified, so that who comes
//! from one can log in, and never made.

use md5::{Digest as _, Md5};
use subtle::ConstantTimeEq as _;

/// What six bits at a time are written as.
const LETTERS: &[u8; 64] = b"./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// The longest salt.
const LONGEST_SALT: usize = 8;

/// How often the digest is made of itself.
const ROUNDS: u32 = 1_000;

/// Whether the password has that hash.
pub(super) fn verify(password: &str, hash: &str) -> bool {
    let Some((salt, wanted)) = hash.strip_prefix("$1$").and_then(|rest| rest.split_once('$'))
    else {
        return false;
    };
    let made = written(digest(password.as_bytes(), salt.as_bytes()));
    salt.len() <= LONGEST_SALT && bool::from(made.as_bytes().ct_eq(wanted.as_bytes()))
}

fn digest(password: &[u8], salt: &[u8]) -> [u8; 16] {
    let between: [u8; 16] =
        Md5::new_with_prefix(password).chain_update(salt).chain_update(password).finalize().into();
    let mut first = Md5::new_with_prefix(password).chain_update(b"$1$").chain_update(salt);
    let repeated: Vec<u8> = between.into_iter().cycle().take(password.len()).collect();
    first.update(repeated);
    let mut length = password.len();
    while length > 0 {
        // The scheme means the first byte of a buffer that it has cleared by then.
        let byte = if length % 2 == 1 { &[0][..] } else { password.get(..1).unwrap_or_default() };
        first.update(byte);
        length /= 2;
    }
    (0..ROUNDS).fold(first.finalize().into(), |before, round| again(password, salt, before, round))
}

fn again(password: &[u8], salt: &[u8], before: [u8; 16], round: u32) -> [u8; 16] {
    let is_odd = round % 2 == 1;
    let (head, tail) = if is_odd { (password, &before[..]) } else { (&before[..], password) };
    let mut next = Md5::new_with_prefix(head);
    if !round.is_multiple_of(3) {
        next.update(salt);
    }
    if !round.is_multiple_of(7) {
        next.update(password);
    }
    next.chain_update(tail).finalize().into()
}

/// The digest's bytes in the order of the scheme: three at a time, the lowest six bits first. The
/// eleventh comes last, alone, and has two letters.
fn written(digest: [u8; 16]) -> String {
    let byte = |place: usize| u32::from(digest.get(place).copied().unwrap_or_default());
    let threes = [[0, 6, 12], [1, 7, 13], [2, 8, 14], [3, 9, 15], [4, 10, 5]];
    let mut text = String::with_capacity(22);
    for [high, middle, low] in threes {
        write(&mut text, byte(high) << 16 | byte(middle) << 8 | byte(low), 4);
    }
    write(&mut text, byte(11), 2);
    text
}

fn write(text: &mut String, bits: u32, letters: u32) {
    let sixes = (0..letters).map(|place| bits >> (6 * place) & 63);
    let letter = |six| LETTERS.get(usize::try_from(six).ok()?).copied().map(char::from);
    text.extend(sixes.filter_map(letter));
}

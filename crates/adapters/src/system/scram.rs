//! The verifier of a password as PostgreSQL keeps it, `SCRAM-SHA-256`.
//!
//! A password is prepared as PostgreSQL and its client library prepare it, which is nearly the profile of the
//! standard (RFC 4013): they ask which characters are prohibited before they normalize, and the standard asks
//! afterwards. Whoever prepares it otherwise locks out those whose password has a character like `㏿`, which
//! Unicode 3.2 did not have yet.

use std::num::NonZeroU32;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ring::{digest, hmac, pbkdf2};
use stringprep::tables;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// How often the digest is taken; PostgreSQL's own number.
const ROUNDS: NonZeroU32 = NonZeroU32::new(4096).expect("it is not zero");

/// The verifier with that salt.
pub(super) fn verifier(password: &str, salt: [u8; 16]) -> String {
    let mut salted = [0; digest::SHA256_OUTPUT_LEN];
    let secret = prepared(password);
    pbkdf2::derive(pbkdf2::PBKDF2_HMAC_SHA256, ROUNDS, &salt, secret.as_bytes(), &mut salted);
    let key = hmac::Key::new(hmac::HMAC_SHA256, &salted);
    let client = digest::digest(&digest::SHA256, hmac::sign(&key, b"Client Key").as_ref());
    let server = hmac::sign(&key, b"Server Key");
    let text = |bytes: &[u8]| STANDARD.encode(bytes);
    let (salt, client, server) = (text(&salt), text(client.as_ref()), text(server.as_ref()));
    format!("SCRAM-SHA-256${ROUNDS}:{salt}${client}:{server}")
}

/// The password that is digested: the prepared one, or it as it is where it cannot be prepared.
fn prepared(password: &str) -> Zeroizing<String> {
    let kept = password.chars().filter(|c| !tables::commonly_mapped_to_nothing(*c));
    let mapped = kept.map(|c| if tables::non_ascii_space_character(c) { ' ' } else { c });
    let mapped: Zeroizing<Vec<char>> = Zeroizing::new(mapped.collect());
    if password.is_ascii() || mapped.is_empty() || is_prohibited(&mapped) {
        return Zeroizing::new(password.to_owned());
    }
    Zeroizing::new(mapped.iter().copied().nfkc().collect())
}

fn is_prohibited(text: &[char]) -> bool {
    let has = |is_so: fn(char) -> bool| text.iter().any(|c| is_so(*c));
    let prohibiting: [fn(char) -> bool; 10] = [
        tables::ascii_control_character,
        tables::non_ascii_control_character,
        tables::private_use,
        tables::non_character_code_point,
        tables::surrogate_code,
        tables::inappropriate_for_plain_text,
        tables::inappropriate_for_canonical_representation,
        tables::change_display_properties_or_deprecated,
        tables::tagging_character,
        tables::unassigned_code_point,
    ];
    if prohibiting.into_iter().any(has) {
        return true;
    }
    let ends = || [text.first(), text.last()].into_iter().flatten();
    has(tables::bidi_r_or_al) && (has(tables::bidi_l) || !ends().all(|c| tables::bidi_r_or_al(*c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_prepared_as_postgresql_does() {
        for (password, is) in [
            ("plain \u{7}", "plain \u{7}"),
            // What the standard changes.
            ("ﬁ\u{a0}x\u{ad}", "fi x"),
            ("Ⅸ", "IX"),
            // What it prohibits stays as it is.
            ("ﬁ\u{e000}", "ﬁ\u{e000}"),
            ("ﬁ\u{1f600}", "ﬁ\u{1f600}"),
            ("\u{ad}", "\u{ad}"),
            ("\u{5d0}1", "\u{5d0}1"),
            ("\u{5d0}ﬁ\u{5d0}", "\u{5d0}ﬁ\u{5d0}"),
            // Unknown to Unicode 3.2, and known once it is normalized.
            ("\u{33ff}", "\u{33ff}"),
        ] {
            assert_eq!(*prepared(password), is, "{password:?}");
        }
    }

    #[test]
    fn it_is_the_verifier_of_the_standard() {
        // The password and the salt of the example in RFC 7677.
        let salt = STANDARD.decode("W22ZaJ0SNY7soEsUEjb6gQ==").unwrap().try_into().unwrap();
        let known = "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$\
                     WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=";
        assert_eq!(verifier("pencil", salt), known);
    }
}

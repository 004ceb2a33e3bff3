//! Passwords that were found right a short while ago, so that callers who send theirs with each
//! request are not hashed each time. What is kept tells nothing of a password: an HMAC with a key
//! made at start. A verdict is of one source, and gone with the first failure from there: it opens
//! nothing that the count of failures holds.

use std::{
    net::IpAddr,
    num::NonZeroUsize,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use api::{Secret, UserName, records::Login};
use hmac::{Hmac, Mac as _};
use lru::LruCache;
use sha2::Sha256;

/// How long a verdict holds.
const HOLDS: Duration = Duration::from_mins(5);

/// How many are kept.
const MOST: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();

/// The verdicts: one for each user and source.
pub(super) struct Verdicts {
    key: [u8; 32],
    right: Mutex<LruCache<(UserName, IpAddr), (Mark, Instant)>>,
}

/// What a verdict is on: user, password and generation of the credentials, so that a change of the
/// password ends it.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Mark([u8; 32]);

impl Verdicts {
    /// None yet, under a key of their own.
    pub(super) fn new(key: [u8; 32]) -> Self {
        Self { key, right: Mutex::new(LruCache::new(MOST)) }
    }

    /// Whether that password of the login was found right for that source a short while ago.
    pub(super) fn holds(&self, login: &Login, source: IpAddr, password: &Secret) -> bool {
        let Some(mark) = self.mark(login, password) else { return false };
        let place = (login.name.clone(), source);
        let mut right = self.right.lock().unwrap_or_else(PoisonError::into_inner);
        match right.get(&place) {
            Some((noted, since)) if since.elapsed() < HOLDS => *noted == mark,
            Some(_) => {
                right.pop(&place);
                false
            }
            None => false,
        }
    }

    /// Notes that it was found right.
    pub(super) fn note(&self, login: &Login, source: IpAddr, password: &Secret) {
        if let Some(mark) = self.mark(login, password) {
            let mut right = self.right.lock().unwrap_or_else(PoisonError::into_inner);
            right.put((login.name.clone(), source), (mark, Instant::now()));
        }
    }

    /// Forgets what was found right for that source: it has guessed wrong since.
    pub(super) fn forget(&self, user: &UserName, source: IpAddr) {
        let mut right = self.right.lock().unwrap_or_else(PoisonError::into_inner);
        right.pop(&(user.clone(), source));
    }

    fn mark(&self, login: &Login, password: &Secret) -> Option<Mark> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).ok()?;
        mac.update(login.name.as_str().as_bytes());
        mac.update(&[0]);
        mac.update(&login.generation.to_be_bytes());
        mac.update(password.reveal().as_bytes());
        Some(Mark(mac.finalize().into_bytes().into()))
    }
}

#[cfg(test)]
mod tests {
    use api::{UnixTime, records::LoginKind};

    use super::*;

    fn login(name: &str, generation: u64) -> Login {
        Login {
            name: name.parse().unwrap(),
            kind: LoginKind::Account,
            password: String::new(),
            generation,
            changed: UnixTime(0),
            digest_auth: false.into(),
            locked: false.into(),
        }
    }

    #[test]
    fn a_verdict_is_of_one_user_password_generation_and_source() {
        let verdicts = Verdicts::new([7; 32]);
        let [here, there] = ["192.0.2.1", "192.0.2.2"].map(|text| text.parse().unwrap());
        let password = |text: &str| Secret::new(text.to_owned());
        let anna = login("anna", 1);
        verdicts.note(&anna, here, &password("x"));
        let holds =
            |login: &Login, source, text: &str| verdicts.holds(login, source, &password(text));
        assert!(holds(&anna, here, "x"));
        assert!(!holds(&login("anna", 2), here, "x") && !holds(&login("bert", 1), here, "x"));
        assert!(!holds(&anna, here, "y") && !holds(&anna, there, "x"));
        assert!(holds(&anna, here, "x"));
        verdicts.forget(&anna.name, there);
        assert!(holds(&anna, here, "x"));
        verdicts.forget(&anna.name, here);
        assert!(!holds(&anna, here, "x"));
    }
}

//! Passwords that were found right a short while ago, so that callers who send theirs with each
//! request are not hashed each time. What is kept tells nothing of a password: an HMAC with a key
//! made at start.

use std::{
    num::NonZeroUsize,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use api::{Secret, UserName};
use hmac::{Hmac, Mac as _};
use lru::LruCache;
use sha2::Sha256;

/// How long a verdict holds.
const HOLDS: Duration = Duration::from_mins(5);

/// How many are kept.
const MOST: NonZeroUsize = NonZeroUsize::new(10_000).unwrap();

/// The verdicts.
pub(super) struct Verdicts {
    key: [u8; 32],
    right: Mutex<LruCache<Mark, Instant>>,
}

/// What a verdict is found by: user, password and generation of the credentials, so that a change
/// of the password makes it unfindable.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Mark([u8; 32]);

impl Verdicts {
    /// None yet, under a key of their own.
    pub(super) fn new(key: [u8; 32]) -> Self {
        Self { key, right: Mutex::new(LruCache::new(MOST)) }
    }

    /// The mark of a password.
    pub(super) fn mark(&self, user: &UserName, generation: u64, password: &Secret) -> Option<Mark> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).ok()?;
        mac.update(user.as_str().as_bytes());
        mac.update(&[0]);
        mac.update(&generation.to_be_bytes());
        mac.update(password.reveal().as_bytes());
        Some(Mark(mac.finalize().into_bytes().into()))
    }

    /// Whether it was found right a short while ago.
    pub(super) fn holds(&self, mark: Mark) -> bool {
        let mut right = self.right.lock().unwrap_or_else(PoisonError::into_inner);
        match right.get(&mark) {
            Some(since) if since.elapsed() < HOLDS => true,
            Some(_) => {
                right.pop(&mark);
                false
            }
            None => false,
        }
    }

    /// Notes that it was found right.
    pub(super) fn note(&self, mark: Mark) {
        self.right.lock().unwrap_or_else(PoisonError::into_inner).put(mark, Instant::now());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_is_of_one_user_password_and_generation() {
        let verdicts = Verdicts::new([7; 32]);
        let (anna, bert) = ("anna".parse().unwrap(), "bert".parse().unwrap());
        let password = |text: &str| Secret::new(text.to_owned());
        verdicts.note(verdicts.mark(&anna, 1, &password("x")).unwrap());
        let holds = |user, generation, text: &str| {
            verdicts.holds(verdicts.mark(user, generation, &password(text)).unwrap())
        };
        assert!(holds(&anna, 1, "x"));
        assert!(!holds(&anna, 2, "x") && !holds(&bert, 1, "x") && !holds(&anna, 1, "y"));
    }
}

//! What sandbox and host have in common: time, randomness, facts of the machine, slow hashing.

mod clock;
mod facts;
mod keys;
pub mod passwords;
mod random;
mod resolver;
mod steps;
pub(crate) mod verifiers;

pub use clock::SystemClock;
pub use facts::Linux;
pub use keys::SealedKeys;
pub use passwords::{Cost, Yescrypt};
pub use random::SystemRandom;
pub use resolver::SystemResolver;
#[cfg(debug_assertions)]
pub use steps::KillAt;
pub use steps::NoSteps;

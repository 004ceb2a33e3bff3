//! What sandbox and host have in common: time, randomness, facts of the machine, slow hashing, keys.

mod certificates;
mod clock;
mod cluster;
mod disks;
mod facts;
pub mod host;
mod keys;
pub mod passwords;
mod random;
mod resolver;
mod scram;
mod steps;
mod vault;
pub(crate) mod verifiers;
pub(crate) mod zone_keys;

pub use certificates::X509;
pub use clock::SystemClock;
pub use cluster::{ClusterMember, ClusterMembers, Fingerprint, Trusted};
pub use facts::Linux;
pub use keys::MadeKeys;
pub use passwords::{Cost, Yescrypt};
pub use random::SystemRandom;
pub use resolver::SystemResolver;
pub(crate) use resolver::{mail_hosts, names};
pub use steps::NoSteps;
#[cfg(debug_assertions)]
pub use steps::{KillAt, NoteSteps};
pub use vault::KeyFile;
pub use zone_keys::LocalKeys;

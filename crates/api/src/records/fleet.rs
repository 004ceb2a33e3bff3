//! Many hosts upon one store: the hosts, who works for each, what waits for them, which calls they are
//! asked, and how they are told of it.

use std::{fmt, time::Duration};

use super::JournalState;
use crate::{Flag, HostName, Record, Result, UnixTime};

/// For how many seconds a worker may be silent before its host counts as not there.
pub const SILENCE: i64 = 15;

/// For how many seconds an entry is a worker's that has said nothing about it since.
pub const LEASE: i64 = 30;

/// A host.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "hosts", key = "name")]
pub struct HostRecord {
    /// Its name.
    pub name: HostName,
    /// The how many-th it was to come: what belongs to no account belongs to the first.
    pub place: u32,
    /// The address of its accounts that have none of their own.
    pub address: String,
    /// Whether new accounts are placed on it.
    pub accepts: Flag,
    /// How many accounts it has.
    pub accounts: u64,
    /// Which servers it has, as JSON.
    pub facts: String,
    /// What its worker answers relayed calls under: a word of its own for each of the worker's lives, so
    /// that what was said to a former one is void. Empty where it answers none.
    pub door: String,
}

/// Who works for a host, and when they were last seen.
#[derive(Debug, Clone, Record)]
#[record(table = "workers", key = "host")]
pub struct WorkerRecord {
    /// The host, or [`Worker::UPKEEP`].
    pub host: String,
    /// The worker's id.
    pub worker: String,
    /// When it was last seen, by the store's clock.
    pub seen: UnixTime,
}

/// A process that works for a host. There is one at a time, as two could end with the older of two
/// states on the machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worker {
    /// The host, or [`Self::UPKEEP`].
    pub host: String,
    /// Its id: the same for as long as its data folder is, so that it goes on at once after its end.
    pub id: String,
}

impl Worker {
    /// What stands for a host with the one server that does what no host need do. No host has this
    /// name.
    pub const UPKEEP: &'static str = "*";
}

/// An entry of the journal that waits for a host.
#[derive(Debug, Clone, Record)]
#[record(table = "journal", key = "id")]
pub struct HostEntry {
    /// Its id: random, so that servers need not agree on numbers.
    pub id: String,
    /// The function that made it.
    pub function: String,
    /// How far it is.
    pub state: JournalState,
    /// When it was made.
    pub opened: UnixTime,
    /// The subjects that the host is to apply: JSON of a list of [`Subject`](super::Subject).
    pub subjects: String,
    /// The host.
    pub host: HostName,
    /// Why it could not be applied when that was last tried.
    pub problem: Option<String>,
}

/// What is announced.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Notice {
    /// An entry waits for that host.
    Work(HostName),
    /// The entry of that id was applied, or could not be.
    Outcome(String),
    /// A relayed call waits for that host.
    Call(HostName),
    /// The relayed call of that id is answered.
    Answer(String),
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Work(host) => write!(f, "work {host}"),
            Self::Outcome(entry) => write!(f, "outcome {entry}"),
            Self::Call(host) => write!(f, "call {host}"),
            Self::Answer(call) => write!(f, "answer {call}"),
        }
    }
}

/// What is listened for.
pub trait Ear: Send {
    /// Waits until it is announced, or may have been, at the most so long; gives whether it was.
    /// What was announced since the last waiting counts.
    fn wait(&self, most: Duration) -> bool;
}

/// A call that is on its way to a host, sealed.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "relayed_calls", key = "id")]
pub struct RelayedCall {
    /// Its id: random.
    pub id: String,
    /// The host.
    pub host: HostName,
    /// When it was posted, by the store's clock.
    pub made: UnixTime,
    /// The call; none when the host's worker has taken it.
    pub call: Option<String>,
}

/// For how many seconds a call is answered: an older one is not begun.
pub const ANSWERED_WITHIN: i64 = 60;

/// Calls from those that take them to those whose machines can answer. The store only carries them: both
/// ends seal what they say.
pub trait Calls: Send + Sync {
    /// Posts a call under that id, and announces it.
    fn post(&self, id: &str, host: &HostName, call: &str) -> Result<()>;
    /// Takes the oldest call of a host that nobody has taken; nobody else gets it.
    fn take(&self, host: &HostName) -> Result<Option<RelayedCall>>;
    /// Answers a call that was taken, and announces that. Gives whether anybody still waits for it.
    fn answer(&self, id: &str, answer: &str) -> Result<bool>;
    /// Fetches the answer, if it is there; it is gone then.
    fn fetch(&self, id: &str) -> Result<Option<String>>;
    /// Gives a call up. Gives whether nobody has taken it, and nobody will.
    fn withdraw(&self, id: &str) -> Result<bool>;
    /// Removes what nobody waits for any more.
    fn sweep_calls(&self) -> Result<u64>;
}

/// What processes on many hosts do with the store that they share. Nothing here waits for those that
/// write accounts: each is one statement on rows that others leave alone.
pub trait Fleet: Calls {
    /// Says that a worker lives and is at work on these entries, which stay its own. Gives whether it
    /// may go on: not where another one of its host was seen in the last [`SILENCE`] seconds.
    fn beat(&self, worker: &Worker, at_work: &[String]) -> Result<bool>;
    /// Takes up to so many open entries of its host for a worker, the oldest first: such as are due
    /// and nobody's, or somebody's who has said nothing for [`LEASE`] seconds, or its own from before
    /// and not at work. What another one is taking at this moment is left out.
    fn claim(&self, worker: &Worker, at_work: &[String], most: u32) -> Result<Vec<HostEntry>>;
    /// Closes an entry that is applied; gives whether it was still the worker's.
    fn close(&self, worker: &Worker, entry: &str) -> Result<bool>;
    /// Gives an entry back that cannot be applied, and says why. It is due again after a while, longer
    /// each time. Gives whether it was still the worker's.
    fn give_back(&self, worker: &Worker, entry: &str, problem: &str) -> Result<bool>;
    /// Begins to listen.
    fn listen(&self, notice: &Notice) -> Result<Box<dyn Ear>>;
}

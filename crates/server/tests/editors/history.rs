//! What clients did to one zone, when, and what they were told.

use std::{collections::BTreeMap, time::Duration};

/// The records that are watched, by owner: each owner has one record, with a text that no other edit
/// gives.
pub(super) type Texts = BTreeMap<String, String>;

/// What an edit does to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Step {
    /// Adds one.
    Add(String, String),
    /// Gives the one that was read on a line another text.
    Set(String, String),
    /// Removes the one that was read on a line.
    Take(String),
}

impl Step {
    /// The record that it needs, or none where it makes one.
    pub(super) fn needs(&self) -> Option<&str> {
        match self {
            Self::Add(..) => None,
            Self::Set(owner, _) | Self::Take(owner) => Some(owner),
        }
    }
}

/// An edit: all of it is one step of the zone's serial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// What becomes of the records that are watched; empty where it touches others only.
    pub(super) steps: Vec<Step>,
    /// The serial that was read, where the caller told it: the edit must come right behind.
    pub(super) read: Option<u32>,
}

/// What the caller of an edit was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// It is made, with this serial.
    Made(u32),
    /// It is made; which serial it has is not said.
    MadeSilently,
    /// It is refused: the zone has another serial.
    Stale(u32),
    /// It is refused: there is no record on that line.
    Gone,
    /// It is refused as the machine could not do it: what was made of it is taken back, which is a step of
    /// its own.
    TakenBack,
    /// Nothing: the connection was cut, or the answer came too late.
    Nothing,
}

/// What was seen of the zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) serial: u32,
    /// The line of each record that is watched, with its owner and text.
    pub(super) lines: BTreeMap<u32, (String, String)>,
}

impl Seen {
    pub(super) fn texts(&self) -> Texts {
        self.lines.values().cloned().collect()
    }
}

/// A call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Call {
    Edit(Edit, Told),
    Read(Seen),
}

/// A call with when it began and ended. Nobody knows when one ended that was not answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Timed {
    pub(super) from: Duration,
    pub(super) to: Duration,
    pub(super) call: Call,
}

impl Timed {
    /// The serial that it is known to have made or seen.
    pub(super) fn serial(&self) -> Option<u32> {
        match &self.call {
            Call::Edit(_, Told::Made(serial)) => Some(*serial),
            Call::Edit(..) => None,
            Call::Read(seen) => Some(seen.serial),
        }
    }

    /// The edit, where it is made, or may be, at a serial that nobody told.
    pub(super) fn untold(&self) -> Option<&Edit> {
        match &self.call {
            Call::Edit(edit, Told::Nothing | Told::MadeSilently | Told::TakenBack) => Some(edit),
            _ => None,
        }
    }
}

//! The conversions of addon domains into accounts: jobs with their steps.

use crate::{DomainName, PackageName, Record, UnixTime, UserName, Word};

/// A conversion.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "conversions", key = "id")]
pub struct Conversion {
    /// Its number, from 1.
    pub id: u64,
    /// The addon domain, which becomes the new account's main domain.
    pub domain: DomainName,
    /// The account that has it.
    pub source: UserName,
    /// The account that gets it.
    pub target: UserName,
    /// The new account's package.
    pub package: PackageName,
    /// Where the domain's site lies below the source's home.
    pub document_root: String,
    /// How far it is.
    pub state: ConversionState,
    /// When it was asked for.
    pub started: UnixTime,
    /// When it ended.
    pub ended: Option<UnixTime>,
}

/// How far a conversion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ConversionState {
    /// It has not begun.
    #[word("queued")]
    Queued,
    /// It is under way, or was when the server stopped.
    #[word("running")]
    Running,
    /// It ended before it was complete; its last step says why.
    #[word("failed")]
    Failed,
    /// It is complete.
    #[word("done")]
    Done,
}

/// A step of a conversion that has begun.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "conversion_steps", key = "conversion,place")]
pub struct ConversionStep {
    /// The conversion's number.
    pub conversion: u64,
    /// Its place among the steps, from 1.
    pub place: u32,
    /// What it does.
    pub name: String,
    /// How far it is.
    pub state: StepState,
    /// When it began.
    pub started: UnixTime,
    /// When it ended.
    pub ended: Option<UnixTime>,
    /// What went wrong with it.
    pub warnings: String,
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum StepState {
    /// It is under way.
    #[word("running")]
    Running,
    /// It failed.
    #[word("failed")]
    Failed,
    /// It is complete.
    #[word("done")]
    Done,
}

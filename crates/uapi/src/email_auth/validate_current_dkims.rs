//! `EmailAuth::validate_current_dkims`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// The error.
    pub error: String,
    /// The expected.
    pub expected: String,
    /// The records.
    pub records: Vec<Record>,
    /// The state.
    pub state: StateWord,
    /// The validity cache update.
    pub validity_cache_update: ValidityCacheUpdate,
}

/// One item of `records`.
#[derive(Output)]
pub struct Record {
    /// The current.
    pub current: String,
    /// The reason.
    pub reason: String,
    /// The state.
    pub state: State,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum State {
    /// `VALID`.
    #[word("VALID")]
    Valid,
    /// `MISMATCH`.
    #[word("MISMATCH")]
    Mismatch,
    /// `PERMFAIL`.
    #[word("PERMFAIL")]
    Permfail,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum StateWord {
    /// `VALID`.
    #[word("VALID")]
    Valid,
    /// `MALFORMED`.
    #[word("MALFORMED")]
    Malformed,
    /// `MISMATCH`.
    #[word("MISMATCH")]
    Mismatch,
    /// `MISSING`.
    #[word("MISSING")]
    Missing,
    /// `MULTIPLE`.
    #[word("MULTIPLE")]
    Multiple,
    /// `NOPUB`.
    #[word("NOPUB")]
    Nopub,
    /// `ERROR`.
    #[word("ERROR")]
    Error,
}

/// What `validity_cache_update` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ValidityCacheUpdate {
    /// `set`.
    #[word("set")]
    Set,
    /// `unset`.
    #[word("unset")]
    Unset,
    /// `valid`.
    #[word("valid")]
    Valid,
    /// `invalid`.
    #[word("invalid")]
    Invalid,
    /// `none`.
    #[word("none")]
    None,
    /// `error`.
    #[word("error")]
    Error,
}

/// See [`Params`].
pub struct ValidateCurrentDkims;

impl Function for ValidateCurrentDkims {
    const NAME: &'static str = "validate_current_dkims";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `EmailAuth::validate_current_spfs`

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
    /// The IP address address.
    pub ip_address: String,
    /// The IP address version.
    pub ip_version: i64,
    /// The records.
    pub records: Vec<Record>,
    /// The state.
    pub state: StateWord,
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
    /// `PASS`.
    #[word("PASS")]
    Pass,
    /// `NEUTRAL`.
    #[word("NEUTRAL")]
    Neutral,
    /// `FAIL`.
    #[word("FAIL")]
    Fail,
    /// `SOFTFAIL`.
    #[word("SOFTFAIL")]
    Softfail,
    /// `TEMPERROR`.
    #[word("TEMPERROR")]
    Temperror,
    /// `PERMERROR`.
    #[word("PERMERROR")]
    Permerror,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum StateWord {
    /// `VALID`.
    #[word("VALID")]
    Valid,
    /// `MISMATCHED`.
    #[word("MISMATCHED")]
    Mismatched,
    /// `MULTIPLE`.
    #[word("MULTIPLE")]
    Multiple,
    /// `MISSING`.
    #[word("MISSING")]
    Missing,
    /// `ERROR`.
    #[word("ERROR")]
    Error,
}

/// See [`Params`].
pub struct ValidateCurrentSpfs;

impl Function for ValidateCurrentSpfs {
    const NAME: &'static str = "validate_current_spfs";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

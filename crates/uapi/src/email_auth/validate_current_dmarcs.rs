//! `EmailAuth::validate_current_dmarcs`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: Option<DomainName>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// The error.
    pub error: String,
    /// The record.
    pub record: String,
    /// The state.
    pub state: State,
    /// The subdomain.
    pub subdomain: String,
    /// The suggested.
    pub suggested: String,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum State {
    /// `VALID`.
    #[word("VALID")]
    Valid,
    /// `MALFORMED`.
    #[word("MALFORMED")]
    Malformed,
    /// `DKIM_SPF_ERROR`.
    #[word("DKIM_SPF_ERROR")]
    DkimSpfError,
    /// `DKIM_ERROR`.
    #[word("DKIM_ERROR")]
    DkimError,
    /// `SPF_ERROR`.
    #[word("SPF_ERROR")]
    SpfError,
    /// `MISSING`.
    #[word("MISSING")]
    Missing,
    /// `DNS_ERROR`.
    #[word("DNS_ERROR")]
    DnsError,
}

/// See [`Params`].
pub struct ValidateCurrentDmarcs;

impl Function for ValidateCurrentDmarcs {
    const NAME: &'static str = "validate_current_dmarcs";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

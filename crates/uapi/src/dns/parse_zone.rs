//! `DNS::parse_zone`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Parse a zone of the account into its lines, base64-encoded.
#[derive(Input)]
pub struct Params {
    /// A zone of the account.
    pub zone: DomainName,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The line index.
    pub line_index: i64,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The dname b64.
    #[param(absent)]
    pub dname_b64: Option<String>,
    /// The record type.
    #[param(absent)]
    pub record_type: Option<String>,
    /// The TTL.
    #[param(absent)]
    pub ttl: Option<i64>,
    /// The data b64.
    #[param(absent)]
    pub data_b64: Option<Vec<String>>,
    /// The text b64.
    #[param(absent)]
    pub text_b64: Option<String>,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `record`.
    #[word("record")]
    Record,
    /// `control`.
    #[word("control")]
    Control,
    /// `comment`.
    #[word("comment")]
    Comment,
}

/// See [`Params`].
pub struct ParseZone;

impl Function for ParseZone {
    const NAME: &'static str = "parse_zone";
    const NEEDS: Needs = Needs::Features(&["zoneedit", "simplezoneedit"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

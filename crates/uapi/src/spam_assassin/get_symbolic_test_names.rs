//! `SpamAssassin::get_symbolic_test_names`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Value, Word, reply};

/// Lists the tests of the spam filter.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The key.
    pub key: String,
    /// The rule type.
    pub rule_type: RuleType,
    /// The score.
    pub score: Value,
}

/// What `rule_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum RuleType {
    /// `body_tests`.
    #[word("body_tests")]
    BodyTests,
    /// `full_evals`.
    #[word("full_evals")]
    FullEvals,
    /// `head_evals`.
    #[word("head_evals")]
    HeadEvals,
    /// `head_tests`.
    #[word("head_tests")]
    HeadTests,
    /// `meta_tests`.
    #[word("meta_tests")]
    MetaTests,
    /// `other_tests`.
    #[word("other_tests")]
    OtherTests,
    /// `rawbody_tests`.
    #[word("rawbody_tests")]
    RawbodyTests,
    /// `uri_tests`.
    #[word("uri_tests")]
    UriTests,
}

/// See [`Params`].
pub struct GetSymbolicTestNames;

impl Function for GetSymbolicTestNames {
    const NAME: &'static str = "get_symbolic_test_names";
    const NEEDS: Needs = Needs::Features(&["spamassassin"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

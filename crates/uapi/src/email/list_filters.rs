//! `Email::list_filters`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Lists the mail filters of an account or mailbox.
#[derive(Input)]
pub struct Params {
    /// Address or cPanel user name.
    pub account: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The actions.
    pub actions: Vec<Action>,
    /// The enabled.
    pub enabled: i64,
    /// The filtername.
    pub filtername: String,
    /// The rules.
    pub rules: Vec<Rule>,
    /// The unescaped flag: 0 or 1.
    #[param(absent)]
    pub unescaped: Option<Flag>,
}

/// One item of `actions`.
#[derive(Output)]
pub struct Action {
    /// The action.
    pub action: String,
    /// The dest.
    pub dest: String,
}

/// One item of `rules`.
#[derive(Output)]
pub struct Rule {
    /// The match.
    #[param(name = "match")]
    pub match_: Match,
    /// The opt.
    pub opt: Opt,
    /// The part.
    pub part: String,
    /// The val.
    pub val: String,
}

/// What `match` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Match {
    /// `is`.
    #[word("is")]
    Is,
    /// `matches`.
    #[word("matches")]
    Matches,
    /// `contains`.
    #[word("contains")]
    Contains,
    /// `does not contain`.
    #[word("does not contain")]
    DoesNotContain,
    /// `begins`.
    #[word("begins")]
    Begins,
    /// `does not begin`.
    #[word("does not begin")]
    DoesNotBegin,
    /// `ends`.
    #[word("ends")]
    Ends,
    /// `does not end`.
    #[word("does not end")]
    DoesNotEnd,
    /// `does not match`.
    #[word("does not match")]
    DoesNotMatch,
    /// `is above`.
    #[word("is above")]
    IsAbove,
    /// `is not above`.
    #[word("is not above")]
    IsNotAbove,
    /// `is below`.
    #[word("is below")]
    IsBelow,
    /// `is not below`.
    #[word("is not below")]
    IsNotBelow,
}

/// What `opt` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Opt {
    /// `and`.
    #[word("and")]
    And,
    /// `or`.
    #[word("or")]
    Or,
    /// `null`.
    #[word("null")]
    Null,
}

/// See [`Params`].
pub struct ListFilters;

impl Function for ListFilters {
    const NAME: &'static str = "list_filters";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

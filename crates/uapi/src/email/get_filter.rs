//! `Email::get_filter`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result, Word, reply};

/// Reads one mail filter.
#[derive(Input)]
pub struct Params {
    /// Address that owns it.
    pub account: EmailAddress,
    /// The filtername.
    pub filtername: String,
}

/// What `get_filter` answers.
#[derive(Output)]
pub struct Reply {
    /// The actions.
    pub actions: Vec<ActionItem>,
    /// The filtername.
    pub filtername: String,
    /// The rules.
    pub rules: Vec<Rule>,
}

/// One item of `actions`.
#[derive(Output)]
pub struct ActionItem {
    /// The action.
    pub action: Action,
    /// The dest.
    pub dest: String,
    /// The number.
    pub number: i64,
}

/// What `action` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Action {
    /// `deliver`.
    #[word("deliver")]
    Deliver,
    /// `fail`.
    #[word("fail")]
    Fail,
    /// `finish`.
    #[word("finish")]
    Finish,
    /// `save`.
    #[word("save")]
    Save,
    /// `pipe`.
    #[word("pipe")]
    Pipe,
}

/// One item of `rules`.
#[derive(Output)]
pub struct Rule {
    /// The match.
    #[param(name = "match")]
    pub match_: Match,
    /// The number.
    pub number: i64,
    /// The opt.
    pub opt: Opt,
    /// The part.
    pub part: Part,
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

/// What `part` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Part {
    /// `$header_from:`.
    #[word("$header_from:")]
    HeaderFrom,
    /// `$header_subject:`.
    #[word("$header_subject:")]
    HeaderSubject,
    /// `$header_to:`.
    #[word("$header_to:")]
    HeaderTo,
    /// `$reply_address:`.
    #[word("$reply_address:")]
    ReplyAddress,
    /// `$message_body`.
    #[word("$message_body")]
    MessageBody,
    /// `$message_headers`.
    #[word("$message_headers")]
    MessageHeaders,
    /// `"foranyaddress $h_to:`.
    #[word("\"foranyaddress $h_to:")]
    ForanyaddressHTo,
    /// `$h_cc:`.
    #[word("$h_cc:")]
    HCc,
    /// `$h_bcc:"`.
    #[word("$h_bcc:\"")]
    HBcc,
    /// `not delivered`.
    #[word("not delivered")]
    NotDelivered,
    /// `error_message`.
    #[word("error_message")]
    ErrorMessage,
}

/// See [`Params`].
pub struct GetFilter;

impl Function for GetFilter {
    const NAME: &'static str = "get_filter";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

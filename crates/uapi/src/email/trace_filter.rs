//! `Email::trace_filter`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result, reply};

/// Tests the main domain's filters against a text.
#[derive(Input)]
pub struct Params {
    /// The message: body text.
    pub msg: String,
    /// Mailbox whose legacy filters to test; the main domain filters where absent.
    pub account: Option<EmailAddress>,
}

/// What `trace_filter` answers.
#[derive(Output)]
pub struct Reply {
    /// The trace.
    pub trace: String,
}

/// See [`Params`].
pub struct TraceFilter;

impl Function for TraceFilter {
    const NAME: &'static str = "trace_filter";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `Email::trace_delivery`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Value, Word, reply};

/// Traces the route a message would take.
#[derive(Input)]
pub struct Params {
    /// The recipient.
    pub recipient: String,
}

/// What `trace_delivery` answers.
#[derive(Output)]
pub struct Reply {
    /// The address.
    pub address: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The destinations.
    #[param(absent)]
    pub destinations: Option<Value>,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `bounce`.
    #[word("bounce")]
    Bounce,
    /// `command`.
    #[word("command")]
    Command,
    /// `defer`.
    #[word("defer")]
    Defer,
    /// `discard`.
    #[word("discard")]
    Discard,
    /// `error`.
    #[word("error")]
    Error,
    /// `local_delivery`.
    #[word("local_delivery")]
    LocalDelivery,
    /// `remote_delivery`.
    #[word("remote_delivery")]
    RemoteDelivery,
    /// `routed`.
    #[word("routed")]
    Routed,
}

/// See [`Params`].
pub struct TraceDelivery;

impl Function for TraceDelivery {
    const NAME: &'static str = "trace_delivery";
    const NEEDS: Needs = Needs::Features(&["emailtrace"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

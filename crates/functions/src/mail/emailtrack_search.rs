//! `emailtrack_search`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// Lists email delivery records, picked by outcome and delivery type.
#[derive(Input)]
pub struct Params {
    /// 1: include deferrals.
    #[param(default = 0)]
    pub defer: Flag,
    /// The deliverytype.
    #[param(default = Deliverytype::All)]
    pub deliverytype: Deliverytype,
    /// 1: include failures.
    #[param(default = 0)]
    pub failure: Flag,
    /// 1: include attempts under way.
    #[param(default = 0)]
    pub inprogress: Flag,
    /// Limit for each type; 0: no limit.
    #[param(default = 0)]
    pub max_results_by_type: i64,
    /// 1: include successes.
    #[param(default = 0)]
    pub success: Flag,
}

/// What `deliverytype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Deliverytype {
    /// `all`.
    #[word("all")]
    All,
    /// `remote`.
    #[word("remote")]
    Remote,
    /// `local`.
    #[word("local")]
    Local,
}

/// What `emailtrack_search` answers.
#[derive(Output)]
pub struct Reply {
    /// The records.
    pub records: Vec<Record>,
}

/// One item of `records`.
#[derive(Output)]
pub struct Record {
    /// The actiontime.
    pub actiontime: String,
    /// Actionunixtime, as a Unix time.
    pub actionunixtime: UnixTime,
    /// The deliveredto.
    pub deliveredto: Option<String>,
    /// The deliverydomain.
    pub deliverydomain: Option<String>,
    /// The deliveryuser.
    pub deliveryuser: Option<String>,
    /// The domain.
    pub domain: String,
    /// The host.
    pub host: Option<String>,
    /// The IP address.
    pub ip: Option<String>,
    /// The message.
    pub message: String,
    /// The msgid.
    pub msgid: String,
    /// The recipient.
    pub recipient: String,
    /// The router.
    pub router: String,
    /// The sender.
    pub sender: String,
    /// The senderauth.
    pub senderauth: String,
    /// The senderhost.
    pub senderhost: String,
    /// The senderip.
    pub senderip: String,
    /// Sendunixtime, as a Unix time.
    pub sendunixtime: UnixTime,
    /// The size.
    pub size: i64,
    /// The spamscore.
    pub spamscore: i64,
    /// The transport.
    pub transport: Option<String>,
    /// The transport is remote flag: 0 or 1.
    pub transport_is_remote: Flag,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The user.
    pub user: String,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `success`.
    #[word("success")]
    Success,
    /// `defer`.
    #[word("defer")]
    Defer,
    /// `failure`.
    #[word("failure")]
    Failure,
    /// `inprogress`.
    #[word("inprogress")]
    Inprogress,
}

/// See [`Params`].
pub struct EmailtrackSearch;

impl Function for EmailtrackSearch {
    const NAME: &'static str = "emailtrack_search";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::TrackEmail]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

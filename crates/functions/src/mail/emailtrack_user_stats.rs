//! `emailtrack_user_stats`

use api::{
    Acl, Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result, UnixTime, Word,
    reply,
};

/// Sums up mail sent, deferred and failed for each user.
#[derive(Input)]
pub struct Params {
    /// The deliverytype: absent: every type.
    pub deliverytype: Option<Deliverytype>,
    /// Endtime, as a Unix time.
    pub endtime: Option<UnixTime>,
    /// The sender: absent: every sender.
    pub sender: Option<EmailAddress>,
    /// Starttime, as a Unix time.
    #[param(default = 0)]
    pub starttime: UnixTime,
}

/// What `deliverytype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Deliverytype {
    /// `remote`.
    #[word("remote")]
    Remote,
    /// `remote-or-faildefer`.
    #[word("remote-or-faildefer")]
    RemoteOrFaildefer,
    /// `local`.
    #[word("local")]
    Local,
}

/// What `emailtrack_user_stats` answers.
#[derive(Output)]
pub struct Reply {
    /// The records.
    pub records: Vec<Record>,
}

/// One item of `records`.
#[derive(Output)]
pub struct Record {
    /// The defercount.
    #[param(name = "DEFERCOUNT")]
    pub defercount: i64,
    /// The deferfailcount.
    #[param(name = "DEFERFAILCOUNT")]
    pub deferfailcount: i64,
    /// The domain.
    #[param(name = "DOMAIN")]
    pub domain: String,
    /// The failcount.
    #[param(name = "FAILCOUNT")]
    pub failcount: i64,
    /// The owner.
    #[param(name = "OWNER")]
    pub owner: String,
    /// The primary domain.
    #[param(name = "PRIMARY_DOMAIN")]
    pub primary_domain: String,
    /// The reached maxdeferfail flag: 0 or 1.
    #[param(name = "REACHED_MAXDEFERFAIL")]
    pub reached_maxdeferfail: Flag,
    /// The reached maxemails flag: 0 or 1.
    #[param(name = "REACHED_MAXEMAILS")]
    pub reached_maxemails: Flag,
    /// The sendcount.
    #[param(name = "SENDCOUNT")]
    pub sendcount: i64,
    /// The successcount.
    #[param(name = "SUCCESSCOUNT")]
    pub successcount: i64,
    /// The totalsize.
    #[param(name = "TOTALSIZE")]
    pub totalsize: i64,
    /// The user.
    #[param(name = "USER")]
    pub user: String,
}

/// See [`Params`].
pub struct EmailtrackUserStats;

impl Function for EmailtrackUserStats {
    const NAME: &'static str = "emailtrack_user_stats";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::TrackEmail]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

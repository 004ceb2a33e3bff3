//! `emailtrack_stats`

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, UserName, Word, reply,
};

/// Sums up mail sent, deferred and failed for one account or all.
#[derive(Input)]
pub struct Params {
    /// The deliverytype: absent: every type.
    pub deliverytype: Option<Deliverytype>,
    /// Older alias of endtime; defaults to now.
    pub enddate: Option<UnixTime>,
    /// The endtime: defaults to now.
    pub endtime: Option<UnixTime>,
    /// 1: leave TOTALSIZE out.
    #[param(default = 0)]
    pub nosize: Flag,
    /// 1: leave SUCCESSCOUNT out.
    #[param(default = 0)]
    pub nosuccess: Flag,
    /// Older alias of starttime.
    #[param(default = 0)]
    pub startdate: UnixTime,
    /// Starttime, as a Unix time.
    #[param(default = 0)]
    pub starttime: UnixTime,
    /// The user: absent: every account.
    pub user: Option<UserName>,
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

/// What `emailtrack_stats` answers.
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
    /// The failcount.
    #[param(name = "FAILCOUNT")]
    pub failcount: i64,
    /// The inprogresscount.
    #[param(name = "INPROGRESSCOUNT")]
    pub inprogresscount: i64,
    /// The sendcount.
    #[param(name = "SENDCOUNT")]
    pub sendcount: i64,
    /// The successcount.
    #[param(name = "SUCCESSCOUNT", absent)]
    pub successcount: Option<i64>,
    /// The totalsize.
    #[param(name = "TOTALSIZE", absent)]
    pub totalsize: Option<i64>,
}

/// See [`Params`].
pub struct EmailtrackStats;

impl Function for EmailtrackStats {
    const NAME: &'static str = "emailtrack_stats";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::TrackEmail]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `Email::list_pops_with_disk`

use api::{
    Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, UserName,
    Value, reply,
};

/// Lists mailboxes with disk use.
#[derive(Input)]
pub struct Params {
    /// The domain: only this domain.
    pub domain: Option<DomainName>,
    /// Only this local part; with domain it picks one mailbox.
    pub email: Option<UserName>,
    /// 1 adds the suspension keys.
    #[param(default = 0)]
    pub get_restrictions: Flag,
    /// Image path; diskquota then is HTML for unlimited boxes.
    pub infinityimg: Option<String>,
    /// 1 gives the infinity sign instead of "unlimited"; ignored with infinityimg.
    #[param(default = 0)]
    pub infinitylang: Flag,
    /// Most rows to return; at least 1.
    pub maxaccounts: Option<i64>,
    /// 1 skips disk use.
    #[param(default = 0)]
    pub no_disk: Flag,
    /// 1 skips the check of the mail database.
    #[param(default = 0)]
    pub no_validate: Flag,
    /// Perl-style pattern that filters.
    pub regex: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The diskquota.
    #[param(name = "_diskquota")]
    pub diskquota: i64,
    /// The diskused.
    #[param(name = "_diskused")]
    pub diskused: i64,
    /// The diskquota.
    #[param(name = "diskquota")]
    pub other_diskquota: Value,
    /// The diskused.
    #[param(name = "diskused")]
    pub other_diskused: f64,
    /// The diskusedpercent.
    pub diskusedpercent: i64,
    /// The diskusedpercent20.
    pub diskusedpercent20: i64,
    /// The diskusedpercent float.
    pub diskusedpercent_float: f64,
    /// The domain.
    pub domain: String,
    /// The email.
    pub email: String,
    /// Whether it has suspended.
    #[param(absent)]
    pub has_suspended: Option<Flag>,
    /// The hold outgoing flag: 0 or 1.
    #[param(absent)]
    pub hold_outgoing: Option<Flag>,
    /// The humandiskquota.
    pub humandiskquota: String,
    /// The humandiskused.
    pub humandiskused: String,
    /// The login.
    pub login: String,
    /// Mtime, as a Unix time.
    pub mtime: UnixTime,
    /// The suspended incoming flag: 0 or 1.
    pub suspended_incoming: Flag,
    /// The suspended login flag: 0 or 1.
    pub suspended_login: Flag,
    /// The suspended outgoing flag: 0 or 1.
    pub suspended_outgoing: Flag,
    /// The txtdiskquota.
    pub txtdiskquota: Value,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct ListPopsWithDisk;

impl Function for ListPopsWithDisk {
    const NAME: &'static str = "list_pops_with_disk";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

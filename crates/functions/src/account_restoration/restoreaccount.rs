//! `restoreaccount`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, UserName, Word, reply};

/// Restore an account at once from its newest backup of a type.
#[derive(Input)]
pub struct Params {
    /// Newest backup of that type is used.
    #[param(name = "type")]
    pub kind: Type,
    /// The user.
    pub user: UserName,
    /// 1: create the account, then restore; 0: restore only.
    pub all: Option<Flag>,
    /// 1: dedicated IP address; 0: shared.
    pub ip: Option<Flag>,
    /// 1: restore account-level filters and forwarders.
    pub mail: Option<Flag>,
    /// 1: restore MySQL databases.
    pub mysql: Option<Flag>,
    /// 1: restore subdomains.
    pub subs: Option<Flag>,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `monthly`.
    #[word("monthly")]
    Monthly,
    /// `weekly`.
    #[word("weekly")]
    Weekly,
    /// `daily`.
    #[word("daily")]
    Daily,
}

/// See [`Params`].
pub struct Restoreaccount;

impl Function for Restoreaccount {
    const NAME: &'static str = "restoreaccount";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

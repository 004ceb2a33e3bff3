//! `Email::get_disk_usage`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, UserName, reply};

/// Shows a mailbox's disk use.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// Local part only, without `@domain`.
    pub user: UserName,
}

/// What `get_disk_usage` answers.
#[derive(Output)]
pub struct Reply {
    /// The diskused.
    pub diskused: f64,
    /// The domain.
    pub domain: String,
    /// The login.
    pub login: String,
    /// The user.
    pub user: String,
}

/// See [`Params`].
pub struct GetDiskUsage;

impl Function for GetDiskUsage {
    const NAME: &'static str = "get_disk_usage";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

//! `Email::get_main_account_disk_usage`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Shows the main mailbox's disk use, as text.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetMainAccountDiskUsage;

impl Function for GetMainAccountDiskUsage {
    const NAME: &'static str = "get_main_account_disk_usage";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

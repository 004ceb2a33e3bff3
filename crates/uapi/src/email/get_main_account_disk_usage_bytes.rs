//! `Email::get_main_account_disk_usage_bytes`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Shows the main mailbox's disk use, in bytes.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetMainAccountDiskUsageBytes;

impl Function for GetMainAccountDiskUsageBytes {
    const NAME: &'static str = "get_main_account_disk_usage_bytes";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = i64;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

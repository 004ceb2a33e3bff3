//! `Email::get_lists_total_disk_usage`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Shows the disk use of all mailing lists, in bytes.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetListsTotalDiskUsage;

impl Function for GetListsTotalDiskUsage {
    const NAME: &'static str = "get_lists_total_disk_usage";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = i64;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}

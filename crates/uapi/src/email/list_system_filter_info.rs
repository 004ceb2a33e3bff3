//! `Email::list_system_filter_info`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Names the file with the system-level filter information.
#[derive(Input)]
pub struct Params;

/// What `list_system_filter_info` answers.
#[derive(Output)]
pub struct Reply {
    /// The filter information.
    pub filter_info: String,
}

/// See [`Params`].
pub struct ListSystemFilterInfo;

impl Function for ListSystemFilterInfo {
    const NAME: &'static str = "list_system_filter_info";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
